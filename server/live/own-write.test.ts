import { message, syncStep } from '@samskriv/shared/protocol'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { answersIn, updateFrame } from './testing/answers.ts'
import { until, type LiveServer } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'
import type { Compose } from './live.ts'

const { start, join, opened } = createStage()

// Puts words at the end of the text `t`.
const adding = (words: string, seen: number[] = []): Compose => (content, client) => {
  seen.push(client)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, content)
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  doc.getText('t').insert(doc.getText('t').length, words)
  return Y.encodeStateAsUpdate(doc, before)
}

const textOf = async (server: LiveServer): Promise<string> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await server.live.read('sak', 1)).update)
  return doc.getText('t').toString()
}

describe('the server\'s own writes (SPEC 19)', () => {
  it('are seen by all who are there, and found again after a restart, under one client id', async () => {
    const server = await start()
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    kari.doc.getText('t').insert(0, 'Hei')
    await until(() => (server.store.rooms.get('sak/1/content')?.tail.length ?? 0) > 0)
    const clients: number[] = []
    const written = await Promise.all([' du', ' og', ' hei'].map(words => server.live.write('sak', 1, adding(words, clients))))
    expect(written).toEqual([true, true, true])
    await until(() => kari.doc.getText('t').toString() === 'Hei du og hei')
    expect(new Set(clients).size).toBe(1)
    await server.live.stop()
    const again = await start({}, server.store)
    await again.live.write('sak', 1, adding(' igjen', clients))
    expect(new Set(clients).size).toBe(1)
    expect(await textOf(again)).toBe('Hei du og hei igjen')
  })

  it('come under an id below and one above everybody’s, in each epoch others', async () => {
    const server = await start()
    const doc = new Y.Doc()
    doc.clientID = 1
    const kari = join(server, 'kari', 'sak', doc)
    await until(() => kari.synced)
    doc.getText('t').insert(0, 'Hei')
    await until(() => (server.store.rooms.get('sak/1/content')?.tail.length ?? 0) > 0)
    const ids: (readonly [number, number])[] = []
    const noting: Compose = (_content, client, highest) => { ids.push([client, highest]); return null }
    await server.live.write('sak', 1, noting)
    await server.live.write('sak', 1, adding(' du'))
    await server.live.write('sak', 2, noting)
    expect(ids).toEqual([[2, 2 ** 32 - 1], [3, 2 ** 32 - 1]])
  })

  it('wait while the room is held', async () => {
    const server = await start()
    const { promise, resolve: letGo } = Promise.withResolvers<void>()
    const inside = Promise.withResolvers<void>()
    const holding = server.live.hold('sak', 1, async () => { inside.resolve(); await promise })
    await inside.promise
    const composed: number[] = []
    const writing = server.live.write('sak', 1, adding('etter', composed))
    expect(await textOf(server)).toBe('')
    expect(composed).toEqual([])
    letGo()
    await holding
    expect(await writing).toBe(true)
    expect(await textOf(server)).toBe('etter')
  })

  it('say when there was nothing to write', async () => {
    const server = await start()
    expect(await server.live.write('sak', 1, () => null)).toBe(false)
  })

  it('reject when the disk refuses', async () => {
    const server = await start()
    server.store.isBroken = true
    await expect(server.live.write('sak', 1, adding('borte'))).rejects.toThrow()
  })

  it('leave their client id to nobody else', async () => {
    const server = await start()
    const clients: number[] = []
    await server.live.write('sak', 1, adding('tjenerens', clients))
    const raw = await opened(server, 'as=kari&answers=1')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (await server.live.read('sak', 1)).update)
    const before = Y.encodeStateVector(doc)
    doc.clientID = clients[0] ?? 0
    doc.getText('t').insert(0, 'falsk ')
    // The handshake's one reply may bring along what others wrote; it is answered empty first.
    raw.socket.send(updateFrame(new Uint8Array([0, 0]), syncStep.two))
    raw.socket.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
    await until(() => answersIn(raw.frames).refused.length === 1)
    expect(answersIn(raw.frames).refused).toEqual([{ ordinal: 2, code: 'foreign-author' }])
    expect(await textOf(server)).toBe('tjenerens')
  })
})

describe('what changes beside the text (SPEC 20)', () => {
  it('is told to those who understand it', async () => {
    const server = await start()
    const ours = await opened(server, 'as=kari&answers=1')
    const theirs = await opened(server, 'as=ola')
    await until(() => theirs.frames.length > 0 && ours.frames.length > 0)
    server.live.tell('sak', 'comments')
    server.live.tell('another', 'view')
    await until(() => answersIn(ours.frames).changed.length === 1)
    expect(answersIn(ours.frames).changed).toEqual(['comments'])
    expect(theirs.frames.some(bytes => bytes[0] === message.changed)).toBe(false)
  })
})

describe('what people write (SPEC 21)', () => {
  it('is told once for all that was written meanwhile, and what the server writes is not', async () => {
    const server = await start({ tellWrittenMs: 20 })
    const told: string[] = []
    server.live.watch(behovsmelding => { told.push(behovsmelding) })
    await server.live.write('annen', 1, adding('tjenerens'))
    const kari = join(server, 'kari')
    await until(() => kari.synced)
    for (const letter of 'hei') kari.doc.getText('t').insert(0, letter)
    await until(() => told.length > 0)
    expect(told).toEqual(['sak'])
  })
})
