import type { Language } from '@samskriv/shared/base'
import type { Item, Value, Values } from '@samskriv/shared/document'
import { formatAmount, sumOf, tableTotals, type Total } from '@samskriv/shared/field'
import type { CellField, ContactField, Field, FixedTableField, FreeTableField } from '@samskriv/shared/template'
import { wordsOf } from '../words.ts'
import type { Block, Cell, Column, Row } from './block.ts'
import { cellOf, type ShortField } from './cell.ts'

type Table = Extract<Block, { kind: 'table' }>
/** Where a block stands: the language of the form's words, and the level its question has as a heading. */
export interface Place { readonly language: Language, readonly level: 2 | 3 }

const isNumeric = (field: Field): boolean => ['amount', 'percentage', 'integer', 'sum'].includes(field.kind)
const isValues = (value: Value | undefined): value is Values => typeof value === 'object' && !Array.isArray(value)
const valuesIn = (value: Value | undefined): Values => isValues(value) ? value : {}
const isItems = (value: Value | undefined): value is readonly Item[] => Array.isArray(value) && value.every(item => typeof item === 'object' && 'values' in item)

/** The items of a free table or a group; none when nothing is filled in. */
export function itemsOf (value: Value | undefined): readonly Item[] {
  return isItems(value) ? value : []
}

const columnOf = (field: Field, language: Language): Column => ({ label: field.label[language], numbers: isNumeric(field) })

function sumCell (total: Total): Cell {
  return total.filled === 0 ? { kind: 'empty' } : { kind: 'number', text: formatAmount(total.kroner) }
}

function cells (columns: readonly CellField[], values: Values, language: Language): Cell[] {
  return columns.map(column => cellOf(column, values[column.id], language, true))
}

/** A table with the form's own rows, and its computed sums. */
export function fixedTable (field: FixedTableField, value: Value | undefined, { language, level }: Place): Table {
  const table = valuesIn(value)
  const sums = tableTotals(field, value)
  const { row: rowSum, column: columnSum } = field.totals ?? {}
  const rows: Row[] = field.rows.map(row => ({
    heading: row.label[language],
    cells: [
      ...cells(field.columns, valuesIn(table[row.id]), language),
      ...(rowSum === undefined ? [] : [sumCell(sums.rows[row.id] ?? sums.all)]),
    ],
    sum: false,
  }))
  if (columnSum !== undefined) {
    const down = field.columns.map((column): Cell => {
      const total = sums.columns[column.id]
      return total === undefined ? { kind: 'text', text: '' } : sumCell(total)
    })
    rows.push({ heading: columnSum[language], cells: [...down, ...(rowSum === undefined ? [] : [sumCell(sums.all)])], sum: true })
  }
  const columns = field.columns.map(column => columnOf(column, language))
  if (rowSum !== undefined) columns.push({ label: rowSum[language], numbers: true })
  return { kind: 'table', question: field.label[language], level, rowHeading: field.rowHeading[language], columns, rows }
}

/** A table people have added rows to. */
export function freeTable (field: FreeTableField, items: readonly Item[], { language, level }: Place): Table {
  const rows = items.map(item => ({ heading: null, cells: cells(field.columns, item.values, language), sum: false }))
  return { kind: 'table', question: field.label[language], level, rowHeading: null, columns: field.columns.map(column => columnOf(column, language)), rows }
}

/** Contact persons side by side, as the form has them: what is asked down the side, one person a column. */
export function contactTable (fields: readonly ContactField[], values: Values, { language, level }: Place): Table {
  const parts = [...new Map(fields.flatMap(field => field.parts).map(part => [part.id, part])).values()]
  const rows = parts.map(part => ({
    heading: part.label[language],
    cells: fields.map(field => cellOf(part, valuesIn(values[field.id])[part.id], language)),
    sum: false,
  }))
  const columns = fields.map(field => ({ label: field.label[language], numbers: false }))
  return { kind: 'table', question: null, level, rowHeading: wordsOf[language].detail, columns, rows }
}

/** Fields the form sets side by side under one heading: a table of one row, sums among them computed. */
export function clusterTable (fields: readonly (ShortField | Extract<Field, { kind: 'sum' }>)[], values: Values, question: string, { language, level }: Place): Table {
  const row = fields.map(field => field.kind === 'sum' ? sumCell(sumOf(field, values)) : cellOf(field, values[field.id], language, true))
  return { kind: 'table', question, level, rowHeading: null, columns: fields.map(field => columnOf(field, language)), rows: [{ heading: null, cells: row, sum: false }] }
}

/** A computed sum standing alone. */
export function sumAnswer (field: Extract<Field, { kind: 'sum' }>, values: Values): Cell {
  return sumCell(sumOf(field, values))
}
