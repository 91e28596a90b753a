import { addItem, textOf, valuesOf } from '@samskriv/shared/document'
import { check } from '@samskriv/shared/rules'
import { project } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Home } from '../../editor/home.ts'
import type { Present } from '../../live/session.ts'
import { outlineOf } from './outline.ts'

const label = { nb: 'a', nn: 'a', en: 'a' }
const template: Template = {
  id: 'test', version: 1, title: label, issuer: label, sections: [
    { id: 'om', title: label, fields: [{ kind: 'text', id: 'eier', label, required: true }, { kind: 'amount', id: 'sum', label }] },
    { id: 'tiltak', title: label, fields: [{ kind: 'group', id: 'tiltak', label, itemLabel: label, addLabel: label, nameField: 'navn', fields: [{ kind: 'text', id: 'navn', label, required: true }] }] },
  ],
}
const present = (place: string | null, self = false): Present => ({ clientId: 1, personId: 'p', name: 'Eier', role: 'eier', color: 0, place, self })
const homeOf = (doc: Y.Doc, people: readonly Present[]): Home => ({
  doc, awareness: new Awareness(doc), undo: new Y.UndoManager(doc), origin: {}, setPlace: () => undefined,
  present: { get: () => people, watch: () => () => undefined }, lastUndone: { get: () => null, watch: () => () => undefined },
})

it('counts what is missing and what is wrong where it is, and says who is where', () => {
  const doc = new Y.Doc()
  const first = addItem(doc, 'tiltak')
  const second = addItem(doc, 'tiltak')
  textOf(doc, `tiltak/${first}/navn`).insert(0, 'Språk')
  valuesOf(doc).set('sum', { unread: 'mye' })
  const outline = outlineOf(template, homeOf(doc, [present(`tiltak/${second}/navn`)]), check(template, project(template, doc).values))
  expect(outline.map(({ missing, wrong, people }) => [missing, wrong, people.length])).toEqual([[1, 1, 0], [1, 0, 1]])
  expect(outline[1]?.items.map(({ id, number, missing, people }) => [id, number, missing, people.length])).toEqual([[first, 1, 0, 0], [second, 2, 1, 1]])
})

it('does not say that one is oneself there', () => {
  const doc = new Y.Doc()
  expect(outlineOf(template, homeOf(doc, [present('eier', true), present(null)]), [])[0]?.people).toEqual([])
})
