import { keyOf, type Values } from '../../document/index.ts'
import { tableTotals, type Total } from '../../field/index.ts'
import type { CellField, FixedTableField } from '../../template/index.ts'
import { valuesAt } from '../assemble.ts'
import type { Gather } from '../gather.ts'
import { labelWords } from '../label.ts'
import { hasWords } from '../word.ts'
import { columnsUnder, isOneOf, type TableReader, type TableScope } from './columns.ts'

/** A table whose rows the form gives. Sums it states are compared with what is computed. */
export function fixedReader (scope: TableScope, table: FixedTableField, header: readonly string[], gather: Gather): TableReader | null {
  const key = keyOf(...scope.path, table.id)
  const heading = { spellings: labelWords({ label: table.rowHeading }), column: 'heading' as const }
  const total = table.totals?.row === undefined ? [] : [{ spellings: labelWords({ label: table.totals.row }), column: 'total' as const }]
  const columns = columnsUnder<CellField | 'heading' | 'total'>(header, [heading, ...table.columns.map(column => ({ spellings: labelWords(column), column })), ...total])
  // The first column holds the rows' names: its heading, or nothing, must stand over it.
  if (columns === null || (hasWords(header[0] ?? '') && columns[0] !== 'heading') || columns.every(one => typeof one !== 'object' || one === null)) return null
  const sums = (values: Values) => tableTotals(table, valuesAt(values, scope.path)[table.id])
  const take = (row: string | null, label: string, cell: string, column: typeof columns[number]): void => {
    if (column === null || column === 'heading') gather.keep(label, cell, key)
    else if (column === 'total') gather.total(label, cell, key, values => row === null ? sums(values).all : sums(values).rows[row])
    else if (row === null) gather.total(label, cell, key, (values): Total | undefined => sums(values).columns[column.id])
    else if (hasWords(cell)) gather.answer(column, keyOf(key, row, column.id), cell)
  }
  const rowOf = (head: string) => table.rows.find(one => isOneOf(head, labelWords(one)))
  const isSum = (head: string): boolean => table.totals?.column !== undefined && isOneOf(head, labelWords({ label: table.totals.column }))
  const fits = (cells: readonly string[]): boolean => rowOf(cells[0] ?? '') !== undefined || isSum(cells[0] ?? '')
  return {
    key,
    fits,
    row (cells) {
      const [head = '', ...rest] = cells
      if (!fits(cells)) return false
      const row = rowOf(head)
      gather.pass('label', head)
      for (const [index, cell] of rest.entries()) take(row?.id ?? null, head, cell, columns[index + 1] ?? null)
      return true
    },
  }
}
