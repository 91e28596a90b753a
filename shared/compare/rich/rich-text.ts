import type { RichTextNode } from '../../rich-text/index.ts'
import type { BlockChange, Presence, TableRowChange } from '../comparison.ts'
import { align, type Step } from './align.ts'
import type { Block, ImageBlock, RowBlock, TableBlock, TextBlock } from './block.ts'
import { blocksOf, signatureOf } from './read.ts'
import { compareLines, wholeLine } from './words.ts'
import { boundedText } from './bounded.ts'

function textChange (before: TextBlock, after: TextBlock): BlockChange {
  const reshaped = boundedText(before.shape) !== boundedText(after.shape)
  return { kind: 'text', change: 'changed', shape: after.shape, ...(reshaped ? { was: before.shape } : {}), number: after.number, runs: compareLines(before.line, after.line) }
}

const imageChange = (before: ImageBlock, after: ImageBlock): BlockChange =>
  ({ kind: 'image', change: 'changed', image: after.image, was: before.image })

const wholeRow = (row: RowBlock, change: TableRowChange['change']): TableRowChange =>
  ({ change, reshaped: false, cells: row.cells.map(cell => wholeLine(cell, change === 'deleted' || change === 'inserted' ? change : 'same')) })

function rowChanges (step: Step<RowBlock>): readonly TableRowChange[] {
  if (step.kind === 'deleted') return [wholeRow(step.before, 'deleted')]
  if (step.kind === 'inserted') return [wholeRow(step.after, 'inserted')]
  if (step.kind === 'same') return [wholeRow(step.after, 'same')]
  const { before, after } = step
  // With another number of cells there is no telling which is which.
  if (before.cells.length !== after.cells.length) return [wholeRow(before, 'deleted'), wholeRow(after, 'inserted')]
  const cells = after.cells.map((cell, index) => compareLines(before.cells[index] ?? { text: '', spans: [] }, cell))
  return [{ change: 'changed', reshaped: before.frame !== after.frame, cells }]
}

const tableChange = (before: TableBlock, after: TableBlock): BlockChange =>
  ({ kind: 'table', change: 'changed', rows: align(before.rows, after.rows).flatMap(rowChanges) })

function whole (block: Block, change: Exclude<Presence, 'changed'>): BlockChange {
  switch (block.type) {
    case 'text': return { kind: 'text', change, shape: block.shape, number: block.number, runs: wholeLine(block.line, change) }
    case 'image': return { kind: 'image', change, image: block.image }
    case 'table': return { kind: 'table', change, rows: block.rows.map(row => wholeRow(row, change)) }
  }
}

function changed (before: Block, after: Block): readonly BlockChange[] {
  if (before.type === 'text' && after.type === 'text') return [textChange(before, after)]
  if (before.type === 'image' && after.type === 'image') return [imageChange(before, after)]
  if (before.type === 'table' && after.type === 'table') return [tableChange(before, after)]
  return [whole(before, 'deleted'), whole(after, 'inserted')]
}

function gathered (steps: readonly Step<Block>[]): readonly BlockChange[] {
  const blocks: BlockChange[] = []
  for (const step of steps) {
    const last = blocks.at(-1)
    if (step.kind === 'deleted') blocks.push(whole(step.before, 'deleted'))
    else if (step.kind === 'inserted') blocks.push(whole(step.after, 'inserted'))
    else if (step.kind === 'changed') blocks.push(...changed(step.before, step.after))
    else if (last?.kind === 'gap') blocks[blocks.length - 1] = { kind: 'gap', blocks: last.blocks + 1 }
    else blocks.push({ kind: 'gap', blocks: 1 })
  }
  return blocks
}

// Rich text that says nothing is no answer, however many empty paragraphs it has.
function said (node: RichTextNode | null): readonly Block[] {
  const blocks = node === null ? [] : blocksOf(node)
  return blocks.every(block => block.type === 'text' && block.line.text.trim() === '') ? [] : blocks
}

/** Two rich texts block by block; null when they are equal. No blocks: the words are the same and something around them is not. */
export function compareRichText (before: RichTextNode | null, after: RichTextNode | null): readonly BlockChange[] | null {
  if (before !== null && after !== null && signatureOf(before) === signatureOf(after)) return null
  const [then, now] = [said(before), said(after)]
  if (then.length === 0 && now.length === 0) return null
  const blocks = gathered(align(then, now))
  return blocks.every(block => block.kind === 'gap') ? [] : blocks
}
