import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { richOf, suggestedOf } from '../document/index.ts'
import { storedCommentMark, storedSuggestionMark, writeRichText, type StoredMark } from '../rich-text/index.ts'
import { b, del, ins, p, rawUpdate, rich, type RawId, type RawStruct } from '../testing/index.ts'
import { judgeSuggestions } from './index.ts'

const own = storedSuggestionMark({ kind: 'insertion', id: 'aslaug1', by: 'aslaug' })
const karis = storedSuggestionMark({ kind: 'deletion', id: 'kari1', by: 'kari' })
const comment = storedCommentMark('traad1')
const laid = (...marks: readonly StoredMark[]): Record<string, unknown> => Object.fromEntries(marks.map(({ name, value }) => [name, value]))

let room = new Y.Doc()
const textIn = (doc: Y.Doc, paragraph = 0): Y.XmlText => {
  const block = richOf(doc, 'mål').get(paragraph)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds text')
  return text
}
beforeEach(() => {
  room = new Y.Doc()
  room.clientID = 100_000
  writeRichText(richOf(room, 'mål'), rich(p('Vi skal lære.'), p('Kari: ', del('bort', 'kari', 'kari1'), ' her. ', b('Fet'))))
  textIn(room, 1).format(0, 4, laid(comment))
})

const owns = (client: number): boolean => client < 1_000 || client > 4_000_000_000
const judged = (...updates: readonly Uint8Array[]): readonly (string | null)[] => {
  const judge = judgeSuggestions(Y.encodeStateAsUpdate(room))
  return updates.map(update => judge.judge(update, 'aslaug', owns))
}
function sent (client: number, work: (doc: Y.Doc) => void, from = room): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  doc.transact(() => { work(doc) })
  return Y.encodeStateAsUpdate(doc, before)
}
function idOf (text: Y.XmlText, isIt: (item: Y.Item) => boolean): RawId {
  let item = text._start
  while (item !== null && !isIt(item)) item = item.right
  if (item === null) throw new Error('it is there')
  return [item.id.client, item.id.clock]
}
const behind = ([client, clock]: RawId, by: number): RawId => [client, clock + by]
const letter = (): RawId => behind(idOf(textIn(room), ({ content }) => content instanceof Y.ContentString), 2)
const alone = (client: number, structs: readonly RawStruct[]): Uint8Array => rawUpdate([{ client, structs }])
const many = (struct: (index: number) => RawStruct): readonly RawStruct[] => Array.from({ length: 1_500 }, (_, index) => struct(index))

describe('a program that writes as somebody who may only suggest', () => {
  it('lays no insertion where words typed meanwhile would come under it', () => {
    const [origin, right] = [letter(), behind(letter(), 1)]
    const high = 4_200_000_000
    expect(judged(rawUpdate([
      { client: high, structs: [{ origin, right, words: 'x' }, { origin: [high, 0], right, format: [own.name, null] }] },
      { client: 2, structs: [{ origin, right, format: [own.name, own.value] }] },
    ]))).toEqual(['only-suggest'])
    // Nor in two steps: first something to part it by.
    expect(judged(alone(high, [{ origin, right, gone: 1 }]), rawUpdate([{ client: 2, structs: [
      { origin, right: [high, 0], format: [own.name, own.value] }, { origin: [high, 0], right, words: 'x' }, { origin: [2, 1], right, format: [own.name, null] },
    ] }]))).toEqual([null, 'only-suggest'])
  })
  it('puts no words of its own under another’s suggestion or comment', () => {
    for (const mark of [karis, comment]) expect(judged(sent(2, doc => { textIn(doc).insert(3, 'Tull ', laid(own, mark)) })), mark.name).toEqual(['only-suggest'])
  })
  it('puts no beginning of its own in the place of another’s mark’s, nor beside it', () => {
    const origin = idOf(textIn(room, 1), ({ content }) => content instanceof Y.ContentFormat && content.key === comment.name)
    const structs: readonly RawStruct[] = [{ origin, right: idOf(textIn(room, 1), ({ content }) => content instanceof Y.ContentString), format: [comment.name, comment.value] }]
    expect(judged(rawUpdate([{ client: 2, structs }], { [origin[0]]: [[origin[1], 1]] }))).toEqual(['only-suggest'])
    expect(judged(alone(2, structs))).toEqual(['only-suggest'])
  })
  it('says of elements nothing that only Yjs can tell from what was said', () => {
    const element = richOf(room, 'mål').get(0)._item
    const parent: RawId = [element?.id.client ?? 0, element?.id.clock ?? 0]
    for (const value of [undefined, Number.NaN, 4n]) expect(judged(alone(2, [{ parent, sub: 'level', value }]))).toEqual(['only-suggest'])
    expect(judged(alone(2, [{ parent, sub: 'level', format: ['x', 1] }]))).toEqual(['only-suggest'])
  })
  it('suggests nothing under a key that is no answer', () => {
    expect(judged(alone(2, [{ root: 'suggested', sub: 'aslaug/navn', value: undefined }]))).toEqual(['only-suggest'])
    expect(judged(alone(2, [{ root: 'suggested', sub: 'aslaug/navn', format: ['x', 1] }]))).toEqual(['only-suggest'])
    expect(judged(alone(2, [{ root: 'suggested', sub: `aslaug/${'x'.repeat(400)}`, value: {} }]))).toEqual(['too-large'])
  })
  it('puts nothing between two that were no neighbours for anybody: it would stand elsewhere for who loads it', () => {
    const places: readonly (readonly [number, number])[] = [[0, 3], [3, 1], [2, 2]]
    for (const [origin, right] of places) expect(judged(alone(2, [{ origin: behind(letter(), origin), right: behind(letter(), right), gone: 1 }])), `${origin} ${right}`).toEqual(['only-suggest'])
    // Nor once more behind a letter where it has put something already.
    const structs: readonly RawStruct[] = [{ origin: letter(), right: behind(letter(), 1), gone: 1 }, { origin: letter(), right: behind(letter(), 1), gone: 1 }]
    expect(judged(alone(2, structs))).toEqual(['only-suggest'])
  })
  it('has nobody look for places far apart, many times over', () => {
    const [origin, right] = [letter(), behind(letter(), 1)]
    const long = 'x'.repeat(1_500)
    const costly: readonly (readonly RawStruct[])[] = [
      many(index => ({ origin, right: index % 2 === 0 ? right : behind(right, 1), gone: 1 })),
      many(() => ({ root: 'suggested', sub: 'aslaug/navn', value: {} })),
      [{ origin, right, words: long }, ...many(index => ({ origin: [2, index], right, gone: 1 }))],
      many(index => ({ right: behind(right, index % 2), gone: 1 })),
    ]
    for (const structs of costly) expect(judged(alone(2, structs))).toEqual(['too-large'])
  })
  it('is not held up by many marks over many runs', () => {
    const names = Array.from({ length: 200 }, (_, index) => storedSuggestionMark({ kind: 'deletion', id: `aslaug${index}`, by: 'aslaug' }))
    let clock = -1
    const next = (struct: { readonly words: string } | { readonly format: readonly [string, unknown] }): RawStruct => ({ origin: ++clock === 0 ? letter() : [2, clock - 1], right: behind(letter(), 1), ...struct })
    const open = (value: boolean) => ({ name, value: mark }: StoredMark): RawStruct => next({ format: [name, value ? mark : null] })
    expect(judged(alone(2, [...names.map(open(true)), ...names.map(open(false))]))).toEqual(['only-suggest'])
  })
})

describe('an honest editor of somebody who may only suggest', () => {
  it('may part a mark that ends behind another’s beginning, where Yjs goes on with it', () => {
    textIn(room, 1).format(16, 3, laid(comment))
    expect(judged(sent(2, doc => { textIn(doc, 1).insert(19, 'x', { ...laid(own), [comment.name]: null, bold: {} }) }))).toEqual([null])
  })
  it('may take back that it deleted own words which another would have away', () => {
    const insertions = rich(p('Her ', ins('står', 'aslaug', 'aslaug1'), '.'))
    room = new Y.Doc()
    room.clientID = 100_000
    writeRichText(richOf(room, 'mål'), insertions)
    textIn(room).format(4, 4, laid(karis))
    textIn(room).format(0, 2, laid(karis))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room))
    doc.clientID = 2
    const undo = new Y.UndoManager(richOf(doc, 'mål'))
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => { updates.push(update) })
    textIn(doc).delete(4, 4)
    undo.undo()
    undo.redo()
    undo.undo()
    expect(judged(...updates)).toEqual([null, null, null, null])
  })
  it('may lay its mark on words it has just written', () => {
    expect(judged(sent(2, doc => {
      textIn(doc).insert(3, 'gjerne ')
      textIn(doc).format(3, 7, laid(own))
    }))).toEqual([null])
  })
  it('may write on and on at one place, forwards and backwards', () => {
    expect(judged(sent(2, doc => {
      textIn(doc).insert(3, 'x', laid(own))
      for (let n = 0; n < 600; n++) textIn(doc).insert(n % 2 === 0 ? 4 : textIn(doc).length - 10, 'yz', { ...laid(own), bold: n % 3 === 0 ? {} : null })
      for (let n = 0; n < 300; n++) suggestedOf(doc).set('aslaug/navn', { kind: 'answer', key: 'navn', before: null, after: `N${n}` })
    }))).toEqual([null])
  })
})
