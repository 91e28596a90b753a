import type { RichTextNode } from '../rich-text/index.ts'
import { parseInline } from './inline.ts'
import { hasWords } from './word.ts'

const bullet = /^\s*(?:[-–•·▪●◦]|\*(?=\s)|[✓✔])\s+(?:[✓✔]\s+)?/
const number = /^\s*(\d{1,2})[.)]\s+/
const heading = /^\s*(#{1,6})\s+/

const paragraph = (text: string): RichTextNode => {
  const content = parseInline(text)
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}
const listItem = (text: string): RichTextNode => ({ type: 'listItem', content: [paragraph(text)] })

// How many lines from `at` on are numbered 1, 2, 3 …; empty lines between do not end a list. One alone is a date or a sentence.
function numbered (lines: readonly string[], at: number): readonly string[] {
  const items: string[] = []
  for (let index = at; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    if (Number(number.exec(line)?.[1]) !== items.length + 1) break
    items.push(line.replace(number, ''))
  }
  return items.length > 1 && items.every(hasWords) ? items : []
}

function tableRow (line: string, header: boolean): RichTextNode {
  const cells = line.split('\t').map(cell => ({ type: header ? 'tableHeader' : 'tableCell', content: [paragraph(cell)] }))
  return { type: 'tableRow', content: cells }
}

function table (rows: readonly string[]): RichTextNode {
  const widest = Math.max(...rows.map(row => row.split('\t').length))
  const filled = rows.map(row => row + '\t'.repeat(widest - row.split('\t').length))
  return { type: 'table', content: filled.map((row, index) => tableRow(row, index === 0 && rows.length > 1)) }
}

// Takes lines for one block; gives the block and how many lines it took.
function block (lines: readonly string[], at: number): { readonly node: RichTextNode | null, readonly next: number } {
  const line = lines[at] ?? ''
  const items = numbered(lines, at)
  if (items.length > 0) {
    let next = at
    for (let left = items.length; left > 0; next++) if ((lines[next] ?? '').trim() !== '') left--
    return { node: { type: 'orderedList', attrs: { start: 1 }, content: items.map(listItem) }, next }
  }
  if (line.includes('\t')) {
    let next = at
    while ((lines[next] ?? '').includes('\t')) next++
    const rows = lines.slice(at, next).filter(hasWords)
    return { node: rows.length === 0 ? null : table(rows), next }
  }
  if (!hasWords(line)) return { node: null, next: at + 1 }
  const level = heading.exec(line)?.[1]?.length
  if (level !== undefined) return { node: { type: 'heading', attrs: { level: level > 3 ? 5 : 4 }, content: parseInline(line.replace(heading, '')) }, next: at + 1 }
  if (bullet.test(line)) return { node: { type: 'bulletList', content: [listItem(line.replace(bullet, ''))] }, next: at + 1 }
  // Two blanks at the end of a line are markdown's line break inside a paragraph.
  let next = at + 1
  const content = [...parseInline(line)]
  for (let end = line; / {2}$/.test(end); end = lines[next - 1] ?? '') {
    const following = lines[next] ?? ''
    if (!hasWords(following) || following.includes('\t') || bullet.test(following) || heading.test(following)) break
    content.push({ type: 'hardBreak' }, ...parseInline(following))
    next++
  }
  return { node: { type: 'paragraph', content }, next }
}

function listsJoined (nodes: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last?.type === 'bulletList' && node.type === 'bulletList') result[result.length - 1] = { ...last, content: [...last.content ?? [], ...node.content ?? []] }
    else result.push(node)
  }
  return result
}

/** Makes rich text of lines: paragraphs, headings, bulleted and numbered lists, tables. Null when they say nothing. */
export function richFromLines (lines: readonly string[]): RichTextNode | null {
  const nodes: RichTextNode[] = []
  for (let at = 0; at < lines.length;) {
    const { node, next } = block(lines, at)
    if (node !== null) nodes.push(node)
    at = next
  }
  return nodes.length === 0 ? null : { type: 'doc', content: listsJoined(nodes) }
}
