import type { MedbestemmelseView, RoundView, StanceView } from '@samskriv/shared/api'
import { describe, expect, it } from 'vitest'
import { askedIn, asksOf, baselineFor, currentRound, lastSaid, movedBetween, newsBetween, openRoundIn, stanceIn } from './rounds.ts'

const [first, second] = [{ personId: 'a', name: 'Tillitsvalgt A', role: 'tillitsvalgt' }, { personId: 'b', name: 'Tillitsvalgt B', role: 'tillitsvalgt' }] as const
const eier = { personId: 'e', name: 'Eierkoordinator', role: 'eier' } as const

const stance = (id: string, round: number, by: StanceView['by'], withdrawnAt?: string): StanceView => ({
  id, round, version: round, hash: `h${round}`, stance: 'uenig', union: 'Forbundet', basis: 'ks-b', statement: null, by, at: `2026-03-0${round}T10:00:00Z`,
  ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
})
const round = (number: number, stances: readonly StanceView[], missing: RoundView['missing']): RoundView => ({
  number, version: number, hash: `h${number}`, epoch: 1, deadline: '2026-03-20', note: '', openedAt: '2026-03-01T10:00:00Z', openedBy: eier, stances, missing, protokoll: null,
})
const view = (rounds: readonly RoundView[], open: number | null, lastSeen: number | null = null): MedbestemmelseView => ({ rounds, open, lastSeen, draft: null })

describe('a round', () => {
  const rounds = [round(1, [stance('s1', 1, first), stance('s2', 1, second)], []), round(2, [stance('s3', 2, first, '2026-03-03T10:00:00Z'), stance('s4', 2, first)], [second])]
  it('is the open one, or else the last', () => {
    expect(openRoundIn(view(rounds, 2))?.number).toBe(2)
    expect(openRoundIn(view(rounds, null))).toBeNull()
    expect(currentRound(view(rounds, null))?.number).toBe(2)
    expect(currentRound(view([], null))).toBeNull()
  })
  it('has of each person what holds, and keeps what was withdrawn beside it, the latest first', () => {
    expect(stanceIn(round(2, [stance('s3', 2, first, 'x')], [first]), 'a')).toBeNull()
    const [a, b] = askedIn(view(rounds, 2), rounds[1] ?? round(0, [], []))
    expect(a?.said.map(one => one.id)).toEqual(['s4', 's3'])
    expect(b?.said).toEqual([])
    expect(b?.earlier?.id).toBe('s2')
  })
  it('names each person once, although they said something, withdrew it, and are missing', () => {
    const one = round(1, [stance('s1', 1, first, 'x')], [first, second])
    expect(askedIn(view([one], 1), one).map(asked => asked.who.personId)).toEqual(['a', 'b'])
  })
  it('lets one begin from what one last said', () => { expect(lastSaid(view(rounds, 2), 'b')?.id).toBe('s2') })
})

describe('what an open round asks', () => {
  const open = round(2, [stance('s1', 2, first)], [second])
  it('is of a tillitsvalgt to read, then to say, until they have said', () => {
    expect(asksOf(view([open], 2, 1), 'tillitsvalgt', 'b')).toBe('read')
    expect(asksOf(view([open], 2, 2), 'tillitsvalgt', 'b')).toBe('say')
    expect(asksOf(view([open], 2, null), 'tillitsvalgt', 'a')).toBe('said')
  })
  it('is of others to follow, and of nobody anything when none is open', () => {
    expect(asksOf(view([open], 2), 'leser', 'x')).toBe('follow')
    expect(asksOf(view([open], null), 'tillitsvalgt', 'b')).toBeNull()
  })
})

describe('what a version is compared with', () => {
  const rounds = [round(1, [], []), round(2, [], []), round(5, [], [])]
  const [one, , five] = rounds
  it('is the version one read before it, else the last round’s, and nothing the first time', () => {
    expect(baselineFor(view(rounds, 5, 1), five ?? round(0, [], []))).toBe(1)
    expect(baselineFor(view(rounds, 5, 5), five ?? round(0, [], []))).toBe(2)
    expect(baselineFor(view(rounds, 5, null), five ?? round(0, [], []))).toBe(2)
    expect(baselineFor(view(rounds, 5, null), one ?? round(0, [], []))).toBeNull()
  })
})

it('tells of a deadline that was moved while the round was open, and of no other round’s', () => {
  const [before, moved, next] = [round(1, [], []), { ...round(1, [], []), deadline: '2026-03-27' }, { ...round(2, [], []), deadline: '2026-03-27' }]
  expect(movedBetween(view([before], 1), view([moved], 1))?.deadline).toBe('2026-03-27')
  expect([movedBetween(view([before], 1), view([before], 1)), movedBetween(view([before], 1), view([before, next], 2)), movedBetween(view([], null), view([before], 1))]).toEqual([null, null, null])
})

it('tells of what others said or withdrew since one last looked, not of one’s own', () => {
  const before = view([round(1, [stance('s1', 1, first)], [])], 1)
  const after = view([round(1, [stance('s1', 1, first, 'now'), stance('s2', 1, second), stance('s3', 1, eier)], [])], 1)
  expect(newsBetween(before, after, 'e').map(one => one.id)).toEqual(['s1', 's2'])
  expect(newsBetween(after, after, 'e')).toEqual([])
})
