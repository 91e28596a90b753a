import { addItem, itemIds, moveItem, project, removeItem, richOf, textOf, valuesOf } from '@samskriv/shared/document'
import { mostChanges } from '@samskriv/shared/proposal'
import { storedSuggestionMark, writeRichText } from '@samskriv/shared/rich-text'
import { decide, suggestChange } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inProposals, rescuedChanges } from './rescued.ts'

const text = (nb: string): { nb: string, nn: string, en: string } => ({ nb, nn: nb, en: nb })
const template: Template = {
  id: 'x', version: 1, title: text('X'), issuer: text('Y'),
  sections: [{ id: 's', title: text('S'), fields: [
    { kind: 'text', id: 'navn', label: text('Navn') },
    { kind: 'text', id: 'sted', label: text('Sted') },
    { kind: 'richText', id: 'om', label: text('Om') },
    { kind: 'group', id: 'tiltak', label: text('Tiltak'), itemLabel: text('Tiltak {n}'), addLabel: text('Legg til'), nameField: 'navn', fields: [{ kind: 'text', id: 'navn', label: text('Navn') }] },
  ] }],
}

function situation (): { doc: Y.Doc, base: Uint8Array, known: Uint8Array } {
  const doc = new Y.Doc()
  textOf(doc, 'navn').insert(0, 'Lek')
  textOf(doc, 'sted').insert(0, 'Ute')
  const ids = ['a', 'b'].map(() => addItem(doc, 'tiltak'))
  for (const [index, id] of ids.entries()) textOf(doc, `tiltak/${id}/navn`).insert(0, `Tiltaket ${index + 1}`)
  writeRichText(richOf(doc, 'om'), { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Om oss.' }] }] })
  return { doc, base: Y.encodeStateAsUpdate(doc), known: Y.encodeStateVector(doc) }
}

const paragraphOf = (text: string): object => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

describe('what a rescue holds', () => {
  it('is what the person changed, each with what stood there, and nothing else', () => {
    const { doc, base, known } = situation()
    textOf(doc, 'navn').insert(3, ' og lær')
    const [first = '', second = ''] = itemIds(doc, 'tiltak')
    removeItem(doc, 'tiltak', first)
    const added = addItem(doc, 'tiltak')
    textOf(doc, `tiltak/${added}/navn`).insert(0, 'Nytt')
    expect(rescuedChanges(template, { base, update: Y.encodeStateAsUpdate(doc, known) }, null)).toEqual([
      { kind: 'answer', key: 'navn', before: 'Lek', after: 'Lek og lær' },
      { kind: 'added', list: 'tiltak', item: added, behind: second, values: { navn: 'Nytt' } },
      { kind: 'removed', list: 'tiltak', item: first, values: { navn: 'Tiltaket 1' } },
    ])
  })

  it('is not what the text says already, though it came another way', () => {
    const { doc, base, known } = situation()
    textOf(doc, 'navn').insert(3, ' og lær')
    moveItem(doc, 'tiltak', itemIds(doc, 'tiltak')[1] ?? '', 0)
    const rescue = { base, update: Y.encodeStateAsUpdate(doc, known) }
    const now = { ...project(template, doc).values, navn: 'Lek' }
    expect(rescuedChanges(template, rescue, now).map(change => change.kind)).toEqual(['answer'])
    expect(rescuedChanges(template, rescue, project(template, doc).values)).toEqual([])
  })

  it('is what was suggested too', () => {
    const { doc, base, known } = situation()
    const paragraph = richOf(doc, 'om').get(0)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    const mark = storedSuggestionMark({ kind: 'insertion', id: 'abcdabcd', by: 'tillitsvalgt' })
    if (words instanceof Y.XmlText) words.insert(2, ' alle', { [mark.name]: mark.value })
    const [change] = rescuedChanges(template, { base, update: Y.encodeStateAsUpdate(doc, known) }, null)
    expect(JSON.stringify(change)).toContain('Om alle oss.')
  })

  it('has none of the words another suggests in the same text: they are not decided by being sent in as somebody else’s', () => {
    const { doc } = situation()
    const paragraph = richOf(doc, 'om').get(0)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(words instanceof Y.XmlText)) throw new Error('a paragraph holds text')
    const inserted = storedSuggestionMark({ kind: 'insertion', id: 'abcdabcd', by: 'tillitsvalgt' })
    const deleted = storedSuggestionMark({ kind: 'deletion', id: 'efghefgh', by: 'tillitsvalgt' })
    words.insert(2, ' alle', { [inserted.name]: inserted.value })
    words.format(0, 2, { [deleted.name]: deleted.value })
    const [base, known] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
    words.insert(words.length, ' Skrevet i tunnelen.', { [inserted.name]: null, [deleted.name]: null })
    const [change, ...others] = rescuedChanges(template, { base, update: Y.encodeStateAsUpdate(doc, known) }, null)
    expect(change).toEqual({ kind: 'answer', key: 'om', before: paragraphOf('Om oss.'), after: paragraphOf('Om oss. Skrevet i tunnelen.') })
    expect(others).toEqual([])
  })

  it('is what the person accepted of another’s suggestion', () => {
    const { doc } = situation()
    const paragraph = richOf(doc, 'om').get(0)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    const mark = storedSuggestionMark({ kind: 'insertion', id: 'abcdabcd', by: 'tillitsvalgt' })
    if (words instanceof Y.XmlText) words.insert(2, ' alle', { [mark.name]: mark.value })
    const [base, known] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
    decide(richOf(doc, 'om'), () => true, 'accept')
    const [change] = rescuedChanges(template, { base, update: Y.encodeStateAsUpdate(doc, known) }, null)
    expect(JSON.stringify(change)).toContain('Om alle oss.')
  })

  it('is what was suggested of short answers, but not what stood suggested before', () => {
    const { doc } = situation()
    suggestChange(doc, 'kari', { kind: 'answer', key: 'annet', before: null, after: 4 })
    const [base, known] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
    suggestChange(doc, 'aslaug', { kind: 'answer', key: 'navn', before: 'Lek', after: 'Lek og lær' })
    const rescue = { base, update: Y.encodeStateAsUpdate(doc, known) }
    expect(rescuedChanges(template, rescue, null)).toEqual([{ kind: 'answer', key: 'navn', before: 'Lek', after: 'Lek og lær' }])
    expect(rescuedChanges(template, rescue, { ...project(template, doc).values, navn: 'Lek og lær' })).toEqual([])
  })

  it('is everything that can be read when what it stood on was not kept', () => {
    const { doc } = situation()
    valuesOf(doc).set('annet', 1)
    expect(rescuedChanges(template, { base: null, update: Y.encodeStateAsUpdate(doc) }, null).map(one => one.kind)).toEqual(['answer', 'answer', 'answer', 'added', 'added'])
  })
})

const change = (n: number, length: number) => ({ kind: 'answer', key: `f${n}`, before: null, after: 'x'.repeat(length) }) as const

describe('sending it in', () => {
  it('is parted so that each proposal keeps to the bounds, and nothing is left out', () => {
    const many = Array.from({ length: mostChanges + 5 }, (_, n) => change(n, 3))
    expect(inProposals(many).map(part => part.length)).toEqual([mostChanges, 5])
    const large = [change(1, 300_000), change(2, 300_000), change(3, 10)]
    expect(inProposals(large).map(part => part.length)).toEqual([1, 2])
    expect(inProposals(large).flat()).toEqual(large)
    expect(inProposals([])).toEqual([])
  })
})
