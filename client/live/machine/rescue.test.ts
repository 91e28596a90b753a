import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fakeServer } from '../testing/fake-server.ts'
import { stage as setStage } from '../testing/stage.ts'

const stage = setStage()

describe('an earlier epoch', () => {
  it('offers what was written in it as a rescue, and never lets it into the document', async () => {
    const eier = stage.open('eier')
    eier.type('felles')
    await eier.saved()
    stage.server.drop()
    eier.type(' usendt')
    eier.type(' mer')
    await eier.kept()
    await eier.session.close()

    stage.server = fakeServer()
    const next = stage.open('eier', { epoch: 2 })
    await next.saved()
    expect(next.read()).toBe('')
    expect(stage.onDisk()).toBe('')
    const [rescue] = next.session.rescues.get()
    expect(rescue).toMatchObject({ epoch: 1, changes: 2, code: 'old-epoch' })
    const written = new Y.Doc()
    Y.applyUpdate(written, rescue?.base ?? new Uint8Array())
    expect(written.getText('text:navn').toString()).toBe('felles')
    Y.applyUpdate(written, rescue?.update ?? new Uint8Array())
    expect(written.getText('text:navn').toString()).toBe('felles usendt mer')
    await next.session.dropRescue(1)
    await next.session.close()
    const last = stage.open('eier', { epoch: 2 })
    await last.saved()
    expect(last.session.rescues.get()).toEqual([])
  })

  it('says what stood there before, also where others had taken away the same letters', async () => {
    const [eier, uh] = [stage.open('eier'), stage.open('uh')]
    uh.type('Ytre Midtfjord')
    await uh.saved()
    await vi.waitFor(() => { expect(eier.read()).toBe('Ytre Midtfjord') })
    await eier.saved()
    stage.server.auto(false)
    eier.take(2)
    uh.take(2)
    stage.server.deliver(stage.link('uh'), 'toServer')
    stage.server.deliver(stage.link('eier'), 'toClient')
    stage.server.drop()
    await eier.kept()
    await eier.session.close()

    stage.server = fakeServer()
    const next = stage.open('eier', { epoch: 2 })
    await next.saved()
    const written = new Y.Doc()
    Y.applyUpdate(written, next.session.rescues.get()[0]?.base ?? new Uint8Array())
    expect(written.getText('text:navn').toString()).toBe('re Midtfjord')
  })
})

const readingOf = (...updates: readonly (Uint8Array | null | undefined)[]): string => {
  const doc = new Y.Doc()
  for (const update of updates) if (update !== null && update !== undefined) Y.applyUpdate(doc, update)
  return doc.getText('text:navn').toString()
}

describe('what was refused in this epoch', () => {
  it('stands beside what it was written in, not mingled with what others wrote meanwhile, however often one opens it again', async () => {
    const [eier, uh] = [stage.open('eier'), stage.open('uh')]
    uh.type('Indre Midtfjord')
    await Promise.all([uh.saved(), vi.waitFor(() => { expect(eier.read()).toBe('Indre Midtfjord') })])
    await eier.saved()
    stage.cutOff()
    eier.take(15)
    eier.type('Tunnelnettverket')
    await eier.kept()
    await eier.session.close()
    stage.server.reachable = true
    uh.online()
    uh.take(5)
    uh.type(' og Ytre')
    await uh.saved()
    stage.server.judge = link => link.person === 'eier' ? 'wrong-state' : null
    for (let visit = 0; visit < 3; visit++) {
      const again = stage.open('eier')
      if (visit === 0) await vi.waitFor(() => { expect(again.session.ended.get()?.reason).toBe('wrong-state') })
      else {
        await vi.waitFor(() => { expect(again.read()).toBe(' Midtfjord og Ytre') })
        const [rescue] = again.session.rescues.get()
        expect([readingOf(rescue?.base), readingOf(rescue?.base, rescue?.update)]).toEqual(['Indre Midtfjord', 'Tunnelnettverket'])
      }
      await again.session.close()
    }
  })

  it('has the ground it was built on, also where that came while something older still waited', async () => {
    const [eier, uh] = [stage.open('eier'), stage.open('uh')]
    await Promise.all([eier.saved(), uh.saved()])
    stage.server.judge = link => link.person === 'eier' ? 'wrong-state' : null
    stage.server.auto(false)
    eier.type('først')
    uh.type('andre')
    stage.server.deliver(stage.link('uh'), 'toServer')
    stage.server.deliver(stage.link('eier'), 'toClient')
    expect(eier.read()).toContain('andre')
    eier.type(' bygd på')
    const written = eier.read()
    stage.server.auto(true)
    await vi.waitFor(() => { expect(eier.session.ended.get()?.reason).toBe('wrong-state') })
    await eier.session.close()
    const again = stage.open('eier')
    await vi.waitFor(() => { expect(again.session.rescues.get()).toHaveLength(1) })
    const [rescue] = again.session.rescues.get()
    expect(readingOf(rescue?.base, rescue?.update)).toBe(written)
  })
})
