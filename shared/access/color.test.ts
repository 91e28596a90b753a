import { describe, expect, it } from 'vitest'
import { memberColor } from './color.ts'

const at = (personId: string, day: number): { personId: string, since: string } => ({ personId, since: `2026-01-0${day}T08:00:00.000Z` })

describe('the colour of a member', () => {
  it('is another for each, and the same in whatever order they are listed', () => {
    const members = [at('eier', 1), at('uh', 2), at('tillitsvalgt', 2)]
    expect(members.map(one => memberColor(one.personId, members))).toEqual([0, 2, 1])
    expect(members.map(one => memberColor(one.personId, members.toReversed()))).toEqual([0, 2, 1])
  })
  it('is not changed by somebody who comes later', () => {
    const members = [at('eier', 1), at('uh', 2)]
    expect(memberColor('uh', [at('annen', 3), ...members])).toBe(memberColor('uh', members))
  })
  it('is the first for somebody who is no member', () => {
    expect(memberColor('fremmed', [at('eier', 1)])).toBe(0)
  })
})
