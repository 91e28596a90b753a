import type { RichTextMark, RichTextNode } from '@samskriv/shared/rich-text'
import { type Grid, gridOf } from './grid.ts'

/** A stretch of text with one look, or a line's end. */
export type RichRun =
  | { readonly kind: 'text', readonly text: string, readonly bold: boolean, readonly italic: boolean, readonly link: string | null }
  | { readonly kind: 'break' }

/** A block of rich text, as both kinds of document build it. Headings count from 1 under their question. */
export type RichBlock =
  | { readonly kind: 'paragraph', readonly runs: readonly RichRun[] }
  | { readonly kind: 'heading', readonly depth: 1 | 2, readonly runs: readonly RichRun[] }
  | { readonly kind: 'list', readonly ordered: boolean, readonly start: number, readonly items: readonly (readonly RichBlock[])[] }
  | { readonly kind: 'table', readonly table: Grid<RichBlock> }
  | { readonly kind: 'image', readonly hash: string, readonly alt: string }

// The same protocols as the editor takes; said again here because the schema's module brings the whole editor with it.
const allowedLink = /^(?:https?|mailto|tel):/i

const markOf = (node: RichTextNode, type: string): RichTextMark | undefined => node.marks?.find(mark => mark.type === type)

function linkOf (node: RichTextNode): string | null {
  const address = markOf(node, 'link')?.attrs?.href
  return typeof address === 'string' && allowedLink.test(address.trim()) ? address.trim() : null
}

function runsOf (nodes: readonly RichTextNode[]): RichRun[] {
  return nodes.flatMap((node): RichRun[] => {
    if (node.type === 'hardBreak') return [{ kind: 'break' }]
    if (node.type !== 'text') return runsOf(node.content ?? [])
    return [{ kind: 'text', text: node.text ?? '', bold: markOf(node, 'bold') !== undefined, italic: markOf(node, 'italic') !== undefined, link: linkOf(node) }]
  })
}

const isInline = (node: RichTextNode): boolean => node.type === 'text' || node.type === 'hardBreak'

function numberOf (node: RichTextNode, name: string, fallback: number): number {
  const value = node.attrs?.[name]
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : fallback
}

function stringOf (node: RichTextNode, name: string): string {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

function blockOf (node: RichTextNode): RichBlock[] {
  const content = node.content ?? []
  switch (node.type) {
    case 'heading': return content.length === 0 ? [] : [{ kind: 'heading', depth: numberOf(node, 'level', 4) >= 5 ? 2 : 1, runs: runsOf(content) }]
    case 'bulletList': return [{ kind: 'list', ordered: false, start: 1, items: content.map(item => richBlocks(item)) }]
    case 'orderedList': return [{ kind: 'list', ordered: true, start: numberOf(node, 'start', 1), items: content.map(item => richBlocks(item)) }]
    case 'table': return content.length === 0 ? [] : [{ kind: 'table', table: gridOf(node, richBlocks) }]
    case 'image': return [{ kind: 'image', hash: stringOf(node, 'hash'), alt: stringOf(node, 'alt').trim() }]
    default: return isInline(node) || content.every(isInline) ? paragraph(isInline(node) ? [node] : content) : richBlocks(node)
  }
}

// An empty paragraph is air somebody made by hand; a document has its own.
function paragraph (nodes: readonly RichTextNode[]): RichBlock[] {
  const runs = runsOf(nodes)
  return runs.some(run => run.kind === 'text' && run.text.trim() !== '') ? [{ kind: 'paragraph', runs }] : []
}

/** The blocks inside a node of rich text. A kind of node nobody knows gives what it holds: no text is ever left out. */
export function richBlocks (node: RichTextNode): RichBlock[] {
  return (node.content ?? []).flatMap(blockOf)
}

/** Every image in the blocks, lists and tables too. */
export function imagesIn (blocks: readonly RichBlock[]): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'image') return [block.hash]
    if (block.kind === 'list') return block.items.flatMap(imagesIn)
    return block.kind === 'table' ? block.table.cells.flatMap(cell => imagesIn(cell.blocks)) : []
  })
}
