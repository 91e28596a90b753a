import type { Item, Value, Values } from '../document/index.ts'
import type { Field, FixedTableField, GroupField, SumField } from '../template/index.ts'

/** A computed sum in kroner. `unread` is how many cells hold a text that is no amount: they count as nothing and must be told of. `filled`: how many cells hold an amount; 0 means there is nothing to show. */
export interface Total { readonly kroner: number, readonly filled: number, readonly unread: number }

/** The sums of a table with fixed rows: along each row and down each column, by id, and of all. */
export interface TableTotals {
  readonly rows: Readonly<Record<string, Total>>
  readonly columns: Readonly<Record<string, Total>>
  readonly all: Total
}

/** The sums over all items of a group: by id of its amount and sum fields. */
export type GroupTotals = Readonly<Record<string, Total>>

const nothing: Total = { kroner: 0, filled: 0, unread: 0 }

const isValues = (value: Value | undefined): value is Values => typeof value === 'object' && !Array.isArray(value)

const total = (value: Value | undefined): Total =>
  typeof value === 'number' ? { kroner: value, filled: 1, unread: 0 }
    : isValues(value) && typeof value.unread === 'string' ? { kroner: 0, filled: 0, unread: 1 } : nothing

/** Adds totals up. */
export function addTotals (totals: readonly Total[]): Total {
  return totals.reduce((sum, one) => ({ kroner: sum.kroner + one.kroner, filled: sum.filled + one.filled, unread: sum.unread + one.unread }), nothing)
}

/** The value of a computed sum field. `siblings` are the values it stands among: one tiltak's, or the form's own. */
export function sumOf (field: SumField, siblings: Values): Total {
  return addTotals(field.of.map(id => total(siblings[id])))
}

/** The sums of a table. `value` is the table's value, absent when nothing is filled in. `rows` restricts which rows count in columns and all (default: every row). */
export function tableTotals (field: FixedTableField, value: Value | undefined, rows?: readonly string[]): TableTotals {
  const cells = isValues(value) ? value : {}
  const amounts = field.columns.filter(column => column.kind === 'amount')
  const counted = field.rows.filter(row => rows === undefined || rows.includes(row.id))
  const cell = (row: string, column: string): Total => {
    const values = cells[row]
    return isValues(values) ? total(values[column]) : nothing
  }
  const rowTotal = (row: string): Total => addTotals(amounts.map(column => cell(row, column.id)))
  return {
    rows: Object.fromEntries(field.rows.map(row => [row.id, rowTotal(row.id)])),
    columns: Object.fromEntries(amounts.map(column => [column.id, addTotals(counted.map(row => cell(row.id, column.id)))])),
    all: addTotals(counted.map(row => rowTotal(row.id))),
  }
}

const isItems = (value: Value | undefined): value is readonly Item[] => Array.isArray(value)

const fieldTotal = (field: Field, values: Values): Total => field.kind === 'sum' ? sumOf(field, values) : total(values[field.id])

/** The sums over all tiltak. `value` is the group's value, absent when there is no item. */
export function groupTotals (field: GroupField, value: Value | undefined): GroupTotals {
  const items = isItems(value) ? value : []
  const summed = field.fields.filter(one => one.kind === 'amount' || one.kind === 'sum')
  return Object.fromEntries(summed.map(one => [one.id, addTotals(items.map(item => fieldTotal(one, item.values)))]))
}
