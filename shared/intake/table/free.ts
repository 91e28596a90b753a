import { keyOf } from '../../document/index.ts'
import type { FreeTableField } from '../../template/index.ts'
import type { Gather } from '../gather.ts'
import { labelWords } from '../label.ts'
import { hasWords } from '../word.ts'
import { columnsUnder, type TableReader, type TableScope } from './columns.ts'

/** A table people add rows to, with or without numbers before the rows. Each row that says something gets an id. */
export function freeReader (scope: TableScope, table: FreeTableField, header: readonly string[], gather: Gather, ids: () => string): TableReader | null {
  const key = keyOf(...scope.path, table.id)
  const columns = columnsUnder(header, table.columns.map(column => ({ spellings: labelWords(column), column })))
  if (columns === null || columns.filter(one => one !== null).length < table.columns.length) return null
  const fits = (cells: readonly string[]): boolean => !cells.slice(columns.length).some(hasWords)
  return {
    key,
    fits,
    row (cells) {
      if (!fits(cells)) return false
      const filled = cells.some((cell, index) => hasWords(cell) && (columns[index] ?? null) !== null)
      const id = filled ? ids() : ''
      if (filled) gather.lists.set(key, [...gather.lists.get(key) ?? [], id])
      for (const [index, cell] of cells.entries()) {
        const column = columns[index] ?? null
        if (column !== null) { if (hasWords(cell)) gather.answer(column, keyOf(key, id, column.id), cell) }
        else if (/^\d{1,3}\.?$/.test(cell)) gather.pass('number', cell)
        else gather.keep(table.label.nb, cell, key)
      }
      return true
    },
  }
}
