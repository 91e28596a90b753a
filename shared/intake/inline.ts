import { isAllowedLink, type RichTextMark, type RichTextNode } from '../rich-text/index.ts'
import { hasWords } from './word.ts'

const pattern = /\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*|\*(?=[^\s*])([^*]+?)(?<=\S)\*|\[([^\]]*)\]\(([^)\s]*)\)/

// Looking for marks takes time by the square of a line's length; no paragraph of a person's comes near this.
const longestMarked = 20_000

const byType = (one: RichTextMark, other: RichTextMark): number => one.type < other.type ? -1 : 1

function run (text: string, marks: readonly RichTextMark[]): RichTextNode[] {
  if (text === '') return []
  return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: marks.toSorted(byType) }]
}

const withMark = (marks: readonly RichTextMark[], mark: RichTextMark): readonly RichTextMark[] =>
  marks.some(one => one.type === mark.type) ? marks : [...marks, mark]

function parse (text: string, marks: readonly RichTextMark[]): RichTextNode[] {
  const nodes: RichTextNode[] = []
  let left = text
  for (let found = pattern.exec(left); found !== null; found = pattern.exec(left)) {
    const [whole, bold, italic, linked = '', address = ''] = found
    nodes.push(...run(left.slice(0, found.index), marks))
    if (bold !== undefined) nodes.push(...parse(bold, withMark(marks, { type: 'bold' })))
    else if (italic !== undefined) nodes.push(...parse(italic, withMark(marks, { type: 'italic' })))
    else if (isAllowedLink(address)) nodes.push(...parse(linked, withMark(marks, { type: 'link', attrs: { href: address } })))
    else nodes.push(...parse(hasWords(address) ? `${linked} (${address})` : linked, marks))
    left = left.slice(found.index + whole.length)
  }
  return [...nodes, ...run(left, marks)]
}

function joined (nodes: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks)) result[result.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') }
    else result.push(node)
  }
  return result
}

/** Text runs of one line: `**bold**`, `*italic*`, `[words](address)`. Signs that open nothing stay as they are. Addresses that may not be kept stay as words. */
export function parseInline (text: string): readonly RichTextNode[] {
  const line = text.replace(/[\s\uE000]+/g, ' ').trim()
  return line.length > longestMarked ? run(line, []) : joined(parse(line, []))
}

/** One line without its marks. Addresses of links are left out: look whether they are words before throwing anything away. */
export function plainInline (text: string): string {
  return parseInline(text).map(node => node.text ?? '').join('').replace(/^\*+|\*+$/g, '').trim()
}
