import { itemIds, removeItem, textOf } from '@samskriv/shared/document'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginRow } from './start-rows.ts'

const shown = ['start1', 'start2', 'start3']
const sync = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
}

it('makes one row of the empty row two people begin at once', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  for (const [doc, text] of [[one, 'Nord'], [other, 'vik']] as const) {
    beginRow(doc, 'andre', 'start1', shown, {})
    textOf(doc, 'andre/start1/navn').insert(0, text)
  }
  sync(one, other)
  expect(itemIds(one, 'andre')).toEqual(['start1'])
  expect(['Nordvik', 'vikNord']).toContain(textOf(one, 'andre/start1/navn').toString())
})

it('begins the rows above with it, so that they stand in order', () => {
  const doc = new Y.Doc()
  beginRow(doc, 'andre', 'start3', shown, {})
  expect(itemIds(doc, 'andre')).toEqual(shown)
})

it('does not bring back a row that was removed', () => {
  const doc = new Y.Doc()
  beginRow(doc, 'andre', 'start2', shown, {})
  removeItem(doc, 'andre', 'start1')
  beginRow(doc, 'andre', 'start3', shown, {})
  expect(itemIds(doc, 'andre')).toEqual(['start2', 'start3'])
})

it('writes nothing for a row that is there', () => {
  const doc = new Y.Doc()
  beginRow(doc, 'andre', 'start1', shown, {})
  const before = Y.encodeStateAsUpdate(doc)
  beginRow(doc, 'andre', 'start1', shown, {})
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})
