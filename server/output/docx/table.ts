import { AlignmentType, type ITableCellOptions, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Block, Column, Row } from '../outline/block.ts'
import type { Words } from '../words.ts'
import { answerParagraphs } from './answer.ts'
import { colours, lines, textWidth } from './style.ts'
import { textRuns } from './text.ts'

type Borders = NonNullable<ITableCellOptions['borders']>

const outside = { top: lines.none, left: lines.none, right: lines.none, bottom: lines.none, insideVertical: lines.none, insideHorizontal: lines.none }
const margins = { top: 50, bottom: 50, left: 100, right: 100 }

/** Widths in twips from shares, so that they add up to the width of the text. */
export function widthsOf (shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map(share => Math.floor(share * textWidth / whole))
}

function cell (children: readonly Paragraph[], width: number, borders: Borders, { shaded = false, flush = false } = {}): TableCell {
  return new TableCell({
    children, margins: flush ? { ...margins, left: 0 } : margins, borders: { left: lines.none, right: lines.none, top: lines.none, bottom: lines.none, ...borders },
    width: { size: width, type: WidthType.DXA },
    ...(shaded ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.wash } } : {}),
  })
}

function tableOf (rows: readonly TableRow[], widths: readonly number[], look: { readonly firstRow: boolean, readonly firstColumn: boolean }): Table {
  return new Table({
    rows, columnWidths: widths, layout: TableLayoutType.FIXED, borders: outside,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    tableLook: { ...look, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  })
}

/** Short questions with their answers beside them. */
export function factsTable (block: Extract<Block, { kind: 'facts' }>, words: Words): Table {
  const widths = widthsOf([37, 63])
  const [left = 0, right = 0] = widths
  const rows = block.facts.map((fact, index) => {
    const borders = index > 0 ? { top: lines.hair } : {}
    const question = new Paragraph({ style: 'InTable', children: textRuns(fact.question, { style: 'Aside' }) })
    return new TableRow({ cantSplit: true, children: [cell([question], left, borders, { flush: true }), cell(answerParagraphs(fact.answer, words), right, borders)] })
  })
  return tableOf(rows, widths, { firstRow: false, firstColumn: true })
}

function sharesOf (columns: readonly Column[], rowHeadings: boolean): number[] {
  const words = columns.some(column => !column.numbers)
  const shares = columns.map(column => column.numbers && words ? 0.55 : 1)
  return rowHeadings ? [words ? 0.7 : 1.3, ...shares] : shares
}

function headerRow (labels: readonly { readonly text: string, readonly numbers: boolean }[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true, cantSplit: true,
    children: labels.map((label, index) => cell([new Paragraph({
      style: 'InTable', keepNext: true, alignment: label.numbers ? AlignmentType.RIGHT : AlignmentType.LEFT, children: textRuns(label.text, { bold: true, size: 20 }),
    })], widths[index] ?? 0, { bottom: lines.firm })),
  })
}

function bodyRow (row: Row, columns: readonly Column[], widths: readonly number[], words: Words): TableRow {
  const borders = { top: row.sum ? lines.firm : lines.none, bottom: lines.hair }
  const headed = row.heading === null ? 0 : 1
  const heading = row.heading === null ? [] : [cell([new Paragraph({
    style: 'InTable', children: textRuns(row.heading, row.sum ? { bold: true } : { style: 'Aside' }),
  })], widths[0] ?? 0, borders, { shaded: row.sum })]
  const cells = row.cells.map((one, index) => cell(
    answerParagraphs(one, words, { numbers: columns[index]?.numbers ?? false, bold: row.sum, inTable: true }), widths[index + headed] ?? 0, borders, { shaded: row.sum },
  ))
  return new TableRow({ cantSplit: true, children: [...heading, ...cells] })
}

/** One of the form's tables: its heading row repeats on every page it reaches. */
export function formTable (block: Extract<Block, { kind: 'table' }>, words: Words): Table {
  const headed = block.rowHeading !== null
  const widths = widthsOf(sharesOf(block.columns, headed))
  const labels = [...(block.rowHeading === null ? [] : [{ text: block.rowHeading, numbers: false }]), ...block.columns.map(column => ({ text: column.label, numbers: column.numbers }))]
  return tableOf([headerRow(labels, widths), ...block.rows.map(row => bodyRow(row, block.columns, widths, words))], widths, { firstRow: true, firstColumn: headed })
}
