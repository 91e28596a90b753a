import { storedSuggestionMark, writeRichText } from '@samskriv/shared/rich-text'
import { judgeSuggestions } from '@samskriv/shared/suggest'
import { p, rich } from '@samskriv/shared/testing'
import { afterEach, describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { answersIn, updateFrame } from './testing/answers.ts'
import { provider, rawSocket, startLive, until, type LiveServer } from './testing/live-server.ts'

const stops: (() => Promise<void> | void)[] = []
afterEach(async () => { for (const stop of stops.splice(0).toReversed()) await stop() })

const textIn = (doc: Y.Doc): Y.XmlText => {
  const block = doc.getXmlFragment('rich:mål').get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds text')
  return text
}
const words = (doc: Y.Doc): string => textIn(doc).toDelta().map((part: { insert: string }) => part.insert).join('')
const marked = (by: string): Record<string, unknown> => {
  const { name, value } = storedSuggestionMark({ kind: 'insertion', id: `${by}1`, by })
  return { [name]: value }
}

/** Medbestemmelse with one who writes, and a count of how often a judge was asked for. */
async function medbestemmelse (...suggesting: readonly string[]): Promise<{ server: LiveServer, eier: WebsocketProvider, judges: () => number }> {
  let judges = 0
  const server = await startLive({ openJudge: content => { judges++; return judgeSuggestions(content) } })
  stops.push(() => server.stop())
  server.rights.set('eier', { role: 'eier', state: 'medbestemmelse', epoch: 1 })
  for (const person of suggesting) server.rights.set(person, { role: 'tillitsvalgt', state: 'medbestemmelse', epoch: 1 })
  const eier = provider(server, 'eier')
  stops.push(() => { eier.destroy() })
  await until(() => eier.synced)
  writeRichText(eier.doc.getXmlFragment('rich:mål'), rich(p('Vi skal lære.')))
  await until(() => server.store.appends > 0)
  return { server, eier, judges: () => judges }
}

const typed = (doc: Y.Doc): Uint8Array => {
  const known = Y.encodeStateVector(doc)
  textIn(doc).insert(0, 'ord ', marked('aslaug'))
  return Y.encodeStateAsUpdate(doc, known)
}

interface Suggester { readonly doc: Y.Doc, readonly socket: WebSocket, readonly frames: Uint8Array[], readonly write: (work: () => void) => void }

async function suggester (server: LiveServer, as: string, eier: Y.Doc): Promise<Suggester> {
  const { socket, frames } = await rawSocket(server, `as=${as}&answers=1`)
  stops.push(() => { socket.terminate() })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(eier), 'peer')
  doc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'peer') socket.send(updateFrame(update)) })
  return { doc, socket, frames, write: work => { doc.transact(work) } }
}

describe('somebody who may only suggest', () => {
  it('is told so, and what they suggest goes to all', async () => {
    const { server, eier } = await medbestemmelse('aslaug')
    const aslaug = await suggester(server, 'aslaug', eier.doc)
    aslaug.write(() => { textIn(aslaug.doc).insert(3, 'gjerne ', marked('aslaug')) })
    await until(() => answersIn(aslaug.frames).taken === 1)
    expect(answersIn(aslaug.frames)).toMatchObject({ refused: [], standing: [{ mayWrite: false, maySuggest: true }] })
    await until(() => words(eier.doc) === 'Vi gjerne skal lære.')
  })

  it('is refused anything else, and nobody else is disturbed: others’ suggestions on their way are judged on what stands', async () => {
    const { server, eier } = await medbestemmelse('aslaug', 'marit')
    const [aslaug, marit] = [await suggester(server, 'aslaug', eier.doc), await suggester(server, 'marit', eier.doc)]
    marit.write(() => { textIn(marit.doc).insert(3, 'alle ', marked('marit')) })
    aslaug.write(() => { textIn(aslaug.doc).insert(0, 'Smuglet. ') })
    marit.write(() => { textIn(marit.doc).insert(4, 'nå ') })
    await until(() => answersIn(marit.frames).taken === 2 && answersIn(aslaug.frames).taken === 1)
    expect(answersIn(aslaug.frames).refused).toEqual([{ ordinal: 1, code: 'only-suggest' }])
    expect(answersIn(marit.frames).refused).toEqual([])
    await until(() => words(eier.doc) === 'Vi anå lle skal lære.')
    eier.doc.transact(() => { textIn(eier.doc).insert(0, 'Ja. ') })
    await until(() => server.store.appends >= 3)
    Y.applyUpdate(marit.doc, Y.encodeStateAsUpdate(eier.doc), 'peer')
    marit.write(() => { textIn(marit.doc).insert(9, '!', marked('marit')) })
    await until(() => answersIn(marit.frames).taken === 3)
    expect(answersIn(marit.frames).refused).toEqual([])
  })

  it('suggests nothing in an epoch that is over', async () => {
    const { server, eier } = await medbestemmelse('aslaug')
    const aslaug = await suggester(server, 'aslaug', eier.doc)
    server.rights.set('aslaug', { role: 'tillitsvalgt', state: 'medbestemmelse', epoch: 2 })
    aslaug.write(() => { textIn(aslaug.doc).insert(3, 'gjerne ', marked('aslaug')) })
    await until(() => answersIn(aslaug.frames).refused.length === 1)
    expect(answersIn(aslaug.frames).refused).toEqual([{ ordinal: 1, code: 'old-epoch' }])
    expect(words(eier.doc)).toBe('Vi skal lære.')
  })

  it('suggests no more once it is locked, and writes once it is a draft again', async () => {
    const { server, eier } = await medbestemmelse('aslaug')
    const aslaug = await suggester(server, 'aslaug', eier.doc)
    server.rights.set('aslaug', { role: 'tillitsvalgt', state: 'låst', epoch: 1 })
    aslaug.write(() => { textIn(aslaug.doc).insert(3, 'gjerne ', marked('aslaug')) })
    await until(() => answersIn(aslaug.frames).taken === 1)
    expect(answersIn(aslaug.frames).refused).toEqual([{ ordinal: 1, code: 'wrong-state' }])
    server.rights.set('aslaug', { role: 'tillitsvalgt', state: 'utkast', epoch: 1 })
    const again = await suggester(server, 'aslaug', eier.doc)
    again.write(() => { textIn(again.doc).insert(0, 'Ord uten merke. ') })
    await until(() => answersIn(again.frames).taken === 1)
    expect(answersIn(again.frames).refused).toEqual([])
  })

  it('costs those who write nothing: no judge is made for them', async () => {
    const { server, eier, judges } = await medbestemmelse()
    const { appends } = server.store
    eier.doc.transact(() => { textIn(eier.doc).insert(0, 'Mer. ') })
    await until(() => server.store.appends > appends)
    expect(judges()).toBe(0)
  })

  it('slips nothing in under the clocks of what was junk', async () => {
    const { server, eier } = await medbestemmelse('aslaug')
    const { socket, frames } = await rawSocket(server, 'as=aslaug&answers=1')
    stops.push(() => { socket.terminate() })
    const as777 = (work: (doc: Y.Doc) => void): Uint8Array => {
      const doc = new Y.Doc({ gc: false })
      doc.clientID = 777
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(eier.doc))
      const known = Y.encodeStateVector(doc)
      doc.transact(() => { work(doc) })
      return updateFrame(Y.encodeStateAsUpdate(doc, known))
    }
    socket.send(as777(doc => {
      const top = new Y.XmlElement('paragraph')
      let inner = top
      for (let depth = 0; depth < 230; depth++) {
        const next = new Y.XmlElement('paragraph')
        inner.insert(0, [next])
        inner = next
      }
      doc.getXmlFragment('rich:mål').insert(1, [top])
      doc.getXmlFragment('rich:mål').delete(1, 1)
    }))
    socket.send(as777(doc => { doc.getText('text:navn').insert(0, 'Smuglet') }))
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused.map(({ code }) => code)).toEqual(['junk', 'only-suggest'])
    expect(eier.doc.getText('text:navn').toString()).toBe('')
  })

  it('writes under nobody else’s client id, asked for what is lacking or not: what they type next would be taken for known', async () => {
    const { server, eier } = await medbestemmelse('aslaug')
    const { socket, frames } = await rawSocket(server, 'as=aslaug&answers=1')
    stops.push(() => { socket.terminate() })
    const copy = (client: number): Y.Doc => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(eier.doc))
      // Before, Yjs would take another.
      doc.clientID = client
      return doc
    }
    const gap = copy(778)
    typed(gap)
    socket.send(updateFrame(typed(gap)))
    await until(() => answersIn(frames).taken === 1)
    socket.send(updateFrame(typed(copy(eier.doc.clientID)), 1))
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused.map(({ code }) => code)).toEqual(['changed-meanwhile', 'foreign-author'])
  })

  it('may not send a frame that would hold everybody up', async () => {
    const { server, eier } = await medbestemmelse('aslaug')
    const aslaug = await suggester(server, 'aslaug', eier.doc)
    aslaug.write(() => { textIn(aslaug.doc).insert(3, 'x'.repeat(600 * 1024), marked('aslaug')) })
    await until(() => answersIn(aslaug.frames).taken === 1)
    expect(answersIn(aslaug.frames).refused).toEqual([{ ordinal: 1, code: 'too-large' }])
  })
})
