import { closeCode } from '@samskriv/shared/protocol'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { stage as setStage } from '../testing/stage.ts'
import { until } from '../testing/until.ts'

const stage = setStage()

describe('refusals', () => {
  it('sets aside what the server refused, ends, and offers it in the next session, which starts from what the server has', async () => {
    const eier = stage.open('eier')
    eier.type('inne')
    await eier.saved()
    stage.server.judge = () => 'wrong-state'
    eier.type(' ute')
    eier.type(' etter')
    expect((await until(eier.session.ended, ended => ended !== null))?.reason).toBe('wrong-state')
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', changes: 2, connection: 'offline' })
    expect(eier.session.refused.get()).toMatchObject([{ code: 'wrong-state', changes: 2 }])
    eier.type(' også')
    await eier.kept()
    await eier.session.close()

    const next = stage.open('eier')
    await next.saved()
    expect(next.read()).toBe('inne')
    const [rescue] = next.session.rescues.get()
    expect(rescue).toMatchObject({ epoch: 1, changes: 3, code: 'wrong-state' })
    expect(next.session.refused.get()).toMatchObject([{ code: 'wrong-state', changes: 3 }])
    const written = new Y.Doc()
    Y.applyUpdate(written, rescue?.base ?? new Uint8Array())
    expect(written.getText('text:navn').toString()).toBe('inne')
    Y.applyUpdate(written, rescue?.update ?? new Uint8Array())
    expect(written.getText('text:navn').toString()).toBe('inne ute etter også')
    await next.session.dropRescue(1)
    expect(next.session.rescues.get()).toEqual([])
    expect(next.session.refused.get()).toEqual([])
    await next.session.close()
    const last = stage.open('eier')
    await last.saved()
    expect(last.session.rescues.get()).toEqual([])
    expect(stage.onDisk()).toBe('inne')
  })

  it('refuses the whole handshake of one who was offline over the lock, and loses nothing', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.drop()
    for (const word of ['a', 'b', 'c']) eier.type(word)
    stage.server.judge = () => 'wrong-state'
    eier.online()
    await until(eier.session.ended, ended => ended !== null)
    expect(eier.session.refused.get()).toMatchObject([{ code: 'wrong-state', changes: 3 }])
    expect(stage.onDisk()).toBe('')
  })

  it('has what waited judged although one who may not write any more is not asked for it: what got in is in, the rest is set aside', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.auto(false)
    eier.type('inne')
    stage.server.deliver(stage.link('eier'), 'toServer')
    stage.server.fsync()
    stage.server.drop()
    eier.type(' ute')
    eier.type(' etter')
    expect(stage.waiting(eier)).toBe(3)
    stage.server.standing = () => ({ role: 'eier', state: 'låst', epoch: 1, mayWrite: false, maySuggest: false })
    stage.server.judge = () => 'wrong-state'
    stage.server.auto(true)
    eier.online()
    await until(eier.session.ended, ended => ended !== null)
    expect(eier.session.refused.get()).toMatchObject([{ code: 'wrong-state', changes: 2 }])
    await eier.session.close()
    const next = stage.open('eier')
    await next.saved()
    expect(next.read()).toBe('inne')
    expect(next.session.rescues.get()).toMatchObject([{ code: 'wrong-state', changes: 2 }])
  })

  it('leaves alone what was sent before the refused frame: the next session sends it again', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.auto(false)
    const link = stage.link('eier')
    eier.type('tatt')
    stage.server.deliver(link, 'toServer')
    stage.server.judge = () => 'wrong-state'
    eier.type(' nei')
    stage.server.deliver(link, 'toServer')
    stage.server.deliver(link, 'toClient')
    expect(eier.session.refused.get()).toMatchObject([{ changes: 1 }])
    expect(stage.waiting(eier)).toBe(2)
    await eier.session.close()
    stage.server.auto(true)
    const next = stage.open('eier')
    await next.saved()
    expect(next.read()).toBe('tatt')
    expect(next.session.rescues.get()).toMatchObject([{ changes: 1 }])
  })

  it('comes back by itself when the server could not take it just now', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    let times = 0
    stage.server.judge = () => (times++ === 0 ? 'storage-failed' : null)
    eier.type('a')
    await until(eier.session.status, status => status.connection === 'offline')
    expect(stage.waiting(eier)).toBe(1)
    await eier.saved()
    expect(eier.session.ended.get()).toBeNull()
    expect(eier.session.refused.get()).toEqual([])
    expect(stage.onDisk()).toBe('a')
  })

  it('does not end a reader whose handshake carries only what others wrote and the server lost', async () => {
    const [eier, leser] = [stage.open('eier'), stage.open('leser')]
    await Promise.all([eier.saved(), leser.saved()])
    stage.server.auto(false)
    eier.type('a')
    for (const link of stage.server.links()) stage.server.deliver(link, 'toServer')
    for (const link of stage.server.links()) stage.server.deliver(link, 'toClient')
    expect(leser.read()).toBe('a')
    await eier.session.close()
    stage.server.powerCut()
    const judge = vi.fn(() => 'not-allowed' as const)
    stage.server.judge = judge
    leser.online()
    stage.server.settle()
    expect(judge).toHaveBeenCalledOnce()
    expect(leser.session.ended.get()).toBeNull()
    expect(leser.session.refused.get()).toEqual([])
  })

  it.each([
    [closeCode.junk, 'junk'], [closeCode.notSignedIn, 'not-signed-in'], [closeCode.notAllowed, 'not-allowed'], [closeCode.noSuchDocument, 'not-found'],
    [closeCode.oldEpoch, 'old-epoch'], [closeCode.tooLarge, 'too-large'], [closeCode.oldSchema, 'old-schema'], [closeCode.tooFast, 'too-fast'],
    [1009, 'too-large'], [4477, 'not-allowed'],
  ] as const)('ends on close code %i with %s, and does not come back', async (code, reason) => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.drop('eier', code)
    expect(eier.session.ended.get()).toEqual({ reason })
    eier.online()
    expect(stage.server.links()).toEqual([])
  })

  it.each([closeCode.shuttingDown, closeCode.storageFailed, 1006, 1001])('comes back after close code %i', async code => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.drop('eier', code)
    eier.type('a')
    await eier.saved()
    expect(eier.session.ended.get()).toBeNull()
    expect(stage.onDisk()).toBe('a')
  })

  it('keeps what an old program wrote until a new one has been loaded', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.auto(false)
    eier.type('a')
    stage.server.drop('eier', closeCode.oldSchema)
    await eier.kept()
    await eier.session.close()
    stage.server.auto(true)
    const again = stage.open('eier')
    await until(again.session.status, status => status.changes === 1)
    await again.saved()
    expect(stage.onDisk()).toBe('a')
  })

  it('does not send again what closed the connection for being too large', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.auto(false)
    eier.type('mye')
    stage.server.drop('eier', 1009)
    await eier.kept()
    await eier.session.close()
    stage.server.auto(true)
    const again = stage.open('eier')
    await again.saved()
    expect(again.read()).toBe('')
    expect(again.session.rescues.get()).toMatchObject([{ code: 'too-large', changes: 1 }])
  })
})
