import { closeCode, message, syncStep } from '@samskriv/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { randomEdit, randomFrom } from './testing/random-edit.ts'
import { provider, rawSocket, startLive, until, type LiveServer } from './testing/live-server.ts'
import { seedEntry } from './index.ts'

const stops: (() => Promise<void> | void)[] = []
afterEach(async () => { for (const stop of stops.splice(0).toReversed()) await stop() })

async function start (...args: Parameters<typeof startLive>): Promise<LiveServer> {
  const server = await startLive(...args)
  stops.push(() => server.stop())
  return server
}
function join (server: LiveServer, as: string, room?: string, doc?: Y.Doc): WebsocketProvider {
  const joined = provider(server, as, room, doc)
  stops.push(() => { joined.destroy() })
  return joined
}
const text = (each: WebsocketProvider): string => each.doc.getText('t').toString()

function updateFrame (update: Uint8Array, step: number = syncStep.update): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, message.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, update)
  })
}
function inserted (words: string, clientID?: number): Uint8Array {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  doc.getText('t').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}
interface Answers { taken: number, refused: { ordinal: number, code: string }[], standing: unknown[] }
function answersIn (frames: readonly Uint8Array[]): Answers {
  const answers: Answers = { taken: 0, refused: [], standing: [] }
  for (const bytes of frames) {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === message.taken) answers.taken = decoding.readVarUint(decoder)
    if (type === message.refused) answers.refused.push({ ordinal: decoding.readVarUint(decoder), code: decoding.readVarString(decoder) })
    if (type === message.standing) answers.standing.push(JSON.parse(decoding.readVarString(decoder)))
  }
  return answers
}
const opened = async (server: LiveServer, query: string): Promise<{ socket: WebSocket, frames: Uint8Array[], closed: Promise<{ code: number, reason: string }> }> => {
  const raw = await rawSocket(server, query)
  stops.push(() => { raw.socket.terminate() })
  return raw
}

describe('two unmodified providers', () => {
  it('write the same text', async () => {
    const server = await start()
    const [kari, ola] = [join(server, 'kari'), join(server, 'ola')]
    await until(() => kari.synced && ola.synced)
    kari.doc.getText('t').insert(0, 'Hei')
    await until(() => text(ola) === 'Hei')
    ola.doc.getText('t').insert(3, ' du')
    await until(() => text(kari) === 'Hei du')
  })

  it('find what was written after everybody had left, compacted', async () => {
    const server = await start()
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    for (const letter of 'Tiltak') kari.doc.getText('t').insert(text(kari).length, letter)
    await until(() => (server.store.rooms.get('sak/1/content')?.tail.length ?? 0) > 0)
    kari.destroy()
    await until(() => server.store.compactions === 1 && server.store.rooms.get('sak/1/content')?.tail.length === 0)
    const ola = join(server, 'ola')
    await until(() => text(ola) === 'Tiltak')
  })

  it('converge while edits cross (seeded)', async () => {
    const seed = Date.now() % 1_000_000
    const random = randomFrom(seed)
    const server = await start()
    const people = ['a', 'b', 'c', 'd', 'e'].map(as => join(server, as))
    await until(() => people.every(each => each.synced))
    for (let n = 0; n < 400; n++) {
      const one = people[Math.floor(random() * people.length)]
      if (one !== undefined) randomEdit(one.doc, random)
      if (random() < 0.02) { one?.disconnect(); one?.connect() }
      if (random() < 0.1) await new Promise(resolve => { setImmediate(resolve) })
    }
    const vectors = (): string[] => people.map(each => Buffer.from(Y.encodeStateAsUpdate(each.doc)).toString('base64'))
    await until(() => people.every(each => each.synced) && new Set(vectors()).size === 1, 10_000, `convergence with seed ${seed}`)
    const { update } = await server.live.read('sak', 1)
    const stored = new Y.Doc()
    Y.applyUpdate(stored, update)
    expect(stored.getXmlFragment('xml').toString(), `seed ${seed}`).toBe(people[0]?.doc.getXmlFragment('xml').toString())
    expect(stored.getText('text').toDelta(), `seed ${seed}`).toEqual(people[0]?.doc.getText('text').toDelta())
  })

  it('see who the session says is there, not who somebody claims to be, and see them leave', async () => {
    const server = await start()
    const [kari, ola] = [join(server, 'kari'), join(server, 'ola')]
    kari.awareness.setLocalStateField('user', { id: 'ola', name: 'Statsforvalteren', role: 'eier' })
    await until(() => ola.awareness.getStates().get(kari.doc.clientID)?.user !== undefined)
    expect(ola.awareness.getStates().get(kari.doc.clientID)?.user).toEqual({ id: 'kari', name: 'Navn kari', role: 'eier', color: 3 })
    ola.awareness.setLocalStateField('place', 'navn')
    await until(() => kari.awareness.getStates().get(ola.doc.clientID)?.place === 'navn')
    kari.disconnect()
    await until(() => !ola.awareness.getStates().has(kari.doc.clientID))
    kari.connect()
    await until(() => ola.awareness.getStates().has(kari.doc.clientID))
  })
})

describe('an answer', () => {
  it('is given to each write frame, and «taken» only once it is fsynced', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    let open = (): void => undefined
    server.store.syncGate = new Promise(resolve => { open = resolve })
    socket.send(updateFrame(inserted('Hei')))
    await until(() => server.store.appends === 1)
    await new Promise(resolve => { setTimeout(resolve, 30) })
    expect(answersIn(frames).taken).toBe(0)
    open()
    await until(() => answersIn(frames).taken === 1)
  })

  it('says nothing new was taken too, after what is on its way', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    const update = inserted('Hei')
    socket.send(updateFrame(update))
    socket.send(updateFrame(update))
    socket.send(updateFrame(update))
    await until(() => answersIn(frames).taken === 3)
    expect(server.store.rooms.get('sak/1/content')?.tail.length).toBe(1)
  })

  it('is never sent to a client that did not ask', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari')
    socket.send(updateFrame(inserted('Hei')))
    await until(() => server.store.syncs > 0)
    expect(frames.every(bytes => (bytes[0] ?? 0) < 4)).toBe(true)
  })
})

describe('nothing is seen before it is written', () => {
  it('neither by who is there nor by who comes meanwhile', async () => {
    const server = await start()
    const [kari, ola] = [join(server, 'kari'), join(server, 'ola')]
    await until(() => kari.synced && ola.synced)
    let open = (): void => undefined
    server.store.appendGate = new Promise(resolve => { open = resolve })
    kari.doc.getText('t').insert(0, 'Hei')
    const late = join(server, 'late')
    await until(() => late.synced)
    await new Promise(resolve => { setTimeout(resolve, 30) })
    expect([text(ola), text(late)]).toEqual(['', ''])
    open()
    await until(() => text(ola) === 'Hei' && text(late) === 'Hei')
  })
})

describe('the gate', () => {
  it('keeps a reader from writing, tells so, and lets the empty handshake pass', async () => {
    const server = await start()
    server.rights.set('leser', { role: 'leser', state: 'utkast', epoch: 1 })
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    const { socket, frames } = await opened(server, 'as=leser&answers=1')
    socket.send(updateFrame(Y.encodeStateAsUpdate(new Y.Doc()), syncStep.two))
    socket.send(updateFrame(inserted('Forfalsket')))
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 2, code: 'not-allowed' }])
    expect(answersIn(frames).standing).toEqual([{ role: 'leser', state: 'utkast', epoch: 1, mayWrite: false }])
    expect(text(kari)).toBe('')
  })

  it('asks anew for each frame: what comes after the lock is refused as such', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    socket.send(updateFrame(inserted('Før', 11)))
    await until(() => answersIn(frames).taken === 1)
    server.rights.set('kari', { role: 'eier', state: 'låst', epoch: 1 })
    server.live.rightsChanged('sak')
    socket.send(updateFrame(inserted('Etter', 12)))
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 2, code: 'wrong-state' }])
    expect(answersIn(frames).standing.at(-1)).toMatchObject({ state: 'låst', mayWrite: false })
  })

  it('lets nobody write under a client id that is another person’s', async () => {
    const server = await start()
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    kari.doc.getText('t').insert(0, 'Mitt')
    await until(() => server.store.appends === 1)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(kari.doc))
    const before = Y.encodeStateVector(forged)
    forged.clientID = kari.doc.clientID
    forged.getText('t').insert(4, ' ikke ditt')
    const { socket, frames } = await opened(server, 'as=ola&answers=1')
    socket.send(updateFrame(Y.encodeStateAsUpdate(forged, before)))
    await until(() => answersIn(frames).taken === 1)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 1, code: 'foreign-author' }])
    kari.doc.getText('t').insert(4, ' eget')
    const ola = join(server, 'per')
    await until(() => text(ola) === 'Mitt eget')
  })

  it('closes sockets of who is removed, of an old epoch, of no document, and of an old schema', async () => {
    const server = await start()
    const removed = await opened(server, 'as=kari')
    server.rights.set('kari', { role: null, state: 'utkast', epoch: 1 })
    server.live.rightsChanged('sak')
    expect((await removed.closed).code).toBe(closeCode.notAllowed)
    const old = await opened(server, 'as=ola')
    server.rights.set('ola', { role: 'uh', state: 'utkast', epoch: 2 })
    server.live.rightsChanged('sak')
    expect((await old.closed).code).toBe(closeCode.oldEpoch)
    expect((await (await opened(server, 'as=ola&epoch=1')).closed).code).toBe(closeCode.oldEpoch)
    expect((await (await opened(server, 'as=ola&schema=0')).closed).code).toBe(closeCode.oldSchema)
    const nowhere = await rawSocket(server, 'as=ola', 'unknown')
    expect((await nowhere.closed).code).toBe(closeCode.noSuchDocument)
  })

  it('keeps an earlier epoch’s words out of the new one, whoever brings them', async () => {
    const server = await start()
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    kari.doc.getText('t').insert(0, 'Gammelt')
    await until(() => server.store.appends === 1)
    await server.store.append([seedEntry('sak/2/content', inserted('Gammelt'), 'eier')])
    server.rights.set('kari', { role: 'eier', state: 'utkast', epoch: 2 })
    server.rights.set('ola', { role: 'eier', state: 'utkast', epoch: 2 })
    server.live.rightsChanged('sak')
    await until(() => !kari.wsconnected)
    kari.doc.getText('t').insert(7, ' og nytt')
    kari.connect()
    const ola = join(server, 'ola')
    await until(() => text(ola) === 'Gammelt' && kari.synced)
    ola.doc.getText('t').insert(7, '!')
    await until(() => text(kari).includes('!'))
    expect(text(ola)).toBe('Gammelt!')
  })
})

describe('bad input', () => {
  it('disturbs nobody: junk, cut updates, text frames, unknown types, huge frames', async () => {
    const server = await start()
    const [kari, ola] = [join(server, 'kari'), join(server, 'ola')]
    await until(() => kari.synced && ola.synced)
    const { socket, frames } = await opened(server, 'as=hacker&answers=1')
    const whole = inserted('Hei')
    socket.send(updateFrame(whole.slice(0, whole.length - 2)))
    socket.send(new Uint8Array([0, 2, 200]))
    socket.send(new Uint8Array([77, 1, 2, 3]))
    socket.send(new Uint8Array([1, 5, 1, 1, 1, 200, 200]))
    socket.send(new Uint8Array(0))
    socket.send('hei')
    await until(() => answersIn(frames).refused.length === 1)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 1, code: 'junk' }])
    const huge = await opened(server, 'as=hacker2')
    huge.socket.send(Buffer.alloc(50 * 1024 * 1024))
    expect((await huge.closed).code).toBe(1009)
    kari.doc.getText('t').insert(0, 'Fortsatt her')
    await until(() => text(ola) === 'Fortsatt her')
    expect(server.store.rooms.get('sak/1/content')?.tail.length).toBe(1)
  })

  it('closes who sends nothing but junk', async () => {
    const server = await start()
    const { socket, closed } = await opened(server, 'as=hacker')
    for (let n = 0; n < 30; n++) socket.send(new Uint8Array([0, 2, 3, 1, 2, 3]))
    expect((await closed).code).toBe(closeCode.junk)
  })
})

describe('a held room', () => {
  it('gives one moment with all that was in hand, and judges what queued by the rights that then hold', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    socket.send(updateFrame(inserted('Med', 21)))
    await until(() => answersIn(frames).taken === 1)
    const moment = await server.live.hold('sak', 1, async moment => {
      socket.send(updateFrame(inserted('For sent', 22)))
      socket.ping()
      await new Promise(resolve => { socket.once('pong', resolve) })
      server.rights.set('kari', { role: 'eier', state: 'låst', epoch: 1 })
      return moment
    })
    await until(() => answersIn(frames).taken === 2)
    expect(answersIn(frames).refused).toEqual([{ ordinal: 2, code: 'wrong-state' }])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, moment.update)
    expect(doc.getText('t').toString()).toBe('Med')
  })

  it('lets what queued in when the work fails', async () => {
    const server = await start()
    const { socket, frames } = await opened(server, 'as=kari&answers=1')
    await expect(server.live.hold('sak', 1, async () => {
      socket.send(updateFrame(inserted('Likevel')))
      socket.ping()
      await new Promise(resolve => { socket.once('pong', resolve) })
      throw new Error('could not lock')
    })).rejects.toThrow('could not lock')
    await until(() => answersIn(frames).taken === 1)
    expect(answersIn(frames).refused).toEqual([])
  })
})

describe('a disk that fails', () => {
  it('is told loudly; nothing is called taken; everybody goes on when it works again', async () => {
    const server = await start()
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    const { socket, frames, closed } = await opened(server, 'as=ola&answers=1')
    server.store.isBroken = true
    socket.send(updateFrame(inserted('Hei')))
    expect((await closed).code).toBe(closeCode.storageFailed)
    expect(answersIn(frames).taken).toBe(0)
    expect(server.logged.some(line => line.startsWith('error storage failed'))).toBe(true)
    kari.doc.getText('t').insert(0, 'Skrevet imens')
    server.store.isBroken = false
    await until(() => server.logged.includes('warn storage works again'))
    const per = join(server, 'per')
    await until(() => text(per) === 'Skrevet imens', 10_000)
  })
})

describe('a slow reader', () => {
  it('is not queued for, and gets the difference once it reads again', async () => {
    const server = await start()
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    const slow = join(server, 'slow')
    await until(() => slow.synced)
    const { ws } = slow as unknown as { ws: WebSocket }
    ws.pause()
    const piece = 'x'.repeat(200_000)
    for (let n = 0; n < 60; n++) {
      kari.doc.getText('t').insert(0, piece)
      kari.doc.getText('t').delete(0, piece.length)
      await until(() => server.store.appends > n)
    }
    kari.doc.getText('t').insert(0, 'Ferdig')
    await until(() => server.store.appends > 60)
    ws.resume()
    await until(() => text(slow) === 'Ferdig', 10_000)
  })
})
