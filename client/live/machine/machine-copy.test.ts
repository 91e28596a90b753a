import { closeCode } from '@samskriv/shared/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { slowMachine } from '../testing/machine.ts'
import { openDatabase, readAll } from './database.ts'
import { stage as setStage } from '../testing/stage.ts'
import { until } from '../testing/until.ts'

const stage = setStage()
afterEach(() => { vi.restoreAllMocks() })

describe('what this machine keeps', () => {
  it('says "kept" only after the write to this machine is done', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.cutOff()
    eier.type('a')
    expect(eier.session.status.get()).toMatchObject({ changes: 1, kept: false })
    await eier.kept()
    expect(eier.session.status.get()).toMatchObject({ changes: 1, kept: true })
    eier.type('b')
    expect(eier.session.status.get()).toMatchObject({ changes: 2, kept: false })
  })

  it('brings back what was typed offline after the tab was closed, shows it without a network, and counts it until it is saved', async () => {
    const eier = stage.open('eier')
    eier.type('Felles ')
    await eier.saved()
    stage.cutOff()
    eier.type('tekst')
    await eier.session.close()
    const again = stage.open('eier')
    await until(again.session.status, status => status.changes === 1)
    expect(again.read()).toBe('Felles tekst')
    expect(again.session.loaded.get()).toBe(true)
    expect(again.session.status.get()).toMatchObject({ state: 'waiting', kept: true })
    await until(again.session.status, status => status.connection === 'offline')
    stage.server.reachable = true
    again.online()
    await again.saved()
    expect(stage.onDisk()).toBe('Felles tekst')
    await again.session.close()
    const third = stage.open('eier')
    await third.saved()
    expect(third.read()).toBe('Felles tekst')
  })

  it('keeps what others wrote while one\'s own change waits, so that it opens whole offline', async () => {
    const [eier, uh] = [stage.open('eier'), stage.open('uh')]
    await Promise.all([eier.saved(), uh.saved()])
    stage.server.auto(false)
    uh.type('uh ')
    const [mine, theirs] = [stage.link('eier'), stage.link('uh')]
    eier.type('x', 'annet')
    stage.server.deliver(theirs, 'toServer')
    stage.server.deliver(mine, 'toClient')
    eier.type('eier')
    stage.cutOff()
    await eier.session.close()
    const again = stage.open('eier')
    await until(again.session.status, status => status.changes === 2)
    expect(again.read()).toBe('uh eier')
  })

  it('lets two tabs of a person wait at once without either losing its own', async () => {
    const [first, second] = [stage.open('eier'), stage.open('eier')]
    await Promise.all([first.saved(), second.saved()])
    stage.cutOff()
    first.type('1', 'a')
    second.type('2', 'b')
    await Promise.all([first.kept(), second.kept()])
    stage.server.reachable = true
    first.online()
    await first.saved()
    await first.session.close()
    expect(second.session.status.get()).toMatchObject({ state: 'waiting', changes: 1, kept: true })
    // The second is gone without having come back: a third finds what it left.
    await second.session.close()
    const third = stage.open('eier')
    await until(third.session.status, status => status.changes === 1)
    await third.saved()
    expect(stage.onDisk('a') + stage.onDisk('b')).toBe('12')
  })

  it('says that nothing is kept when the machine\'s disk is full, and keeps it when there is room again', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.cutOff()
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
    eier.type('a')
    await vi.waitFor(() => { expect(full).toHaveBeenCalled() })
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', changes: 1, kept: false })
    full.mockRestore()
    eier.type('b')
    await eier.kept()
    expect(stage.waiting(eier)).toBe(2)
  })

  it('works without any storage, and says so', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: { open () { throw new DOMException('private', 'SecurityError') } }, configurable: true })
    const eier = stage.open('eier')
    eier.type('a')
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', kept: false })
    await eier.saved()
    expect(stage.onDisk()).toBe('a')
  })

  it('connects although the machine does not answer, and sends what it finds there when it does', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.cutOff()
    eier.type('sent')
    await eier.session.close()
    stage.server.reachable = true
    const release = slowMachine()
    const again = stage.open('eier')
    await again.saved()
    expect(again.read()).toBe('')
    release()
    await until(again.session.status, status => status.changes === 1)
    await again.saved()
    expect(stage.onDisk()).toBe('sent')
  })

  it('writes at once when the page is hidden', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.cutOff()
    eier.type('a')
    const add = vi.spyOn(IDBObjectStore.prototype, 'add')
    eier.page.dispatchEvent(new Event('pagehide'))
    await eier.kept()
    expect(add).toHaveBeenCalledOnce()
  })

  it('writes nothing for what the server answers at once, and leaves no row behind', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    const add = vi.spyOn(IDBObjectStore.prototype, 'add')
    for (const word of ['a', 'b', 'c']) {
      eier.type(word)
      await eier.saved()
    }
    await eier.session.close()
    expect(add).not.toHaveBeenCalled()
    const database = await openDatabase('eier', () => {})
    expect((await readAll(database, 'bm12')).pending).toEqual([])
    database.close()
  })

  it('takes the row away when the change it holds is saved', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.cutOff()
    eier.type('a')
    await eier.kept()
    const database = await openDatabase('eier', () => {})
    expect((await readAll(database, 'bm12')).pending).toMatchObject([{ epoch: 1, changes: 1, refused: null }])
    stage.server.reachable = true
    eier.online()
    await eier.saved()
    await eier.session.close()
    expect((await readAll(database, 'bm12')).pending).toEqual([])
    database.close()
  })

  it('keeps no copy for one who may not read it any more, except what they wrote', async () => {
    const eier = stage.open('eier')
    eier.type('felles')
    await eier.saved()
    await eier.session.close()
    const again = stage.open('eier')
    await again.saved()
    stage.server.auto(false)
    again.type(' eget')
    stage.server.drop('eier', closeCode.notAllowed)
    await again.session.close()
    const database = await openDatabase('eier', () => {})
    expect(await readAll(database, 'bm12')).toMatchObject({ pending: [{ changes: 1 }], bases: [] })
    database.close()
  })
})
