import * as Y from 'yjs'
import { commentMark, markName } from './comment-mark.ts'
import type { RichTextMark, RichTextNode } from './node.ts'
import { parted } from './parted.ts'
import { suggestionOfMark, suggestionsOn } from './suggestion-mark.ts'

/**
 * How undecided suggestions are read. `decided`: as the text stands without them, which is what is hashed, exported, checked and compared.
 * `suggested`: as it would read with all of them accepted. For a page, and never to be
 * hashed, exported or compared, with where comments stand: `standing` as `decided`, `shown` with the suggestions and their marks.
 */
export type Reading = 'decided' | 'suggested' | 'standing' | 'shown'

/** Marks that carry meaning in the text itself. Comments' anchors and other bookkeeping are left out of what is read, hashed and exported. */
const contentMarks: ReadonlySet<string> = new Set(['bold', 'italic', 'link'])

/** Whether a mark is of the text itself, as bold is and a comment's anchor is not. */
export function isContentMark (name: string): boolean {
  return contentMarks.has(name)
}

function marksOf (attributes: Readonly<Record<string, unknown>> | undefined, reading: Reading): RichTextMark[] {
  if (attributes === undefined) return []
  const marks: RichTextMark[] = []
  for (const [stored, attrs] of Object.entries(attributes)) {
    const type = markName(stored)
    const isRead = contentMarks.has(type) || (type === commentMark && (reading === 'shown' || reading === 'standing')) ||
      (reading === 'shown' && suggestionOfMark(stored, attrs) !== null)
    if (!isRead || attrs === null) continue
    marks.push(isFilledObject(attrs) ? { type, attrs } : { type })
  }
  return marks.toSorted((a, b) => a.type < b.type ? -1 : 1)
}

function isFilledObject (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

// What a reading leaves out: words somebody would put in, or would take away.
const leftOut = { decided: 'insertion', standing: 'insertion', suggested: 'deletion', shown: null } as const

function readText (text: Y.XmlText, reading: Reading): RichTextNode[] {
  const nodes: RichTextNode[] = []
  const delta: { insert?: unknown, attributes?: Record<string, unknown> }[] = text.toDelta()
  for (const { insert, attributes } of delta) {
    if (typeof insert !== 'string' || insert === '') continue
    if (suggestionsOn(attributes).some(({ kind }) => kind === leftOut[reading])) continue
    const marks = marksOf(attributes, reading)
    nodes.push(marks.length === 0 ? { type: 'text', text: insert } : { type: 'text', text: insert, marks })
  }
  return nodes
}

// Two runs next to each other with the same marks are one run: how the text was typed must not show in the hash.
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

/** Elements inside each other that are read. An editor makes some eight (a list in a table in a list); deeper is not writing. */
const deepest = 64

function readChildren (parent: Y.XmlFragment | Y.XmlElement, reading: Reading, depth: number): RichTextNode[] {
  const nodes: RichTextNode[] = []
  if (depth > deepest) return nodes
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) nodes.push(...readText(child, reading))
    else if (child instanceof Y.XmlElement) {
      const node = readElement(child, reading, depth + 1)
      nodes.push(...(reading === 'suggested' ? parted(node) : [node]))
    }
  }
  return joined(nodes)
}

function readElement (element: Y.XmlElement, reading: Reading, depth: number): RichTextNode {
  const attrs: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(element.getAttributes())) if (value !== null && value !== undefined) attrs[name] = value
  const content = readChildren(element, reading, depth)
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

/** Reads what a fragment or an element holds as plain data, also where it says nothing: an empty paragraph is one. */
export function readContent (parent: Y.XmlFragment | Y.XmlElement, reading: Reading = 'decided'): readonly RichTextNode[] {
  return readChildren(parent, reading, 0)
}

/**
 * Reads a fragment as plain data without writing to it (y-prosemirror's own reader repairs, and so writes, what it reads).
 * Null when it holds nothing: no text, no image, no table.
 */
export function readRichText (fragment: Y.XmlFragment, reading: Reading = 'decided'): RichTextNode | null {
  const content = readChildren(fragment, reading, 0)
  const node: RichTextNode = { type: 'doc', content }
  return isEmptyRichText(node) ? null : node
}

/** Whether rich text says nothing. An image or a table is something, also without words. */
export function isEmptyRichText (node: RichTextNode): boolean {
  if (node.type === 'text') return (node.text ?? '').trim() === ''
  if (node.type === 'image' || node.type === 'table') return false
  return (node.content ?? []).every(isEmptyRichText)
}

/** The words of rich text: blocks on lines of their own. */
export function plainText (node: RichTextNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const inline = node.type === 'paragraph' || node.type === 'heading'
  return (node.content ?? []).map(plainText).join(inline ? '' : '\n')
}
