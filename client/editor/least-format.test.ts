import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { differing, formatLeast } from './least-format.ts'

formatLeast()

const begun = (): { readonly doc: Y.Doc, readonly text: Y.XmlText } => {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  doc.getXmlFragment('x').insert(0, [text])
  text.insert(0, 'abc', {})
  text.insert(1, 'XY', { mark: { id: 1 }, bold: {} })
  return { doc, text }
}

describe('the stretches that are marked otherwise than wanted', () => {
  it('are as long as they can be, with the marks that differ and no other', () => {
    const present = [{ insert: 'ab' }, { insert: 'cd', attributes: { bold: {} } }]
    expect(differing(present, [{ retain: 4, attributes: { bold: {} } }])).toEqual([{ at: 0, length: 2, marks: { bold: {} } }])
    expect(differing(present, [{ retain: 1, attributes: { bold: null } }, { retain: 3, attributes: { bold: null, italic: {} } }]))
      .toEqual([{ at: 1, length: 1, marks: { italic: {} } }, { at: 2, length: 2, marks: { bold: null, italic: {} } }])
    expect(differing(present, [{ retain: 2, attributes: { bold: null } }, { retain: 2, attributes: { bold: {} } }])).toEqual([])
  })
})

describe('marks put anew on a text that has them', () => {
  it('change nothing in Yjs, and so can leave no beginning without its end when another takes them off', () => {
    const { doc, text } = begun()
    const before = Y.encodeStateAsUpdate(doc)
    text.applyDelta([{ retain: 1, attributes: { mark: null, bold: null } }, { retain: 2, attributes: { mark: { id: 1 }, bold: {} } }, { retain: 2, attributes: { mark: null, bold: null } }])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
  it('are put where they lack, and taken off where they are not wanted', () => {
    const { text } = begun()
    text.applyDelta([{ retain: 1, attributes: { italic: {} } }, { retain: 2, attributes: { mark: null } }])
    expect(text.toDelta()).toEqual([{ insert: 'a', attributes: { italic: {} } }, { insert: 'XY', attributes: { bold: {} } }, { insert: 'bc' }])
  })
})
