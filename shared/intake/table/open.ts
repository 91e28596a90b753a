import type { Gather } from '../gather.ts'
import { hasWords } from '../word.ts'
import type { TableReader, TableScope } from './columns.ts'
import { contactReader } from './contact.ts'
import { fixedReader } from './fixed.ts'
import { freeReader } from './free.ts'
import { sideBySideReader } from './side-by-side.ts'

/**
 * Recognises a row as the header of one of the scope's tables, or of fields that stand side by side. Two tables may have
 * the same header (eier and UH, of amounts or of contact persons): the row that follows decides.
 */
export function openTable (scope: TableScope, header: readonly string[], following: readonly string[] | null, gather: Gather, ids: () => string): TableReader | null {
  const readers = [
    ...scope.fields.map(field => field.kind === 'fixedTable' ? fixedReader(scope, field, header, gather)
      : field.kind === 'freeTable' ? freeReader(scope, field, header, gather, ids) : null),
    contactReader(scope, header, gather),
    sideBySideReader(scope, header, gather),
  ].filter(reader => reader !== null)
  const chosen = (following === null ? undefined : readers.find(reader => reader.fits(following))) ?? readers[0]
  if (chosen === undefined) return null
  for (const cell of header) gather.pass('label', cell)
  return chosen
}

/** Whether a row only draws a line: `-----|----`. */
export function isRule (cells: readonly string[]): boolean {
  return cells.every(cell => !hasWords(cell)) && cells.some(cell => /-{2,}/.test(cell))
}
