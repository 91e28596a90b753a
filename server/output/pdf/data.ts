import type { FileReference } from '@samskriv/shared/document'
import { formatInteger } from '@samskriv/shared/field'
import type { Block, Cell, Outline, Row } from '../outline/block.ts'
import { type RichBlock, richBlocks, type RichRun } from '../outline/rich.ts'
import type { Coverage } from '../text/parts.ts'
import { propertyText } from '../text/parts.ts'
import { filled, type Words } from '../words.ts'
import { type PdfText, pdfText } from './text.ts'

/** Any JSON: what the Typst file reads. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Where an image lies for the Typst file, with its width in points; null: missing. `unreadable` says that there are bytes, but no image. */
export type PlacedImage = { readonly path: string, readonly width: number } | 'unreadable' | null

interface Making { readonly words: Words, readonly text: (text: string) => PdfText, readonly image: (hash: string) => PlacedImage }

function fileOf (file: FileReference, { words, text }: Making): Json {
  return { name: text(file.name), about: text(`${words.hash} ${file.hash} · ${filled(words.bytes, { n: formatInteger(file.bytes) })}`) }
}

function cellOf (cell: Cell, making: Making): Json {
  const { text } = making
  switch (cell.kind) {
    case 'empty': return { kind: 'empty' }
    case 'files': return { kind: 'files', files: cell.files.map(file => fileOf(file, making)) }
    case 'marks': return { kind: 'marks', stacked: cell.stacked, answered: cell.marks.some(mark => mark.chosen), marks: cell.marks.map(mark => ({ label: text(mark.label), chosen: mark.chosen })) }
    default: return { kind: cell.kind, text: text(cell.text) }
  }
}

function rowOf (row: Row, making: Making): Json {
  return { heading: row.heading === null ? null : making.text(row.heading), cells: row.cells.map(cell => cellOf(cell, making)), sum: row.sum }
}

// PDF addresses are ASCII.
function addressOf (link: string): string {
  return URL.canParse(link) ? new URL(link).href : encodeURI(link.toWellFormed())
}

function runOf (run: RichRun, { text }: Making): Json {
  if (run.kind === 'break') return { text: [1] }
  return { text: text(run.text), bold: run.bold, italic: run.italic, link: run.link === null ? null : addressOf(run.link) }
}

function imageOf (block: Extract<RichBlock, { kind: 'image' }>, { words, text, image }: Making): Json {
  const placed = image(block.hash)
  const alt = block.alt === '' ? words.imageWithoutText : block.alt
  if (placed === null) return { kind: 'note', text: text(filled(words.imageMissing, { alt })) }
  if (placed === 'unreadable') return { kind: 'note', text: text(filled(words.imageUnreadable, { alt })) }
  return { kind: 'image', path: placed.path, width: placed.width, alt: propertyText(alt) }
}

function richOf (block: RichBlock, making: Making): Json {
  switch (block.kind) {
    case 'paragraph': return { kind: 'paragraph', runs: block.runs.map(run => runOf(run, making)) }
    case 'heading': return { kind: 'heading', depth: block.depth, runs: block.runs.map(run => runOf(run, making)) }
    case 'list': return { kind: 'list', ordered: block.ordered, start: block.start, items: block.items.map(item => item.map(inner => richOf(inner, making))) }
    case 'image': return imageOf(block, making)
    case 'table': return {
      kind: 'table', columns: block.table.columns, headers: block.table.headerRows,
      cells: block.table.cells.map(cell => ({ x: cell.x, y: cell.y, width: cell.width, height: cell.height, header: cell.header, blocks: cell.blocks.map(inner => richOf(inner, making)) })),
    }
  }
}

function blockOf (block: Block, making: Making): Json {
  const { text } = making
  switch (block.kind) {
    case 'heading': return { kind: 'heading', level: block.level, text: text(block.text), newPage: block.newPage }
    case 'facts': return { kind: 'facts', facts: block.facts.map(fact => ({ question: text(fact.question), answer: cellOf(fact.answer, making) })) }
    case 'table': return {
      kind: 'table', question: block.question === null ? null : text(block.question), level: block.level,
      rowHeading: block.rowHeading === null ? null : text(block.rowHeading),
      columns: block.columns.map(column => ({ label: text(column.label), numbers: column.numbers })),
      rows: block.rows.map(row => rowOf(row, making)),
    }
    case 'rich': return {
      kind: 'rich', question: block.question === null ? null : text(block.question), level: block.level,
      blocks: block.node === null ? null : richBlocks(block.node).map(inner => richOf(inner, making)),
    }
  }
}

/** An outline as the data the Typst file sets. Every text in it is data: nothing a person wrote is ever parsed as Typst. */
export function pdfData (outline: Outline, words: Words, coverage: Coverage, image: (hash: string) => PlacedImage, families: readonly string[]): Json {
  const text = (given: string): PdfText => pdfText(given, coverage)
  const making = { words, text, image }
  const [lang = 'nb', region = 'NO'] = words.tag.split('-')
  const at = new Date(outline.at)
  return {
    lang, region, families,
    title: propertyText(outline.title),
    at: [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()],
    issuer: text(outline.issuer),
    stamp: text(outline.stamp),
    footer: text(outline.footer),
    // Cut at the two numbers, which only the pages themselves know.
    page: words.page.split(/\{\w+\}/),
    words: { empty: words.empty, unread: words.unread },
    blocks: outline.blocks.map(block => blockOf(block, making)),
  }
}
