import type { Attendant } from '@samskriv/shared/api'
import { addItem, ensureItem, itemIds, keyOf, removedOf, textOf } from '@samskriv/shared/document'
import type { FreeTableField, Participants, Template } from '@samskriv/shared/template'
import type * as Y from 'yjs'
import { startRowId } from '../form/group/start-rows.ts'

/** Somebody as the form's own table names them. */
export interface ParticipantRow { readonly role: string, readonly name: string }

/** The form's table of those who took part, with the columns to fill in. Null: this form has none. */
export function participantsTable (template: Template): { readonly field: FreeTableField, readonly columns: Participants } | null {
  const columns = template.participants
  const field = template.sections.flatMap(section => section.fields).find(one => one.id === columns?.table)
  return columns === undefined || field?.kind !== 'freeTable' ? null : { field, columns }
}

// The same name typed by two hands: spaces and capitals do not make two people of one.
const sameName = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('nb')

/** What an attendant is called in the table's column of roles: "Tillitsvalgt, Utdanningsforbundet". */
export const roleOf = (attendant: Attendant): string => [attendant.function, attendant.union].filter(part => part.trim() !== '').join(', ')

/** The attendants whose names are not in the table yet, each name once. */
export function notInTable (template: Template, doc: Y.Doc, attendants: readonly Attendant[]): readonly ParticipantRow[] {
  const table = participantsTable(template)
  if (table === null) return []
  const { field, columns } = table
  const there = new Set(itemIds(doc, field.id).map(id => sameName(textOf(doc, keyOf(field.id, id, columns.name)).toString())))
  return attendants.flatMap(attendant => {
    const name = sameName(attendant.name)
    if (name === '' || there.has(name)) return []
    there.add(name)
    return [{ role: roleOf(attendant), name: attendant.name.trim() }]
  })
}

// Rows that say nothing, those the form only shows included, in their order.
function emptyRows (doc: Y.Doc, field: FreeTableField): readonly string[] {
  const there = itemIds(doc, field.id)
  const empty = there.filter(id => field.columns.every(column => textOf(doc, keyOf(field.id, id, column.id)).toString().trim() === ''))
  const shown = Array.from({ length: field.startRows ?? 0 }, (_, index) => startRowId(index))
  const unbegun = shown.filter(id => !there.includes(id) && removedOf(doc).get(keyOf(field.id, id)) !== true)
  return [...empty, ...unbegun.slice(0, Math.max(0, (field.startRows ?? 0) - there.length))]
}

function write (doc: Y.Doc, key: string, words: string): void {
  const text = textOf(doc, key)
  text.delete(0, text.length)
  text.insert(0, words)
}

/** Puts people in the form's table, empty rows first, as one change of this person's. Those who are in it are left alone. Gives the ids of the rows. */
export function putInTable (template: Template, doc: Y.Doc, attendants: readonly Attendant[], origin: object): readonly string[] {
  const table = participantsTable(template)
  if (table === null) return []
  const { field, columns } = table
  return doc.transact(() => {
    const rows = notInTable(template, doc, attendants)
    const empty = emptyRows(doc, field)
    return rows.map((row, index) => {
      const id = empty[index] ?? addItem(doc, field.id)
      ensureItem(doc, field.id, id)
      write(doc, keyOf(field.id, id, columns.role), row.role)
      write(doc, keyOf(field.id, id, columns.name), row.name)
      return id
    })
  }, origin)
}
