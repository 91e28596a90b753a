import { describe, expect, it } from 'vitest'
import { keepSame, presentOf, type Oneself } from './present.ts'

const self: Oneself = { clientId: 1, personId: 'eier', name: 'Eier', role: 'eier', color: 0 }
const user = { id: 'uh', name: 'Uh', role: 'uh', color: 2 }

const list = (place: string, cursor: number) =>
  presentOf(new Map([[2, { place: 'navn', cursor, user }], [3, { place, user: { ...user, id: 'x' } }]]), self)

describe('the presence list', () => {
  it('holds only whom the server vouched for', () => {
    const states = new Map<number, unknown>([
      [2, { place: 'navn', user }],
      [3, { place: 'navn' }],
      [4, { user: { ...user, role: 'konge' } }],
      [5, { user: { ...user, color: 'red' } }],
      [6, null],
      [7, 'junk'],
      [8, { user: null, place: 3 }],
    ])
    expect(presentOf(states, { ...self, role: null })).toEqual([
      { clientId: 2, personId: 'uh', name: 'Uh', role: 'uh', color: 2, place: 'navn', self: false },
    ])
  })

  it('takes oneself from oneself, whatever a state under one\'s own number says', () => {
    expect(presentOf(new Map([[1, { place: 'navn', user }]]), self)).toEqual([{ ...self, place: 'navn', self: true }])
  })

  it('is in the order of names, and then the same everywhere', () => {
    const states = new Map(['B', 'A', 'B'].map((name, at) => [at + 2, { user: { ...user, name } }]))
    expect(presentOf(states, { ...self, role: null }).map(each => [each.name, each.clientId])).toEqual([['A', 3], ['B', 2], ['B', 4]])
  })

  it('keeps its objects, and itself, while nothing shown changes', () => {
    const before = list('a', 1)
    expect(keepSame(before, list('a', 2))).toBe(before)
    const after = keepSame(before, list('b', 2))
    expect(after).not.toBe(before)
    expect(after[0]).toBe(before[0])
    expect(after[2]?.place).toBe('b')
    expect(keepSame(before, before.slice(1))).toHaveLength(2)
  })
})
