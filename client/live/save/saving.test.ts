import { schemaVersion } from '@samskriv/shared/protocol'
import { describe, expect, it } from 'vitest'
import { leaveGuard } from '../leave-guard.ts'
import { stage as setStage } from '../testing/stage.ts'
import { until } from '../testing/until.ts'

const stage = setStage()

describe('what is said about saving', () => {
  it('asks for answers, and names schema and epoch, in the address', async () => {
    const eier = stage.open('eier', { epoch: 7 })
    await eier.saved()
    const [link] = stage.server.links()
    expect(link?.address.pathname).toBe('/live/bm12')
    expect(Object.fromEntries(link?.address.searchParams ?? [])).toEqual({ answers: '1', schema: String(schemaVersion), epoch: '7' })
  })

  it('is "opening" until the server has answered and the content has come', async () => {
    stage.server.auto(false)
    const eier = stage.open('eier')
    expect(eier.session.status.get()).toMatchObject({ state: 'opening', connection: 'connecting' })
    stage.server.auto(true)
    await eier.saved()
    expect(eier.session.loaded.get()).toBe(true)
    expect(eier.session.standing.get()).toEqual({ role: 'eier', state: 'utkast', epoch: 1, mayWrite: true, maySuggest: true })
  })

  it('is "saved" only when the frame that carried the change is on disk, not when a later reader has it', async () => {
    const [eier, uh] = [stage.open('eier'), stage.open('uh')]
    await Promise.all([eier.saved(), uh.saved()])
    stage.server.auto(false)
    eier.type('a')
    const [link, other] = [stage.link('eier'), stage.link('uh')]
    stage.server.deliver(link, 'toServer')
    stage.server.deliver(other, 'toClient')
    expect(uh.read()).toBe('a')
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', changes: 1 })
    stage.server.fsync()
    expect(eier.session.status.get().state).toBe('waiting')
    stage.server.deliver(link, 'toClient')
    expect(eier.session.status.get()).toMatchObject({ state: 'saved', changes: 0 })
  })

  it('does not call a change saved by the answer to an older one', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.auto(false)
    const link = stage.link('eier')
    eier.type('a')
    stage.server.deliver(link, 'toServer')
    stage.server.fsync()
    eier.type('b')
    stage.server.deliver(link, 'toClient')
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', changes: 1 })
    stage.server.settle()
    expect(eier.session.status.get().state).toBe('saved')
    expect(stage.onDisk()).toBe('ab')
  })

  it('never says saved with a server that gives no answers', async () => {
    stage.server.answers = false
    const eier = stage.open('eier')
    await until(eier.session.loaded, loaded => loaded)
    expect(eier.session.status.get().state).toBe('opening')
    eier.type('a')
    stage.server.settle()
    expect(stage.onDisk()).toBe('a')
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', changes: 1 })
  })

  it('counts what is typed offline, and is saved when the handshake after it is on disk', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.cutOff()
    expect(eier.session.status.get()).toMatchObject({ state: 'saved', connection: 'offline' })
    for (const word of ['a', 'b', 'c']) eier.type(word)
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', changes: 3, connection: 'offline' })
    stage.server.reachable = true
    eier.online()
    await eier.saved()
    expect(stage.onDisk()).toBe('abc')
  })

  it('is not fooled by what is typed between the connection and the handshake', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.drop()
    eier.type('a')
    stage.server.auto(false)
    eier.online()
    const link = stage.link('eier')
    stage.server.deliver(link, 'toServer')
    eier.type('b')
    while (stage.server.deliver(link, 'toServer')) { /* The update with "b" comes before the difference with "a". */ }
    stage.server.fsync()
    expect(link.writes).toBe(1)
    link.toClient.reverse()
    stage.server.deliver(link, 'toClient')
    expect(eier.session.status.get()).toMatchObject({ state: 'waiting', changes: 1 })
    stage.server.settle()
    expect(eier.session.status.get().state).toBe('saved')
    expect(stage.onDisk()).toBe('ab')
  })

  it('does not lose what the server had only in memory when its power went', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    stage.server.auto(false)
    const link = stage.link('eier')
    eier.type('a')
    stage.server.deliver(link, 'toServer')
    stage.server.powerCut()
    expect(stage.waiting(eier)).toBe(1)
    stage.server.auto(true)
    eier.online()
    await eier.saved()
    expect(stage.onDisk()).toBe('a')
  })

  it('asks before the page is left while something waits', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    const stop = leaveGuard(eier.session, eier.page)
    const leaves = (): boolean => eier.page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(leaves()).toBe(true)
    stage.server.drop()
    eier.type('a')
    expect(leaves()).toBe(false)
    stop()
    expect(leaves()).toBe(true)
  })
})
