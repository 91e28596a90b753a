import { isAllowedLink, isImageHash } from './allowed.ts'
import type { RichTextMark, RichTextNode } from './node.ts'

/** Nodes inside each other. An editor makes some eight (a list in a table in a list); deeper is not writing. */
const deepest = 32
/** Marks on one run: three with a meaning, and as many anchors of comments as anybody lays over each other. */
const mostMarks = 50

type Attrs = Record<string, unknown>
type Reader = (value: unknown) => boolean

const whole = (from: number, to: number): Reader => value => Number.isInteger(value) && Number(value) >= from && Number(value) <= to
const text: Reader = value => typeof value === 'string' && value.length <= 2000
const oneOf = (...values: readonly unknown[]): Reader => value => values.includes(value)
const cell: Readonly<Record<string, Reader>> = { colspan: whole(1, 100), rowspan: whole(1, 1000), colwidth: (value: unknown): boolean => Array.isArray(value) && value.every(whole(1, 10_000)), align: oneOf('left', 'center', 'right') }
// What an attribute is when nobody says anything: left out.
const silent: Readonly<Attrs> = { colspan: 1, rowspan: 1, start: 1, alt: '' }

/** Whether an attribute says what is so anyway: one text may have it and another leave it out. */
export function saysNothing (name: string, value: unknown): boolean {
  return value === null || value === undefined || value === silent[name]
}

interface Rule {
  /** What it may hold: kinds of nodes, in any order and number; `least`: how many at least. Absent: nothing. */
  readonly holds?: readonly string[]
  readonly least?: number
  /** Attributes it may have, and what each must be. Others are left out. */
  readonly attrs?: Readonly<Record<string, Reader>>
  readonly needs?: readonly string[]
}

const inline = ['text', 'hardBreak']
const block = ['paragraph', 'heading', 'bulletList', 'orderedList', 'table', 'image']

// Says the same as the editor's schema (`schema.ts`, which brings the whole editor with it); a test holds the two together.
const rules: Readonly<Record<string, Rule>> = {
  doc: { holds: block, least: 1 },
  paragraph: { holds: inline },
  heading: { holds: inline, attrs: { level: oneOf(4, 5) }, needs: ['level'] },
  bulletList: { holds: ['listItem'], least: 1 },
  orderedList: { holds: ['listItem'], least: 1, attrs: { start: whole(0, 1_000_000), type: oneOf('1', 'a', 'A', 'i', 'I') } },
  // Its first is a paragraph (see `nodeOf`).
  listItem: { holds: block, least: 1 },
  table: { holds: ['tableRow'], least: 1 },
  tableRow: { holds: ['tableCell', 'tableHeader'] },
  tableCell: { holds: block, least: 1, attrs: cell },
  tableHeader: { holds: block, least: 1, attrs: cell },
  image: { attrs: { hash: isImageHash, type: oneOf('image/png', 'image/jpeg', 'image/webp'), alt: text, width: whole(1, 99_999), height: whole(1, 99_999) }, needs: ['hash'] },
  hardBreak: {},
  text: {},
}

const isObject = (value: unknown): value is Attrs => typeof value === 'object' && value !== null && !Array.isArray(value)

// Null: one of them is not as it must be. What is null or unknown is left out: it says nothing.
function attrsOf (given: unknown, { attrs = {}, needs = [] }: Rule): Attrs | null {
  const source = isObject(given) ? given : {}
  const read: Attrs = {}
  for (const [name, isRight] of Object.entries(attrs)) {
    const value = Object.hasOwn(source, name) ? source[name] : null
    if (saysNothing(name, value)) continue
    if (!isRight(value)) return null
    read[name] = typeof value === 'string' ? value.toWellFormed() : value
  }
  return needs.every(name => name in read) ? read : null
}

const contentMarks: ReadonlySet<unknown> = new Set(['bold', 'italic', 'link'])

// Null: no mark that may stand there.
function markOf (given: Attrs): RichTextMark | null {
  if (given.type === 'bold' || given.type === 'italic') return { type: given.type }
  const address = isObject(given.attrs) ? given.attrs.href : null
  return typeof address === 'string' && address.length <= 2000 && isAllowedLink(address) ? { type: 'link', attrs: { href: address.toWellFormed() } } : null
}

// Other marks than those with a meaning of their own (a comment's anchor, pasted along) are passed over, as where a text is read.
function marksOf (given: unknown): readonly RichTextMark[] | null {
  if (!Array.isArray(given) || given.length > mostMarks || !given.every(isObject)) return null
  const content = given.filter(mark => contentMarks.has(mark.type))
  const marks = content.flatMap(mark => markOf(mark) ?? [])
  const isRight = marks.length === content.length && new Set(marks.map(mark => mark.type)).size === marks.length
  return isRight ? marks.toSorted((a, b) => (a.type < b.type ? -1 : 1)) : null
}

function textOf (given: Attrs): RichTextNode | null {
  const marks = marksOf(given.marks ?? [])
  if (typeof given.text !== 'string' || given.text === '' || marks === null) return null
  return { type: 'text', text: given.text.toWellFormed(), ...(marks.length === 0 ? {} : { marks }) }
}

// Two runs next to each other with the same marks are one run, as `readRichText` has it.
function joined (nodes: readonly RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      result[result.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') }
    } else result.push(node)
  }
  return result
}

function nodeOf (given: unknown, depth: number): RichTextNode | null {
  if (!isObject(given) || typeof given.type !== 'string' || depth > deepest || !Object.hasOwn(rules, given.type)) return null
  const { type } = given
  if (type === 'text') return textOf(given)
  const rule = rules[type] ?? {}
  const attrs = attrsOf(given.attrs, rule)
  const content = contentOf(given.content ?? [], rule, depth)
  if (attrs === null || content === null || (type === 'listItem' && content[0]?.type !== 'paragraph')) return null
  return { type, ...(Object.keys(attrs).length === 0 ? {} : { attrs }), ...(content.length === 0 ? {} : { content }) }
}

function contentOf (given: unknown, { holds = [], least = 0 }: Rule, depth: number): RichTextNode[] | null {
  if (!Array.isArray(given) || given.length < least) return null
  const nodes: RichTextNode[] = []
  for (const each of given) {
    const node = nodeOf(each, depth + 1)
    if (node === null || !holds.includes(node.type)) return null
    nodes.push(node)
  }
  return joined(nodes)
}

/**
 * Reads rich text that came over a wire: the same nodes, marks and attributes as the editor's schema has, links `isAllowedLink`
 * lets pass, not deeper than people write. Gives it in one normal form (attributes that say nothing and those the editor adds by
 * itself left out, marks sorted, runs joined), so that what says the same is hashed the same. Null: it is no such text.
 */
export function validRichText (given: unknown): RichTextNode | null {
  const node = nodeOf(given, 0)
  return node?.type === 'doc' ? node : null
}

/** The hashes of the images rich text shows, each once. */
export function imageHashesIn (node: RichTextNode): readonly string[] {
  const own = node.type === 'image' && isImageHash(node.attrs?.hash) ? [node.attrs.hash] : []
  return [...new Set([...own, ...(node.content ?? []).flatMap(imageHashesIn)])]
}
