import type { Attendant } from '@samskriv/shared/api'
import { addItem, keyOf, project, textOf, type Item } from '@samskriv/shared/document'
import { templateById, type Template } from '@samskriv/shared/template'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { notInTable, participantsTable, putInTable } from './participants.ts'

const form = (id: string): Template => {
  const found = templateById(id)
  if (found === null) throw new Error(`no form ${id}`)
  return found
}
const nordland = form('nordland-2024')
const eier: Attendant = { name: 'Eierkoordinator', function: 'Leder av PPT', party: 'eier', union: '' }
const first: Attendant = { name: 'Tillitsvalgt En', function: 'Tillitsvalgt', party: 'arbeidstaker', union: 'Forbundet' }
const second: Attendant = { name: 'Tillitsvalgt To', function: 'Tillitsvalgt', party: 'arbeidstaker', union: 'Forbundet' }

const rowsIn = (doc: Y.Doc): unknown[] => ((project(nordland, doc).values['deltakere'] ?? []) as readonly Item[]).map(item => [item.values['rolle'], item.values['navn']])

function rowWith (doc: Y.Doc, role: string, name: string): void {
  const id = addItem(doc, 'deltakere')
  textOf(doc, keyOf('deltakere', id, 'rolle')).insert(0, role)
  textOf(doc, keyOf('deltakere', id, 'navn')).insert(0, name)
}

describe('those who took part', () => {
  it('are put in the form’s table, in the rows it shows from the beginning and then in new ones', () => {
    const doc = new Y.Doc()
    expect(putInTable(nordland, doc, [eier, first, second, { ...first, name: 'Fjerde' }], {})).toHaveLength(4)
    expect(rowsIn(doc)).toEqual([['Leder av PPT', 'Eierkoordinator'], ['Tillitsvalgt, Forbundet', 'Tillitsvalgt En'], ['Tillitsvalgt, Forbundet', 'Tillitsvalgt To'], ['Tillitsvalgt, Forbundet', 'Fjerde']])
  })
  it('are never doubled, however their names were typed, and what others wrote stays as it is', () => {
    const doc = new Y.Doc()
    rowWith(doc, 'Hovedtillitsvalgt', ' tillitsvalgt  EN ')
    expect(notInTable(nordland, doc, [first, second, second]).map(row => row.name)).toEqual(['Tillitsvalgt To'])
    putInTable(nordland, doc, [first, second, second], {})
    expect(putInTable(nordland, doc, [first, second], {})).toEqual([])
    expect(rowsIn(doc)).toEqual([['Hovedtillitsvalgt', 'tillitsvalgt  EN'], ['Tillitsvalgt, Forbundet', 'Tillitsvalgt To']])
  })
  it('take rows that stand empty before they make new ones', () => {
    const doc = new Y.Doc()
    rowWith(doc, '', '')
    rowWith(doc, 'Rektor', '')
    putInTable(nordland, doc, [first], {})
    expect(rowsIn(doc)).toEqual([['Tillitsvalgt, Forbundet', 'Tillitsvalgt En'], ['Rektor', undefined]])
  })
  it('are taken out again by one undo', () => {
    const doc = new Y.Doc()
    const origin = {}
    const undo = new Y.UndoManager(['values', 'items', 'removed'].map(name => doc.getMap(name)), { trackedOrigins: new Set([origin]), doc })
    undo.addToScope(['start1', 'start2'].flatMap(id => ['rolle', 'navn'].map(column => textOf(doc, keyOf('deltakere', id, column)))))
    putInTable(nordland, doc, [first, second], origin)
    undo.undo()
    expect(rowsIn(doc)).toEqual([])
  })
  it('have nowhere to go in a form that does not ask for them', () => {
    expect(participantsTable(form('troms-2023'))).toBeNull()
    expect(putInTable(form('troms-2023'), new Y.Doc(), [first], {})).toEqual([])
  })
})
