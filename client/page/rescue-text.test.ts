import { textOf, richOf } from '@samskriv/shared/document'
import { writeRichText } from '@samskriv/shared/rich-text'
import { ins, p, rich } from '@samskriv/shared/testing'
import type { Template } from '@samskriv/shared/template'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rescuedTexts } from './rescue-text.ts'

const text = (nb: string): { nb: string, nn: string, en: string } => ({ nb, nn: nb, en: nb })
const template: Template = {
  id: 'x', version: 1, title: text('X'), issuer: text('Y'),
  sections: [{ id: 's', title: text('S'), fields: [
    { kind: 'text', id: 'navn', label: text('Navn') },
    { kind: 'text', id: 'sted', label: text('Sted') },
    { kind: 'richText', id: 'om', label: text('Om') },
  ] }],
}

function situation (): { doc: Y.Doc, base: Uint8Array } {
  const doc = new Y.Doc()
  textOf(doc, 'navn').insert(0, 'Lek')
  textOf(doc, 'sted').insert(0, 'Ute')
  return { doc, base: Y.encodeStateAsUpdate(doc) }
}

describe('what a rescue holds', () => {
  it('is the fields that the person changed, as they stand with the change, and no other', () => {
    const { doc, base } = situation()
    const known = Y.encodeStateVector(doc)
    textOf(doc, 'navn').insert(3, ' og lær')
    writeRichText(richOf(doc, 'om'), { type: 'doc', content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Første.' }] }, { type: 'paragraph', content: [{ type: 'text', text: 'Andre.' }] },
    ] })
    expect(rescuedTexts(template, { base, update: Y.encodeStateAsUpdate(doc, known) })).toEqual([
      { key: 'navn', text: 'Lek og lær' },
      { key: 'om', text: 'Første.\nAndre.' },
    ])
  })
  it('is everything that can be read when what it stood on was not kept', () => {
    const { doc } = situation()
    expect(rescuedTexts(template, { base: null, update: Y.encodeStateAsUpdate(doc) }).map(one => one.key)).toEqual(['navn', 'sted'])
  })
  it('is also what was only suggested, as the text would read with it', () => {
    const { doc } = situation()
    writeRichText(richOf(doc, 'om'), rich(p('Vi skal lære.')))
    const base = Y.encodeStateAsUpdate(doc)
    const known = Y.encodeStateVector(doc)
    writeRichText(richOf(doc, 'om'), rich(p(ins('Og mer.\u2029Til.', 'aslaug', 'ny01'))))
    expect(rescuedTexts(template, { base, update: Y.encodeStateAsUpdate(doc, known) })).toEqual([{ key: 'om', text: 'Vi skal lære.\nOg mer.\nTil.' }])
  })
})
