import { saysNothing, type RichTextMark, type RichTextNode } from '../../rich-text/index.ts'
import type { Shape } from '../comparison.ts'
import type { Block, Line, RowBlock, Span, TableBlock } from './block.ts'
import { boundedText } from './bounded.ts'
import { wordsOf } from './words.ts'

/** How deep lists are told apart; what lies deeper is shown at this depth. */
const mostDepth = 6

interface Around { readonly list: Shape['list'], readonly depth: number, readonly begins: boolean, readonly number: number | null }
interface Task { readonly node: RichTextNode, readonly around: Around }

const outside: Around = { list: null, depth: 0, begins: false, number: null }
const isInline = (node: RichTextNode): boolean => node.type === 'text' || node.type === 'hardBreak'
const textAt = (node: RichTextNode, name: string): string => { const value = node.attrs?.[name]; return typeof value === 'string' ? value : '' }

/** Builds a line from pieces of text; pieces with the same marks become one span. */
function lineOf (pieces: readonly { readonly text: string, readonly marks: readonly RichTextMark[] }[]): Line {
  const spans: Span[] = []
  let text = ''
  for (const piece of pieces) {
    if (piece.text === '') continue
    text += piece.text
    const key = piece.marks.length === 0 ? '' : boundedText(piece.marks)
    if (spans.at(-1)?.key === key) spans.pop()
    spans.push({ to: text.length, marks: piece.marks, key })
  }
  return { text, spans }
}

const pieceOf = (node: RichTextNode): { readonly text: string, readonly marks: readonly RichTextMark[] } =>
  node.type === 'hardBreak' ? { text: '\n', marks: [] } : { text: node.text ?? '', marks: node.marks ?? [] }

const lineKey = (line: Line): string => `${line.text}\u0000${line.spans.map(span => `${span.to}${span.key}`).join('\u0000')}`

// The children of a list item: the first begins it.
function inItem (around: Around, children: readonly RichTextNode[]): readonly Task[] {
  return children.map((node, index) => ({ node, around: { ...around, begins: index === 0, number: index === 0 ? around.number : null } }))
}

function inList (node: RichTextNode, around: Around, numbered: boolean): readonly Task[] {
  const start = typeof node.attrs?.['start'] === 'number' ? node.attrs['start'] : 1
  return (node.content ?? []).map((child, index) => ({
    node: child,
    around: { list: numbered ? 'numbered' : 'bulleted', depth: Math.min(around.depth + 1, mostDepth), begins: false, number: numbered ? start + index : null },
  }))
}

function childrenOf ({ node, around }: Task): readonly Task[] {
  if (node.type === 'bulletList') return inList(node, around, false)
  if (node.type === 'orderedList') return inList(node, around, true)
  if (node.type === 'listItem') return inItem(around, node.content ?? [])
  return (node.content ?? []).map(child => ({ node: child, around }))
}

// Written with and without what is so anyway, a node is the same: editors add it by themselves.
function attrsKey ({ attrs = {} }: RichTextNode): string {
  const says = Object.entries(attrs).filter(([name, value]) => !saysNothing(name, value))
  return says.length === 0 ? '' : boundedText(Object.fromEntries(says))
}

function textBlock (node: RichTextNode, inline: readonly RichTextNode[], around: Around): Block {
  const line = lineOf(inline.map(pieceOf))
  const level = node.attrs?.['level']
  const shape: Shape = {
    type: node.type === 'heading' ? 'heading' : 'paragraph', ...(typeof level === 'number' ? { level } : {}),
    list: around.list, depth: around.depth, begins: around.begins,
  }
  return { type: 'text', shape, number: around.number, line, words: () => wordsOf(line.text), key: `${boundedText(shape)}${attrsKey(node)}${lineKey(line)}` }
}

function imageBlock (node: RichTextNode): Block {
  const image = { hash: textAt(node, 'hash'), alt: textAt(node, 'alt') }
  return { type: 'image', image, words: () => [image.hash], key: `image${attrsKey(node)}` }
}

// All the text in a cell on one line, whatever blocks it is in: a cell is read as one piece.
function cellLine (cell: RichTextNode): Line {
  const pieces: { text: string, marks: readonly RichTextMark[] }[] = []
  walk(cell, task => {
    if (task.node.type === 'image') pieces.push({ text: textAt(task.node, 'alt') || '\ufffc', marks: [{ type: 'image', attrs: task.node.attrs ?? {} }] })
    else if (isInline(task.node)) pieces.push(pieceOf(task.node))
    else if ((task.node.content ?? []).some(isInline) && pieces.length > 0) pieces.push({ text: '\n', marks: [] })
    return childrenOf(task)
  })
  return lineOf(pieces)
}

function rowBlock (row: RichTextNode): RowBlock {
  const cells = (row.content ?? []).map(cellLine)
  const frame = signatureOf(row, false)
  return { type: 'row', frame, cells, words: () => cells.flatMap(cell => wordsOf(cell.text)), key: frame + cells.map(lineKey).join('\u0001') }
}

function tableBlock (node: RichTextNode): TableBlock {
  const rows = (node.content ?? []).map(rowBlock)
  return { type: 'table', rows, words: () => rows.flatMap(row => row.words()), key: `table${attrsKey(node)}${rows.map(row => row.key).join('\u0002')}` }
}

// Visits nodes in reading order with a stack of its own: nesting costs no call stack. `visit` gives what is inside to go into.
function walk (root: RichTextNode, visit: (task: Task) => readonly Task[]): void {
  const stack: Task[] = [{ node: root, around: outside }]
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) for (const child of visit(task).toReversed()) stack.push(child)
}

/** A rich text as a row of blocks in reading order. */
export function blocksOf (root: RichTextNode): readonly Block[] {
  const blocks: Block[] = []
  walk(root, task => {
    const { node, around } = task
    if (node.type === 'image') { blocks.push(imageBlock(node)); return [] }
    if (node.type === 'table') { blocks.push(tableBlock(node)); return [] }
    const children = node.content ?? []
    if (isInline(node)) { blocks.push(textBlock({ type: 'paragraph' }, [node], around)); return [] }
    if (node.type === 'paragraph' || node.type === 'heading' || (children.length > 0 && children.every(isInline))) {
      blocks.push(textBlock(node, children.filter(isInline), around))
      return childrenOf(task).filter(child => !isInline(child.node))
    }
    return childrenOf(task)
  })
  return blocks
}

/** A text that two nodes have in common only when they are equal; without `words`, when they are equal but for their text. */
export function signatureOf (root: RichTextNode, words = true): string {
  const parts: string[] = []
  walk(root, ({ node, around }) => {
    // An end is written as a node of its own, which no real one is called.
    if (node.type === '\u0003') { parts.push('\u0003'); return [] }
    if (node.type === 'text' && !words) return []
    parts.push(`\u0002${node.type}${attrsKey(node)}${node.marks === undefined ? '' : boundedText(node.marks)}${JSON.stringify(node.text ?? '')}`)
    if (node.content === undefined) return []
    return [...node.content.map(child => ({ node: child, around })), { node: { type: '\u0003' }, around }]
  })
  return parts.join('')
}
