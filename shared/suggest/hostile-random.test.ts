import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { richOf } from '../document/index.ts'
import { readRichText, storedCommentMark, storedSuggestionMark, writeRichText } from '../rich-text/index.ts'
import { b, del, ins, p, rawUpdate, rich, seeded, type Random, type RawId, type RawStruct } from '../testing/index.ts'
import { decide, judgeSuggestions, suggestionsIn } from './index.ts'

// The first three once let something stand for who loads the document.
const seeds = [139, 140, 240, Date.now() % 1_000_000]
const frames = 250
const marks = [
  storedSuggestionMark({ kind: 'insertion', id: 'aslaug0', by: 'aslaug' }), storedSuggestionMark({ kind: 'insertion', id: 'aslaug1', by: 'aslaug' }),
  storedSuggestionMark({ kind: 'deletion', id: 'aslaug2', by: 'aslaug' }), storedSuggestionMark({ kind: 'deletion', id: 'kari1', by: 'kari' }), storedCommentMark('traad1'), { name: 'bold', value: {} },
] as const
/** Under which Aslaug writes: before and behind everybody else's. */
const clients = [2, 3, 4_200_000_000, 4_200_000_001] as const

// Without tidying up after others: that is a change of its own.
function loaded (updates: readonly Uint8Array[], gc = true): Y.Doc {
  const doc = new Y.Doc({ gc })
  doc.on('afterTransaction', transaction => { transaction._needFormattingCleanup = false })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
function start (): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 100_000
  writeRichText(richOf(doc, 'mål'), rich(p('Vi ', ins('mitt', 'aslaug', 'aslaug0'), b('er'), del('nei', 'kari', 'kari1'), '.')))
  const block = richOf(doc, 'mål').get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (text instanceof Y.XmlText) {
    text.format(0, 1, { [marks[4].name]: marks[4].value })
    text.delete(2, 1)
  }
  return Y.encodeStateAsUpdate(doc)
}
// Every clock of the text, in order, deleted or not.
function idsIn (doc: Y.Doc): readonly RawId[] {
  const block = richOf(doc, 'mål').get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  const ids: RawId[] = []
  for (let item = text instanceof Y.XmlText ? text._start : null; item !== null; item = item.right) {
    for (let at = 0; at < item.length; at++) ids.push([item.id.client, item.id.clock + at])
  }
  return ids
}
function content (random: Random): { readonly words: string } | { readonly format: readonly [string, unknown] } | { readonly gone: number } {
  const kind = random.below(10)
  const { name, value } = random.pick(marks)
  return kind < 4 ? { words: random.pick(['x', 'yz']) } : kind < 9 ? { format: [name, random.next() < 0.35 ? null : value] } : { gone: 1 }
}
function forged (doc: Y.Doc, random: Random): Uint8Array {
  const ids = [...idsIn(doc)]
  const near = random.below(ids.length)
  const sections = new Map<number, { clock: number, next: number, readonly structs: RawStruct[] }>()
  const [usual, other] = [random.pick(clients), random.pick(clients)]
  for (let count = 1 + random.below(5); count > 0; count--) {
    const client = random.next() < 0.8 ? usual : other
    const clock = Y.getState(doc.store, client)
    const section = sections.get(client) ?? { clock, next: clock, structs: [] }
    sections.set(client, section)
    const place = random.next() < 0.5 ? random.below(ids.length) : Math.min(ids.length - 1, near + random.below(4))
    const right = ids[random.next() < 0.7 ? place + 1 : random.below(ids.length)]
    const struct: RawStruct = { ...(ids[place] === undefined ? {} : { origin: ids[place] }), ...(right === undefined ? {} : { right }), ...content(random) }
    section.structs.push(struct)
    const made = Array.from({ length: 'words' in struct ? struct.words.length : 1 }, (_, at): RawId => [client, section.next + at])
    ids.splice(place + 1, 0, ...made)
    section.next += made.length
  }
  const gone = random.next() < 0.3 ? ids.filter(([client]) => client !== 100_000)[random.below(9)] : undefined
  return rawUpdate([...sections].map(([client, { clock, structs }]) => ({ client, clock, structs })), gone === undefined ? {} : { [gone[0]]: [[gone[1], 1]] })
}
const withoutAslaugs = (doc: Y.Doc): unknown => {
  doc.transact(() => { decide(richOf(doc, 'mål'), ({ by }) => by === 'aslaug', 'reject') })
  expect(suggestionsIn(richOf(doc, 'mål')).filter(({ by }) => by === 'aslaug')).toEqual([])
  return readRichText(richOf(doc, 'mål'), 'shown')
}

describe('whatever a program makes up that is let in', () => {
  for (const seed of seeds) {
    it(`is gone when it is rejected, for who saw it come, who loads it, and when it is stored anew (seed ${seed})`, () => {
      const random = seeded(seed)
      const updates = [start()]
      const before = withoutAslaugs(loaded(updates))
      const open = (): ReturnType<typeof judgeSuggestions> => judgeSuggestions(Y.encodeStateAsUpdate(loaded(updates, false)))
      let judge = open()
      const room = loaded(updates, false)
      for (let frame = 0; frame < frames; frame++) {
        const update = forged(room, random)
        if (judge.judge(update, 'aslaug', client => client !== 100_000) !== null) {
          judge = open()
          continue
        }
        updates.push(update)
        Y.applyUpdate(room, update)
        const fresh = loaded([Y.encodeStateAsUpdate(loaded(updates, false))])
        for (const doc of [loaded(updates), loaded([Y.encodeStateAsUpdate(fresh)]), fresh]) expect(withoutAslaugs(doc), `seed ${seed}, frame ${frame}`).toEqual(before)
      }
    })
  }
})
