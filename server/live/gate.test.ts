import { closeCode, syncStep } from '@samskriv/shared/protocol'
import { describe, expect, it } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { answersIn, inserted, updateFrame } from './testing/answers.ts'
import { until } from './testing/live-server.ts'
import { createStage } from './testing/stage.ts'
import { seedEntry } from './index.ts'

const { start, join, opened } = createStage()
const text = (each: WebsocketProvider): string => each.doc.getText('t').toString()

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
    expect(answersIn(frames).standing).toEqual([{ role: 'leser', state: 'utkast', epoch: 1, mayWrite: false, maySuggest: false }])
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
    const nowhere = await opened(server, 'as=ola', 'unknown')
    expect((await nowhere.closed).code).toBe(closeCode.noSuchDocument)
  })

  it('closes the sockets of a session that was signed out, and nobody else’s', async () => {
    const server = await start()
    const [gone, stays] = [await opened(server, 'as=kari'), await opened(server, 'as=ola')]
    server.live.sessionEnded('session of kari')
    expect((await gone.closed).code).toBe(closeCode.notSignedIn)
    expect(stays.socket.readyState).toBe(stays.socket.OPEN)
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
    const closed = new Promise<number>(resolve => { kari.on('closed', ({ code }) => { resolve(code) }) })
    kari.connect()
    // Its handshake brings the old text: it is closed for good, so that what it types on is never called taken.
    expect(await closed).toBe(closeCode.oldEpoch)
    const ola = join(server, 'ola')
    await until(() => text(ola) === 'Gammelt')
    ola.doc.getText('t').insert(7, '!')
    server.rights.set('per', { role: 'eier', state: 'utkast', epoch: 2 })
    const per = join(server, 'per')
    await until(() => text(per) === 'Gammelt!')
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
