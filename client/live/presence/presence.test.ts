import { describe, expect, it } from 'vitest'
import { stage as setStage } from '../testing/stage.ts'
import { until } from '../testing/until.ts'

const stage = setStage()

describe('who is present', () => {
  it('lists people as the server vouches for them, with the field they are in, and keeps its objects while carets move', async () => {
    const [eier, uh] = [stage.open('eier'), stage.open('uh')]
    await Promise.all([eier.saved(), uh.saved()])
    uh.session.setPlace('tiltak/abc/navn')
    const list = await until(eier.session.present, present => present.some(each => each.place === 'tiltak/abc/navn'))
    expect(list).toEqual([
      { clientId: uh.session.doc.clientID, personId: 'uh', name: 'Person uh', role: 'eier', color: 1, place: 'tiltak/abc/navn', self: false },
      { clientId: eier.session.doc.clientID, personId: 'eier', name: 'Self eier', role: 'eier', color: 3, place: null, self: true },
    ])
    uh.session.awareness.setLocalStateField('cursor', { anchor: 1 })
    uh.session.awareness.setLocalStateField('cursor', { anchor: 2 })
    eier.session.setPlace('navn')
    const after = await until(eier.session.present, present => present.some(each => each.self && each.place === 'navn'))
    expect(after[0]).toBe(list[0])
    await uh.session.close()
    await until(eier.session.present, present => present.length === 1)
  })

  it('sends no name of one\'s own', async () => {
    const eier = stage.open('eier')
    await eier.saved()
    expect(eier.session.awareness.getLocalState()).toEqual({ place: null })
  })
})
