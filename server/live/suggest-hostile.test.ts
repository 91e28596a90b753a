import { readRichText, storedSuggestionMark, writeRichText, type SuggestionMark } from '@samskriv/shared/rich-text'
import { judgeSuggestions } from '@samskriv/shared/suggest'
import { p, rich } from '@samskriv/shared/testing'
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge as gate } from './gate.ts'
import { Content, scan, type Scanned } from './update/index.ts'
import { answersIn, updateFrame } from './testing/answers.ts'
import { provider, rawSocket, startLive, until } from './testing/live-server.ts'

const stops: (() => Promise<void> | void)[] = []
afterEach(async () => { for (const stop of stops.splice(0).toReversed()) await stop() })

type Id = readonly [client: number, clock: number]
interface Struct { readonly client: number, readonly clock: number, readonly origin?: Id, readonly right?: Id, readonly root?: string, readonly words?: string, readonly format?: readonly [name: string, value: unknown] }

/** An update put together by hand: one struct of each client. */
function bytesOf (structs: readonly Struct[]): Uint8Array {
  return encoding.encode(to => {
    encoding.writeVarUint(to, structs.length)
    for (const { client, clock, origin, right, root, words, format } of structs) {
      for (const number of [1, client, clock]) encoding.writeVarUint(to, number)
      encoding.writeUint8(to, (words === undefined ? 6 : 4) | (origin === undefined ? 0 : 0x80) | (right === undefined ? 0 : 0x40))
      for (const id of [origin, right]) for (const number of id ?? []) encoding.writeVarUint(to, number)
      if (origin === undefined && right === undefined) {
        encoding.writeVarUint(to, 1)
        encoding.writeVarString(to, root ?? 't')
      }
      if (words === undefined) {
        encoding.writeVarString(to, format?.[0] ?? '')
        encoding.writeVarString(to, JSON.stringify(format?.[1] ?? null))
      } else encoding.writeVarString(to, words)
    }
    encoding.writeVarUint(to, 0)
  })
}

const mark = (kind: SuggestionMark['kind'] = 'insertion', by = 'aslaug'): Record<string, unknown> => {
  const { name, value } = storedSuggestionMark({ kind, id: `${by}1`, by })
  return { [name]: value }
}
const [[ownName = '', ownValue = {}] = []] = Object.entries(mark())
const textIn = (doc: Y.Doc): Y.XmlText => {
  const block = doc.getXmlFragment('rich:mål').get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds text')
  return text
}
function room (): Y.Doc {
  const doc = new Y.Doc()
  writeRichText(doc.getXmlFragment('rich:mål'), rich(p('Vi skal lære.')))
  return doc
}
const copyOf = (doc: Y.Doc, client: number): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  return copy
}
function typed (doc: Y.Doc, work: () => void): Uint8Array {
  const known = Y.encodeStateVector(doc)
  doc.transact(work)
  return Y.encodeStateAsUpdate(doc, known)
}
function scanned (update: Uint8Array): Scanned {
  const found = scan(update)
  if (found === null) throw new Error('Yjs wrote it')
  return found
}
const verdict = (doc: Y.Doc, update: Uint8Array): string | null => judgeSuggestions(Y.encodeStateAsUpdate(doc)).judge(update, 'aslaug', client => client < 1_000)
function lastId (text: Y.XmlText): Id {
  let last = text._start
  while (last !== null && last.right !== null) last = last.right
  if (last === null) throw new Error('no letters')
  return [last.lastId.client, last.lastId.clock]
}

describe('the judge', () => {
  it('lets in no end of a mark between which others’ words would come to lie', () => {
    const doc = room()
    const end = lastId(textIn(doc))
    expect(verdict(doc, bytesOf([{ client: 2, clock: 0, origin: end, format: ['blink', {}] }]))).toBe('only-suggest')
    expect(verdict(doc, bytesOf([{ client: 2, clock: 0, origin: end, format: [ownName, ownValue] }]))).toBe('only-suggest')
    const [client, clock] = [end[0], end[1] - 6]
    const between = { origin: [client, clock] as const, right: [client, clock + 1] as const }
    expect(verdict(doc, bytesOf([{ client: 900_000_000, clock: 0, ...between, format: [ownName, null] }, { client: 2, clock: 0, ...between, format: [ownName, ownValue] }]))).toBe('only-suggest')
  })
  it('lets in no look of own words that an editor breaks on', () => {
    const odd: readonly object[] = [{ link: { href: 5 } }, { link: { href: {} } }, { link: { href: 'javascript:alert(1)' } }, { link: {} }, { bold: true }, { bold: { x: 1 } }]
    for (const look of odd) {
      const doc = room()
      const own = copyOf(doc, 7)
      expect(verdict(doc, typed(own, () => { textIn(own).insert(3, 'z', { ...mark(), ...look }) })), JSON.stringify(look)).toBe('only-suggest')
    }
    const doc = room()
    const own = copyOf(doc, 7)
    expect(verdict(doc, typed(own, () => { textIn(own).insert(3, 'z', { ...mark(), bold: {}, link: { href: 'https://example.no', target: '_blank' } }) }))).toBeNull()
  })
  it('lets in nothing that parts a letter written as two halves, wherever it stands', () => {
    const doc = room()
    doc.getText('text:navn').insert(0, '😀')
    const [client, clock] = [doc.clientID, Y.getState(doc.store, doc.clientID) - 2]
    const end = lastId(textIn(doc))
    expect(verdict(doc, bytesOf([{ client: 7, clock: 0, origin: end, right: [client, clock + 1], format: [ownName, null] }]))).toBe('only-suggest')
    expect(verdict(doc, bytesOf([{ client: 7, clock: 0, origin: [client, clock], format: ['bold', null] }]))).toBe('only-suggest')
  })
  it('is not held up by what is made to cost', () => {
    const doc = room()
    const own = copyOf(doc, 7)
    const many = Object.assign({}, ...Array.from({ length: 20 }, (_, n) => { const { name, value } = storedSuggestionMark({ kind: 'insertion', id: `mange${n}`, by: 'aslaug' }); return { [name]: value } })) as object
    expect(verdict(doc, typed(own, () => { textIn(own).insert(3, 'z', many) }))).toBe('only-suggest')
  })
})

async function medbestemmelse (): Promise<{ eier: Y.Doc, send: (update: Uint8Array, step?: number) => void, refused: () => readonly string[], taken: () => number }> {
  const server = await startLive({ openJudge: judgeSuggestions })
  stops.push(() => server.stop())
  server.rights.set('eier', { role: 'eier', state: 'medbestemmelse', epoch: 1 })
  server.rights.set('aslaug', { role: 'tillitsvalgt', state: 'medbestemmelse', epoch: 1 })
  const eier = provider(server, 'eier')
  stops.push(() => { eier.destroy() })
  await until(() => eier.synced)
  writeRichText(eier.doc.getXmlFragment('rich:mål'), rich(p('Vi skal lære.')))
  await until(() => server.store.appends > 0)
  const { socket, frames } = await rawSocket(server, 'as=aslaug&answers=1')
  stops.push(() => { socket.terminate() })
  return {
    eier: eier.doc, taken: () => answersIn(frames).taken, refused: () => answersIn(frames).refused.map(({ code }) => code),
    send: (update, step = 2) => { socket.send(updateFrame(update, step)) },
  }
}

describe('the live server', () => {
  it('hangs nothing behind known words that says it lies elsewhere', async () => {
    const { eier, send, taken, refused } = await medbestemmelse()
    const own = copyOf(eier, 777)
    send(typed(own, () => { textIn(own).insert(3, 'z', mark()) }))
    send(bytesOf([{ client: 777, clock: 2, root: 'rich:tull', words: 'xSMUGLET ' }]))
    await until(() => taken() === 2)
    expect(refused()).toEqual(['only-suggest'])
    expect(JSON.stringify(readRichText(eier.getXmlFragment('rich:mål'), 'shown'))).not.toContain('SMUGLET')
  })
  it('deletes nothing that is yet to be written', async () => {
    const { eier, send, taken, refused } = await medbestemmelse()
    const author = copyOf(eier, 600_000)
    const then = typed(author, () => { textIn(author).insert(0, 'Nytt. ') })
    const own = copyOf(eier, 777)
    Y.applyUpdate(own, then)
    const known = Y.encodeStateVector(own)
    textIn(own).delete(0, 6)
    send(Y.encodeStateAsUpdate(own, known))
    await until(() => taken() === 1)
    expect(refused()).toEqual(['changed-meanwhile'])
  })
  it('lets nobody suggest under a client id whose words came without their owner’s name', () => {
    const doc = room()
    const own = copyOf(doc, 600_000)
    const earlier = typed(own, () => { textIn(own).insert(0, 'Før. ') })
    Y.applyUpdate(doc, earlier)
    const content = new Content()
    const all = Y.encodeStateAsUpdate(doc)
    content.add(all, scanned(all))
    const update = typed(own, () => { textIn(own).insert(3, 'z', mark()) })
    const ground = { content, owners: new Map<number, string>(), retired: new Set<number>(), ahead: new Map<number, number>(), speaker: () => null, judgeSuggestion: () => null, liesTooDeep: () => false }
    const rights = { role: 'tillitsvalgt', state: 'medbestemmelse', epoch: 1 } as const
    const attempt = { personId: 'aslaug', isReply: true, scanned: scanned(update), update }
    expect(gate(rights, 1, attempt, ground)).toBe('foreign-author')
    expect(gate(rights, 1, attempt, { ...ground, owners: new Map([[600_000, 'aslaug']]) })).toBeNull()
  })
  it('looks into no more of what follows several refusals', async () => {
    const { eier, send, taken, refused } = await medbestemmelse()
    for (let n = 0; n < 8; n++) {
      const own = copyOf(eier, 800 + n)
      send(typed(own, () => { textIn(own).insert(0, 'Smuglet') }))
    }
    await until(() => taken() === 8)
    expect(new Set(refused())).toEqual(new Set(['only-suggest']))
  })
})
