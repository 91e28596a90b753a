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
