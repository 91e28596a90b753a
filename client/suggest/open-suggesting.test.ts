import type { Standing } from '@samskriv/shared/protocol'
import { describe, expect, it } from 'vitest'
import type { SaveStatus } from '../live/session.ts'
import { watchable } from '../live/watchable.ts'
import { openSuggesting } from './open-suggesting.ts'

const writer: Standing = { role: 'uh', state: 'medbestemmelse', epoch: 1, mayWrite: true, maySuggest: true }
const bound: Standing = { ...writer, role: 'tillitsvalgt', mayWrite: false }
const online: SaveStatus = { state: 'saved', changes: 0, kept: true, connection: 'connected' }
const session = (standing: Standing | null) => ({ behovsmelding: 'b', standing: watchable<Standing | null>(standing), status: watchable<SaveStatus>(online) })

describe('the mode', () => {
  it('is chosen by one who may write, and fixed for one who may only suggest', () => {
    const here = session(writer)
    const suggesting = openSuggesting(here, 'aslaug', writer)
    expect(suggesting.state.get()).toEqual({ mode: 'write', isBound: false, mayDecide: true })
    suggesting.choose('suggest')
    expect(suggesting.state.get().mode).toBe('suggest')
    suggesting.choose('write')
    here.standing.set(bound)
    expect(suggesting.state.get()).toEqual({ mode: 'suggest', isBound: true, mayDecide: false })
    suggesting.choose('write')
    expect(suggesting.state.get().mode).toBe('suggest')
    suggesting.stop()
  })
  it('is what the page knows one may, opened without network: nothing is written that would be refused', () => {
    const suggesting = openSuggesting(session(null), 'aslaug', bound)
    expect(suggesting.state.get()).toMatchObject({ mode: 'suggest', isBound: true })
    suggesting.stop()
  })
})

describe('one’s own suggestions', () => {
  it('are gone on with in the tab they were begun in, and not those from before the network was lost', () => {
    const here = session(writer)
    const { ids, stop } = openSuggesting(here, 'aslaug', writer)
    const before = ids.make()
    expect([ids.mayExtend(before), ids.mayExtend('fremmed1')]).toEqual([true, false])
    here.status.set({ ...online, connection: 'offline' })
    expect(ids.mayExtend(before)).toBe(false)
    const offline = ids.make()
    here.status.set(online)
    expect(ids.mayExtend(offline)).toBe(true)
    stop()
  })
})
