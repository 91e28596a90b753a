import { keyOf } from '../../document/index.ts'
import { sumOf } from '../../field/index.ts'
import type { Field } from '../../template/index.ts'
import { valuesAt } from '../assemble.ts'
import type { Gather } from '../gather.ts'
import { labelWords } from '../label.ts'
import { hasWords } from '../word.ts'
import { columnsUnder, type TableReader, type TableScope } from './columns.ts'

const kinds: ReadonlySet<Field['kind']> = new Set(['sum', 'amount', 'integer', 'percentage', 'date', 'yesNo'])

/** Fields of the form set side by side as a table of one row: their labels over their answers. */
export function sideBySideReader (scope: TableScope, header: readonly string[], gather: Gather): TableReader | null {
  const fields = scope.fields.filter(field => kinds.has(field.kind))
  const columns = columnsUnder(header, fields.map(field => ({ spellings: labelWords(field), column: field })))
  if (columns === null || !hasWords(header[0] ?? '')) return null
  let taken = false
  const key = keyOf(...scope.path, columns.find(one => one !== null)?.id ?? '')
  const fits = (cells: readonly string[]): boolean => !taken && cells.length <= columns.length
  return {
    key,
    fits,
    row (cells) {
      if (!fits(cells)) return false
      taken = true
      for (const [index, cell] of cells.entries()) {
        const field = columns[index] ?? null
        if (field === null) gather.keep('', cell, key)
        else if (field.kind === 'sum') gather.total(field.label.nb, cell, keyOf(...scope.path, field.id), values => sumOf(field, valuesAt(values, scope.path)))
        else if (hasWords(cell)) gather.answer(field, keyOf(...scope.path, field.id), cell)
      }
      return true
    },
  }
}
