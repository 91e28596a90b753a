import { keyOf } from '../../document/index.ts'
import type { ContactField } from '../../template/index.ts'
import type { Gather } from '../gather.ts'
import { labelWords } from '../label.ts'
import { hasWords } from '../word.ts'
import { columnsUnder, isOneOf, type TableReader, type TableScope } from './columns.ts'

/** Contact persons beside each other: one a column, their parts as rows. */
export function contactReader (scope: TableScope, header: readonly string[], gather: Gather): TableReader | null {
  const contacts = scope.fields.filter((field): field is ContactField => field.kind === 'contact')
  const columns = columnsUnder(header, contacts.map(contact => ({ spellings: labelWords(contact), column: contact })))
  if (columns === null || hasWords(header[0] ?? '')) return null
  const first = contacts[0]
  const fits = (cells: readonly string[]): boolean =>
    contacts.some(contact => contact.parts.some(part => isOneOf(cells[0] ?? '', labelWords(part))))
  return {
    key: first === undefined ? '' : keyOf(...scope.path, first.id),
    fits,
    row (cells) {
      const [head = '', ...rest] = cells
      if (!fits(cells)) return false
      gather.pass('label', head)
      for (const [index, cell] of rest.entries()) {
        const contact = columns[index + 1]
        const part = contact?.parts.find(one => isOneOf(head, labelWords(one)))
        if (contact === null || contact === undefined || part === undefined) gather.keep(head, cell, first === undefined ? null : first.id)
        else if (hasWords(cell)) gather.answer(part, keyOf(...scope.path, contact.id, part.id), cell)
      }
      return true
    },
  }
}
