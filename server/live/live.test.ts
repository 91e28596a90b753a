import { closeCode } from '@samskriv/shared/protocol'
import { seeded } from '@samskriv/shared/testing'
import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { answersIn, inserted, updateFrame } from './testing/answers.ts'
import { randomEdit } from './testing/random-edit.ts'
import { until } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'

const { start, join, opened } = createStage()
const text = (each: WebsocketProvider): string => each.doc.getText('t').toString()

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
    const random = seeded(seed).next
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
    const { promise, resolve: open } = Promise.withResolvers<void>()
    server.store.syncGate = promise
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
    const { promise, resolve: open } = Promise.withResolvers<void>()
    server.store.appendGate = promise
    kari.doc.getText('t').insert(0, 'Hei')
    const late = join(server, 'late')
    await until(() => late.synced)
    await new Promise(resolve => { setTimeout(resolve, 30) })
    expect([text(ola), text(late)]).toEqual(['', ''])
    open()
    await until(() => text(ola) === 'Hei' && text(late) === 'Hei')
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
    await until(() => server.logged.includes('warning storage works again'))
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

describe('when everybody has left', () => {
  it('says so once, when all is stored, each time', async () => {
    let times = 0
    const server = await start({ tendEveryMs: 5, emptied: () => {
      times++
      expect(server.store.rooms.get('sak/1/content')?.tail.length).toBe(0)
    } })
    const [kari, ola] = [join(server, 'kari'), join(server, 'ola')]
    await until(() => kari.synced && ola.synced)
    kari.doc.getText('t').insert(0, 'Hei')
    await until(() => text(ola) === 'Hei')
    kari.destroy()
    await new Promise(resolve => { setTimeout(resolve, 20) })
    expect(times).toBe(0)
    ola.destroy()
    await until(() => times === 1)
    const per = join(server, 'per')
    await until(() => per.synced)
    expect(times).toBe(1)
    per.destroy()
    await until(() => times === 2)
  })
})
