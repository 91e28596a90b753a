import { suggestedOf } from '@samskriv/shared/document'
import { storedSuggestionMark, suggestionOfMark } from '@samskriv/shared/rich-text'
import { decide, suggestChange } from '@samskriv/shared/suggest'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { forgetDecided } from './forget.ts'
import { openHistory } from './history.ts'

const origin = { own: 'change' }
const { name, value } = storedSuggestionMark({ kind: 'insertion', id: 'ny01', by: 'aslaug' })

/** Aslaug's document with her suggestion in it, and her history. */
function suggested (isBound: boolean): { readonly doc: Y.Doc, readonly text: Y.XmlText, readonly undo: Y.UndoManager } {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('Vi skal lære.')
  paragraph.insert(0, [text])
  doc.getXmlFragment('rich:x').insert(0, [paragraph])
  const { undo } = openHistory(doc, origin)
  forgetDecided(doc, undo, 'aslaug', () => isBound)
  doc.transact(() => { text.insert(3, 'gjerne ', { [name]: value }) }, origin)
  return { doc, text, undo }
}

/** Somebody else's change comes from the server. */
function meanwhile (doc: Y.Doc, work: (fragment: Y.XmlFragment) => void): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.transact(() => { work(other.getXmlFragment('rich:x')) })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'the server')
}

describe('one who may only suggest', () => {
  it('can no longer take back what somebody has accepted: it is the text’s', () => {
    const { doc, text, undo } = suggested(true)
    meanwhile(doc, fragment => { decide(fragment, () => true, 'accept') })
    undo.undo()
    expect(text.toDelta()).toEqual([{ insert: 'Vi gjerne skal lære.' }])
  })
  it('can take back what is undecided, whatever else others do', () => {
    const { doc, text, undo } = suggested(true)
    meanwhile(doc, fragment => {
      const block = fragment.get(0)
      const words = block instanceof Y.XmlElement ? block.get(0) : null
      if (words instanceof Y.XmlText) words.format(0, 2, { bold: {} })
    })
    undo.undo()
    expect(text.toDelta().map((part: { insert: string }) => part.insert).join('')).toBe('Vi skal lære.')
    expect(text.toDelta().some((part: { attributes?: object }) => Object.entries(part.attributes ?? {}).some(([key, mark]) => suggestionOfMark(key, mark) !== null))).toBe(false)
  })
})

it('nor an answer they suggested earlier, once somebody has decided about the last one', () => {
  const { doc, undo } = suggested(true)
  for (const after of ['A', 'B']) {
    undo.stopCapturing()
    doc.transact(() => { suggestChange(doc, 'aslaug', { kind: 'answer', key: 'eier', before: null, after }) }, origin)
  }
  const decidedBySomebody = (key: string): void => {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    suggestedOf(other).delete(key)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'the server')
  }
  decidedBySomebody('aslaug/eier')
  undo.undo()
  expect(suggestedOf(doc).size).toBe(0)
})

it('one who may write takes back also what was accepted', () => {
  const { doc, text, undo } = suggested(false)
  meanwhile(doc, fragment => { decide(fragment, () => true, 'accept') })
  undo.undo()
  expect(text.toDelta()).toEqual([{ insert: 'Vi skal lære.' }])
})
