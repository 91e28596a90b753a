import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { richOf, removedOf } from '../../document/index.ts'
import { readRichText, richTextFrom, writeRichText } from '../../rich-text/index.ts'
import type { CommentPlace } from '../../api/comment.ts'
import { anchorsIn, findQuote, lineOf, noMemory, putMark, putNewMark, quoteOf, rememberMarks, resolveWanted, standingIn, tidyMarks, type MarkMemory } from '../index.ts'
import { quoteCases } from '../testing/index.ts'

type CommentPlaceOfWords = Extract<CommentPlace, { kind: 'text' }>

describe('a quote is found', () => {
  for (const { says, words, found, ...quoted } of quoteCases) it(says, () => { expect(findQuote(words, quoted)).toEqual(found) })
})

function written (...lines: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  writeRichText(richOf(doc, 'om'), richTextFrom(lines.join('\n')))
  return doc
}
function textIn (doc: Y.Doc, paragraph = 0): Y.XmlText {
  const block = richOf(doc, 'om').get(paragraph)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds text')
  return text
}
const rangeOf = (doc: Y.Doc, words: string): { readonly from: number, readonly to: number } => {
  const from = lineOf(richOf(doc, 'om')).words.indexOf(words)
  return { from, to: from + words.length }
}
const wordsUnder = (doc: Y.Doc, thread: string): readonly string[] => (anchorsIn(doc).get(thread) ?? []).map(({ words }) => words)
const edges = { lowest: 1, highest: 2 ** 32 - 1 }
const comment = (doc: Y.Doc, words: string, thread: string): void => { doc.transact(transaction => { putNewMark(transaction, lineOf(richOf(doc, 'om')), rangeOf(doc, words), thread, edges) }) }
const exchange = (one: Y.Doc, other: Y.Doc): void => {
  const [a, b] = [Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), Y.encodeStateAsUpdate(other, Y.encodeStateVector(one))]
  Y.applyUpdate(other, a, 'peer')
  Y.applyUpdate(one, b, 'peer')
}
const copyOf = (doc: Y.Doc): Y.Doc => { const copy = new Y.Doc(); Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc)); return copy }
const placeOf = (doc: Y.Doc, words: string): CommentPlaceOfWords => ({ kind: 'text', key: 'om', ...quoteOf(lineOf(richOf(doc, 'om')).words, rangeOf(doc, words)) })

describe('a line', () => {
  it('holds the words of all blocks, and where each stands in Yjs', () => {
    const doc = written('Først dette.', 'Så dette.')
    const { words, pieces } = lineOf(richOf(doc, 'om'))
    expect(words).toBe('Først dette.\nSå dette.\n')
    expect(pieces.map(({ start, length }) => words.slice(start, start + length))).toEqual(['Først dette.', 'Så dette.'])
  })

  it('changes nothing of what is read, hashed and exported', () => {
    const doc = written('Først dette.', 'Så dette.')
    const before = readRichText(richOf(doc, 'om'))
    doc.transact(() => { putMark(lineOf(richOf(doc, 'om')), { from: 2, to: 18 }, 'traad1'); putMark(lineOf(richOf(doc, 'om')), { from: 4, to: 9 }, 'traad2') })
    expect(readRichText(richOf(doc, 'om'))).toEqual(before)
    expect(wordsUnder(doc, 'traad1')).toEqual(['rst dette. Så de'])
  })

  it('leaves out what was removed, until it is brought back', () => {
    const doc = new Y.Doc()
    writeRichText(richOf(doc, 'tiltak/x/mal'), richTextFrom('Målet'))
    doc.transact(() => { putMark(lineOf(richOf(doc, 'tiltak/x/mal')), { from: 0, to: 3 }, 'traad1') })
    removedOf(doc).set('tiltak/x', true)
    expect(anchorsIn(doc).size).toBe(0)
    removedOf(doc).delete('tiltak/x')
    expect(wordsUnder(doc, 'traad1')).toEqual(['Mål'])
  })
})

const wanted = (doc: Y.Doc, words: string, more: object = {}): Parameters<typeof resolveWanted>[2] => {
  const { from, to } = rangeOf(doc, words)
  const position = (index: number): unknown => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(textIn(doc), index))
  return { ...placeOf(doc, words), start: position(from), end: position(to), ...more }
}
const found = (doc: Y.Doc, meant: Parameters<typeof resolveWanted>[2]): string | null => {
  const resolved = resolveWanted(doc, 'om', meant)
  return resolved === null ? null : resolved.line.words.slice(resolved.range.from, resolved.range.to)
}

describe('what a client means', () => {
  it('is what stands between its positions, also the second of two that read the same', () => {
    const doc = written('alle, alle, alle')
    const position = (index: number): unknown => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(textIn(doc), index))
    expect(resolveWanted(doc, 'om', { quote: 'alle', before: '', after: '', start: position(6), end: position(10) })?.range).toEqual({ from: 6, to: 10 })
  })

  it('is looked for by its words when its positions are of another document, forged, or nothing of the kind', () => {
    const doc = written('Vi vil styrke alle barn.')
    const other = written('Noe annet, noe annet, noe annet.')
    expect(found(doc, { ...wanted(doc, 'styrke'), ...wanted(other, 'annet'), ...placeOf(doc, 'styrke') })).toBe('styrke')
    for (const start of [null, 7, 'x', [], { item: 3 }, { item: { client: -1, clock: 0 } }, { tname: 'values' }, { type: { client: 1e12, clock: 2 }, item: null }]) {
      expect(found(doc, wanted(doc, 'styrke', { start, end: start }))).toBe('styrke')
      expect(found(doc, { ...placeOf(other, 'annet'), start, end: start })).toBeNull()
    }
  })
})

describe('a new mark', () => {
  it('takes in nothing that is written at its edges meanwhile, whatever client ids there are', () => {
    for (const client of [2, 1000, 2 ** 31, 2 ** 32 - 2]) {
      const server = written('Vi vil styrke alle barn.')
      const writer = copyOf(server)
      writer.clientID = client
      comment(server, 'styrke', 'traad1')
      textIn(writer).insert(7, '«')
      textIn(writer).insert(14, '»')
      exchange(server, writer)
      expect([client, wordsUnder(server, 'traad1'), wordsUnder(writer, 'traad1')]).toEqual([client, ['styrke'], ['styrke']])
    }
  })

  it('does not reach over what was deleted beside it and is brought back', () => {
    const doc = written('Vi vil styrke alle barn.')
    const undo = new Y.UndoManager(richOf(doc, 'om'), { trackedOrigins: new Set(['own']) })
    doc.transact(() => { textIn(doc).delete(13, 5); textIn(doc).delete(2, 4) }, 'own')
    comment(doc, 'styrke', 'traad1')
    undo.undo()
    expect(lineOf(richOf(doc, 'om')).words).toBe('Vi vil styrke alle barn.\n')
    expect(wordsUnder(doc, 'traad1')).toEqual(['styrke'])
  })
})

const tidy = (doc: Y.Doc, place: CommentPlaceOfWords, memory = noMemory): void => { doc.transact(() => { tidyMarks(doc, [{ thread: 'traad1', place }], thread => thread === 'traad1', memory) }) }
const start = (): { readonly doc: Y.Doc, readonly place: CommentPlaceOfWords } => {
  const doc = written('Først dette.', 'Vi vil styrke alle barn i barnehagene.', 'Sist dette.')
  const place = placeOf(doc, 'styrke alle barn')
  comment(doc, 'styrke alle barn', 'traad1')
  return { doc, place }
}
// A paragraph as an editor writes it anew, without marks.
const writeAnew = (doc: Y.Doc, words: string): void => {
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText(words)])
  doc.transact(() => { richOf(doc, 'om').delete(1, 1); richOf(doc, 'om').insert(1, [block]) })
}

// The second paragraph parted as an editor does it: what stands behind is taken away and written anew, with its marks.
const part = (doc: Y.Doc, at: number): void => {
  doc.transact(() => {
    const text = textIn(doc, 1)
    const kept = text.clone()
    text.delete(at, text.length - at)
    const block = new Y.XmlElement('paragraph')
    block.insert(0, [kept])
    richOf(doc, 'om').insert(2, [block])
    kept.delete(0, at)
  })
}

const takeOut = (doc: Y.Doc, place: CommentPlaceOfWords): MarkMemory => {
  const before = rememberMarks(doc, noMemory)
  doc.transact(() => { richOf(doc, 'om').delete(1, 1) })
  tidy(doc, place, before)
  return rememberMarks(doc, before)
}
const bringIn = (doc: Y.Doc, words: string): void => {
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText(words)])
  richOf(doc, 'om').insert(1, [block])
}
const among = (words: string): string => `I de neste årene skal kommunen vår styrke ${words} som går i en av våre barnehager her hjemme.`

describe('marks are put in order', () => {
  it('by following the letters, with what was written among them', () => {
    const { doc, place } = start()
    const memory = rememberMarks(doc, noMemory)
    writeAnew(doc, 'Vi vil også styrke nesten alle barn i barnehagene og skolene.')
    expect(wordsUnder(doc, 'traad1')).toEqual([])
    tidy(doc, place, memory)
    expect(wordsUnder(doc, 'traad1')).toEqual(['styrke nesten alle barn'])
  })

  it('by the quote when nothing is remembered, and standing there is told meanwhile', () => {
    const { doc, place } = start()
    writeAnew(doc, 'Nytt. Vi vil styrke alle barn i barnehagene.')
    expect(standingIn(doc, [{ thread: 'traad1', place }]).get('traad1')).toMatchObject({ by: 'quote', anchors: [{ key: 'om', words: 'styrke alle barn' }] })
    tidy(doc, place)
    expect(standingIn(doc, [{ thread: 'traad1', place }]).get('traad1')).toMatchObject({ by: 'mark', anchors: [{ key: 'om', words: 'styrke alle barn' }] })
  })

  it('on words that were taken out, worked on elsewhere and brought back', () => {
    const { doc, place } = start()
    const memory = takeOut(doc, place)
    expect(wordsUnder(doc, 'traad1')).toEqual([])
    bringIn(doc, 'Nå vil vi styrke nesten alle små barn i barnehagene.')
    tidy(doc, place, memory)
    expect(wordsUnder(doc, 'traad1')).toEqual(['styrke nesten alle små barn'])
  })

  it('not on words that merely resemble them and were there all the time', () => {
    const doc = written('Først dette.', among('alle barn'), among('alle unge'))
    const place = placeOf(doc, 'styrke alle barn')
    comment(doc, 'styrke alle barn', 'traad1')
    const memory = takeOut(doc, place)
    expect(wordsUnder(doc, 'traad1')).toEqual([])
    bringIn(doc, among('noen barn'))
    tidy(doc, place, memory)
    expect(wordsUnder(doc, 'traad1')).toEqual(['styrke noen barn'])
  })

  it('not on some of the same words among others', () => {
    const { doc, place } = start()
    const memory = takeOut(doc, place)
    bringIn(doc, 'Kommunen skal også styrke nesten alle barn, som vi lovet.')
    tidy(doc, place, memory)
    expect(wordsUnder(doc, 'traad1')).toEqual([])
  })

  it('not on those of a paragraph that begins alike and is put in front of theirs', () => {
    const doc = written('Først dette.', among('alle barn'))
    const place = placeOf(doc, 'styrke alle barn')
    comment(doc, 'styrke alle barn', 'traad1')
    const memory = rememberMarks(doc, noMemory)
    bringIn(doc, among('alle unge'))
    tidy(doc, place, memory)
    expect(lineOf(richOf(doc, 'om')).marks.get('traad1')).toEqual([rangeOf(doc, 'styrke alle barn')])
  })

  it('never on other words: gone is gone, and not there', () => {
    const { doc, place } = start()
    const memory = rememberMarks(doc, noMemory)
    writeAnew(doc, 'Noe helt annet om alle som er med.')
    tidy(doc, place, memory)
    expect(wordsUnder(doc, 'traad1')).toEqual([])
    expect(standingIn(doc, [{ thread: 'traad1', place }]).size).toBe(0)
  })

  it('off words that were put in place of those commented on', () => {
    const { doc, place } = start()
    const memory = rememberMarks(doc, noMemory)
    textIn(doc, 1).insert(10, 'XXX gjøre noe ganske annet YYY')
    textIn(doc, 1).delete(40, 13)
    textIn(doc, 1).delete(7, 3)
    expect(wordsUnder(doc, 'traad1')).toEqual(['XXX gjøre noe ganske annet YYY'])
    tidy(doc, place, memory)
    expect(wordsUnder(doc, 'traad1')).toEqual([])
  })

  it('not off a word typed among those commented on, though the paragraph is parted right behind it before anybody has looked', () => {
    const { doc, place } = start()
    const memory = rememberMarks(doc, noMemory)
    textIn(doc, 1).insert('Vi vil styrke alle'.length, ' små')
    part(doc, 'Vi vil styrke alle små '.length)
    tidy(doc, place, memory)
    expect(lineOf(richOf(doc, 'om')).marks.get('traad1')?.map(({ from, to }) => lineOf(richOf(doc, 'om')).words.slice(from, to))).toEqual(['styrke alle små ', 'barn'])
  })

  it('and nothing is written where all is as it should be, nor of threads that are not here', () => {
    const { doc, place } = start()
    let writes = 0
    doc.on('update', () => { writes += 1 })
    tidy(doc, place, rememberMarks(doc, noMemory))
    expect(writes).toBe(0)
    doc.transact(() => { putMark(lineOf(richOf(doc, 'om')), { from: 0, to: 5 }, 'fremmed') })
    tidy(doc, place)
    expect([...anchorsIn(doc).keys()]).toEqual(['traad1'])
  })
})
