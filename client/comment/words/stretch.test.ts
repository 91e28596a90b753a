import { putMark, lineOf } from '@samskriv/shared/comment'
import { removedOf, richOf } from '@samskriv/shared/document'
import { writeRichText } from '@samskriv/shared/rich-text'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openAnchors } from './anchors.ts'
import { lettersOf, stretchAt } from './stretch.ts'

let doc: Y.Doc
const paragraph = (text: string): { type: string, content: { type: string, text: string }[] } => ({ type: 'paragraph', content: [{ type: 'text', text }] })
beforeEach(() => {
  doc = new Y.Doc()
  writeRichText(richOf(doc, 'om'), { type: 'doc', content: [paragraph('Barna leker ute.'), { type: 'paragraph', content: [{ type: 'text', text: 'Vi ' }, { type: 'text', text: 'leser', marks: [{ type: 'bold' }] }, { type: 'text', text: ' inne.' }] }] })
  writeRichText(richOf(doc, 'mal'), { type: 'doc', content: [paragraph('Målet er trivsel.')] })
})
const piece = (key: string, index: number): Y.XmlText => {
  const found = lineOf(richOf(doc, key)).pieces[index]
  if (found === undefined) throw new Error('no such piece')
  return found.text
}

describe('words somebody has chosen', () => {
  it('are quoted with what stands around them, without the blanks at their ends, over paragraphs', () => {
    expect(stretchAt(richOf(doc, 'om'), 5, 12)).toMatchObject({ quote: 'leker', before: 'Barna ', after: ' ute.\nVi leser inne.\n' })
    // 16 letters in the first paragraph: the break between the two is no letter of the page.
    expect(stretchAt(richOf(doc, 'om'), 12, 24)?.quote).toBe('ute.\nVi leser')
    expect(stretchAt(richOf(doc, 'om'), 5, 6)).toBeNull()
  })
  it('are found again after others have written before and between them', () => {
    const stretch = stretchAt(richOf(doc, 'om'), 6, 11)
    if (stretch === null) throw new Error('no words')
    piece('om', 0).insert(0, 'Alle ')
    piece('om', 0).insert(13, 'XX')
    expect(lettersOf(richOf(doc, 'om'), stretch)).toEqual({ from: 11, to: 18 })
    piece('om', 0).delete(0, piece('om', 0).length)
    expect(lettersOf(richOf(doc, 'om'), stretch)).toBeNull()
  })
  it('go over the wire as plain JSON', () => {
    const stretch = stretchAt(richOf(doc, 'om'), 16, 18)
    expect(stretch?.quote).toBe('Vi')
    expect(lettersOf(richOf(doc, 'om'), JSON.parse(JSON.stringify(stretch)) as typeof stretch & object)).toEqual({ from: 16, to: 18 })
  })
})

describe('where comments stand', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })
  it('is followed as marks come, move to another text and go; and told only then', () => {
    const anchors = openAnchors(doc)
    const told = vi.fn()
    anchors.watch(told)
    const mark = (key: string, from: number, to: number): void => { putMark(lineOf(richOf(doc, key)), { from, to }, 'tråd1') }
    doc.transact(() => { mark('om', 6, 11) })
    vi.advanceTimersByTime(300)
    expect(anchors.get().get('tråd1')).toEqual({ key: 'om', at: 6 })
    piece('om', 0).insert(16, ' Alltid.')
    vi.advanceTimersByTime(300)
    expect(told).toHaveBeenCalledTimes(1)
    doc.transact(() => { piece('om', 0).delete(0, 20); mark('mal', 0, 5) })
    vi.advanceTimersByTime(300)
    expect(anchors.get().get('tråd1')).toEqual({ key: 'mal', at: 0 })
    piece('mal', 0).delete(0, 10)
    vi.advanceTimersByTime(300)
    expect(anchors.get().size).toBe(0)
    anchors.close()
  })
  it('is nowhere while the tiltak they stand in is removed', () => {
    writeRichText(richOf(doc, 'tiltak/x/mal'), { type: 'doc', content: [paragraph('Mål her.')] })
    doc.transact(() => { putMark(lineOf(richOf(doc, 'tiltak/x/mal')), { from: 0, to: 3 }, 'tråd3') })
    const anchors = openAnchors(doc)
    expect(anchors.get().has('tråd3')).toBe(true)
    removedOf(doc).set('tiltak/x', true)
    vi.advanceTimersByTime(300)
    expect(anchors.get().has('tråd3')).toBe(false)
    removedOf(doc).delete('tiltak/x')
    vi.advanceTimersByTime(300)
    expect(anchors.get().has('tråd3')).toBe(true)
    anchors.close()
  })
  it('is known for texts that come later', () => {
    const anchors = openAnchors(new Y.Doc())
    expect(anchors.get().size).toBe(0)
    anchors.close()
    const later = openAnchors(doc)
    writeRichText(richOf(doc, 'nytt'), { type: 'doc', content: [paragraph('Nytt her.')] })
    doc.transact(() => { putMark(lineOf(richOf(doc, 'nytt')), { from: 0, to: 4 }, 'tråd2') })
    vi.advanceTimersByTime(300)
    expect(later.get().get('tråd2')).toEqual({ key: 'nytt', at: 0 })
    later.close()
  })
})
