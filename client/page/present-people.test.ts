import { describe, expect, it } from 'vitest'
import type { Present } from '../live/session.ts'
import { peopleHere } from './present-people.ts'

const tab = (clientId: number, personId: string, over: Partial<Present> = {}): Present =>
  ({ clientId, personId, name: personId, role: 'eier', color: 1, place: null, self: false, ...over })

describe('the people who are here', () => {
  it('are counted once, however many tabs they have open, with every place they are in', () => {
    const here = peopleHere([tab(1, 'uh', { place: 'a' }), tab(2, 'uh', { place: 'b' }), tab(3, 'uh', { place: 'a' })])
    expect(here).toHaveLength(1)
    expect(here[0]?.places).toEqual(['a', 'b'])
  })
  it('begin with oneself, also when one is here in another tab, and go on by name', () => {
    const here = peopleHere([tab(1, 'uh'), tab(2, 'leser'), tab(3, 'eier'), tab(4, 'uh', { self: true })])
    expect(here.map(person => person.personId)).toEqual(['uh', 'eier', 'leser'])
  })
})
