import { addItem, itemsOf, removeItem, valuesOf } from '@samskriv/shared/document'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openHistory } from './history.ts'

const origin = { own: 'change' }

describe('one\'s own undo', () => {
  it('undoes one\'s own words in any field, never those of others, and tells where', () => {
    const doc = new Y.Doc()
    const { undo, lastUndone } = openHistory(doc, origin)
    doc.transact(() => { doc.getText('text:fornavn').insert(0, 'mitt') }, origin)
    undo.stopCapturing()
    doc.transact(() => { doc.getText('text:navn').insert(0, 'ord') }, origin)
    doc.transact(() => { doc.getText('text:navn').insert(0, 'andres ') }, 'the server')
    undo.undo()
    expect(doc.getText('text:navn').toString()).toBe('andres ')
    expect(lastUndone.get()).toEqual({ kind: 'undo', key: 'navn' })
    undo.undo()
    expect(doc.getText('text:fornavn').toString()).toBe('')
    expect(lastUndone.get()).toEqual({ kind: 'undo', key: 'fornavn' })
    undo.redo()
    expect(lastUndone.get()).toEqual({ kind: 'redo', key: 'fornavn' })
  })

  it('tells again when the same field is undone once more', () => {
    const doc = new Y.Doc()
    const { undo, lastUndone } = openHistory(doc, origin)
    for (const word of ['a', 'b']) {
      doc.transact(() => { doc.getText('text:navn').insert(0, word) }, origin)
      undo.stopCapturing()
    }
    undo.undo()
    const first = lastUndone.get()
    undo.undo()
    expect(lastUndone.get()).toEqual(first)
    expect(lastUndone.get()).not.toBe(first)
  })

  it('names the value, the rich text and the item it changed', () => {
    const doc = new Y.Doc()
    const { undo, lastUndone } = openHistory(doc, origin)
    doc.transact(() => { valuesOf(doc).set('summer/regional/eier', 330_000) }, origin)
    undo.undo()
    expect(lastUndone.get()?.key).toBe('summer/regional/eier')
    doc.transact(() => { doc.getXmlFragment('rich:tiltak/a/innhold').insert(0, [new Y.XmlElement('paragraph')]) }, origin)
    undo.stopCapturing()
    doc.transact(() => {
      const paragraph = doc.getXmlFragment('rich:tiltak/a/innhold').get(0)
      if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('dypt inne')])
    }, origin)
    undo.undo()
    expect(lastUndone.get()?.key).toBe('tiltak/a/innhold')
    const item = addItem(doc, 'tiltak')
    doc.transact(() => { removeItem(doc, 'tiltak', item) }, origin)
    undo.undo()
    expect(lastUndone.get()?.key).toBe(`tiltak/${item}`)
    expect(itemsOf(doc).size).toBe(1)
  })

  it('knows an editor\'s changes once its origin is added', () => {
    const doc = new Y.Doc()
    const editor = { key: 'editor' }
    const { undo } = openHistory(doc, origin)
    doc.transact(() => { doc.getText('text:navn').insert(0, 'a') }, editor)
    expect(undo.canUndo()).toBe(false)
    undo.addTrackedOrigin(editor)
    doc.transact(() => { doc.getText('text:navn').insert(0, 'b') }, editor)
    undo.undo()
    expect(doc.getText('text:navn').toString()).toBe('a')
  })
})
