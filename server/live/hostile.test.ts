import { message, syncStep } from '@samskriv/shared/protocol'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answersIn, inserted, updateFrame } from './testing/answers.ts'
import { until, type LiveServer } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'
import { scan } from './update/index.ts'

const { start, join, opened } = createStage()
async function reader (server: LiveServer, as: string): Promise<Y.Doc> {
  const joined = join(server, as)
  await until(() => joined.synced)
  return joined.doc
}
// What somebody writes letter by letter under a client id of theirs.
function letters (clientID: number, words: string): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => { updates.push(update) })
  for (const letter of words) doc.getText('t').insert(doc.getText('t').length, letter)
  return updates
}
const presence = (client: number): Uint8Array => encoding.encode(encoder => {
  encoding.writeVarUint(encoder, message.awareness)
  encoding.writeVarUint8Array(encoder, encoding.encode(inner => {
    encoding.writeVarUint(inner, 1)
    encoding.writeVarUint(inner, client)
    encoding.writeVarUint(inner, 0)
    encoding.writeVarString(inner, '{}')
  }))
})

describe('a gap', () => {
  it('is not taken: what lacks is asked for, and then all is there', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    const [first, second, third] = letters(5, 'abc')
    if (first === undefined || second === undefined || third === undefined) throw new Error('three letters')
    socket.send(updateFrame(new Uint8Array([0, 0]), syncStep.two))
    socket.send(updateFrame(first))
    socket.send(updateFrame(third))
    await until(() => answersIn(frames).taken === 3)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 3, code: 'changed-meanwhile' }])
    // Asked a second time, beside the handshake.
    await until(() => frames.filter(bytes => bytes[0] === message.sync && bytes[1] === syncStep.one).length === 2)
    socket.send(updateFrame(Y.mergeUpdates([first, second, third]), syncStep.two))
    await until(() => answersIn(frames).taken === 4)
    expect((await reader(server, 'ola')).getText('t').toString()).toBe('abc')
    expect(scan((await server.live.read('sak', 1)).update)).not.toBeNull()
  })

  it('is none between frames that are on their way together', async () => {
    const server = await start()
    const { promise, resolve: open } = Promise.withResolvers<void>()
    server.store.appendGate = promise
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    for (const update of letters(5, 'sammen')) socket.send(updateFrame(update))
    open()
    await until(() => answersIn(frames).taken === 6)
    expect(answersIn(frames).refused).toEqual([])
  })
})

describe('another’s name on the bytes', () => {
  it('is refused also before the other has written, while their connection goes by it', async () => {
    const server = await start()
    const kari = await opened(server, 'as=kari&answers=1')
    kari.socket.send(presence(77))
    const mallory = await opened(server, 'as=mallory&answers=1')
    await until(() => mallory.frames.length > 0)
    kari.socket.ping()
    await new Promise(resolve => { kari.socket.once('pong', resolve) })
    mallory.socket.send(updateFrame(inserted('Ikke Karis', 77)))
    mallory.socket.send(updateFrame(inserted('Ikke Karis', 77), syncStep.two))
    mallory.socket.send(updateFrame(inserted('Ikke Karis', 77), syncStep.two))
    await until(() => answersIn(mallory.frames).taken === 3)
    // The one reply we asked for may bring along what others wrote; no other may.
    expect(answersIn(mallory.frames).refused.map(each => each.ordinal)).toContain(1)
    expect(answersIn(mallory.frames).refused.every(each => each.code === 'foreign-author')).toBe(true)
  })

  it('does not become one’s own by bringing back what the other wrote', async () => {
    const server = await start()
    const [first, second] = letters(5, 'ab')
    if (first === undefined || second === undefined) throw new Error('two letters')
    const ola = await opened(server, 'as=ola&answers=1')
    ola.socket.send(updateFrame(first, syncStep.two))
    await until(() => answersIn(ola.frames).taken === 1)
    const kari = await opened(server, 'as=kari&answers=1')
    kari.socket.send(updateFrame(second))
    await until(() => answersIn(kari.frames).taken === 1)
    expect(answersIn(kari.frames).refused).toEqual([])
    expect((await reader(server, 'per')).getText('t').toString()).toBe('ab')
  })
})

describe('a frame made to cost', () => {
  it('is not taken apart for somebody who may not write', async () => {
    const server = await start()
    server.rights.set('leser', { role: 'leser', state: 'utkast', epoch: 1 })
    const { socket, frames } = await opened(server, 'as=leser&answers=1')
    const many = encoding.encode(encoder => {
      encoding.writeVarUint(encoder, 300_000)
      for (let client = 0; client < 300_000; client++) for (const part of [1, client, 0, 0, 1]) encoding.writeVarUint(encoder, part)
      encoding.writeVarUint(encoder, 0)
    })
    const before = performance.now()
    socket.send(updateFrame(many))
    await until(() => answersIn(frames).taken === 1)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 1, code: 'not-allowed' }])
    expect(scan(many), 'and junk for who may: more clients than a behovsmelding has').toBeNull()
    expect(performance.now() - before).toBeLessThan(3_000)
  })
})

describe('a socket from before the disk failed', () => {
  it('does not throw the room out that others have opened since', async () => {
    const server = await start()
    const old = await opened(server, 'as=kari&answers=1')
    old.socket.send(updateFrame(inserted('Hei', 5)))
    await until(() => answersIn(old.frames).taken === 1)
    server.store.isBroken = true
    old.socket.send(updateFrame(inserted('Mer', 6)))
    await until(() => server.logged.some(line => line.startsWith('error storage failed')))
    server.store.isBroken = false
    await until(() => server.logged.includes('warning storage works again'))
    const ola = await opened(server, 'as=ola&answers=1')
    await until(() => server.live.online('sak').has('ola'))
    old.socket.terminate()
    await server.live.hold('annen', 1, async () => undefined)
    ola.socket.send(updateFrame(inserted('Etterpå', 8)))
    await until(() => answersIn(ola.frames).taken === 1)
    expect([...server.live.online('sak')]).toEqual(['ola'])
  })
})

describe('a full document', () => {
  it('still takes what only deletes', async () => {
    const { judge } = await import('./gate.ts')
    const { Content } = await import('./update/index.ts')
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'x'.repeat(100))
    const content = new Content()
    const whole = Y.encodeStateAsUpdate(doc)
    const scannedWhole = scan(whole)
    if (scannedWhole === null) throw new Error('an update of Yjs')
    content.add(whole, scannedWhole)
    const vector = Y.encodeStateVector(doc)
    doc.getText('t').delete(0, 50)
    const deletion = scan(Y.encodeStateAsUpdate(doc, vector))
    doc.getText('t').insert(0, 'mer')
    const more = scan(Y.encodeStateAsUpdate(doc, vector))
    if (deletion === null || more === null) throw new Error('updates of Yjs')
    const ground = { content, owners: new Map<number, string>(), retired: new Set<number>(), ahead: new Map<number, number>(), speaker: () => null, judgeSuggestion: () => null, liesTooDeep: () => false }
    const rights = { role: 'eier', state: 'utkast', epoch: 1 } as const
    const full = { personId: 'kari', isReply: false, update: new Uint8Array(40 * 1024 * 1024) }
    expect(judge(rights, 1, { ...full, scanned: deletion }, ground)).toBeNull()
    expect(judge(rights, 1, { ...full, scanned: more }, ground)).toBe('document-full')
  })
})
