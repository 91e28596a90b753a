import { describe, expect, it } from 'vitest'
import type { BehovsmeldingView, RoundView } from '../api/index.ts'
import { asking, isoTime, mostDeadlineMoves, situationOf, whyNot, type Situation } from './index.ts'
import { caseTime } from './testing/index.ts'

const actor = { personId: 'tillitsvalgt', name: 'tillitsvalgt', role: 'tillitsvalgt' } as const
const round: RoundView = {
  number: 1, version: 1, hash: 'v1', epoch: 1, deadline: '2026-01-20', note: '', openedAt: isoTime(caseTime), openedBy: actor, missing: [], protokoll: null,
  stances: [{ id: 's1', round: 1, version: 1, hash: 'v1', stance: 'enig', union: 'x', basis: 'ks-b', statement: null, by: actor, at: isoTime(caseTime) }],
}

function pageOf (role: 'eier' | 'tillitsvalgt', rounds: readonly RoundView[]): Situation {
  const person = { id: role, name: role, language: 'nb', admin: false, mayStart: false } as const
  const view: BehovsmeldingView = {
    id: 'b', title: 'Nordvik', template: { id: 't', version: 1 }, state: 'medbestemmelse', epoch: 1, role, createdAt: '', changedAt: '',
    members: [{ person, role, since: '', online: true, color: 0 }], invitations: [], versions: [], deliveries: [],
  }
  return situationOf(view, { person }, { rounds, open: 1, lastSeen: null, draft: null })
}

describe('asking from the page in a round', () => {
  it('gets the same answers as the server would give', () => {
    const eier = pageOf('eier', [round])
    expect(whyNot(eier, asking.openRound(eier, caseTime), caseTime)).toEqual({ code: 'round-open', facts: { round: 1 } })
    expect(whyNot(eier, asking.closeRound(1), caseTime)).toBeNull()
    expect(whyNot(eier, asking.moveDeadline(1, caseTime), caseTime)).toBeNull()
    expect(whyNot(eier, asking.giveStance(1, 'v1'), caseTime)?.code).toBe('not-allowed')
    const tillitsvalgt = pageOf('tillitsvalgt', [round])
    expect(whyNot(tillitsvalgt, asking.giveStance(1, 'v1'), caseTime)).toBeNull()
    expect(whyNot(tillitsvalgt, asking.giveStance(1, 'v0'), caseTime)?.code).toBe('other-version')
    expect(whyNot(tillitsvalgt, asking.withdrawStance(1), caseTime)).toBeNull()
    expect(whyNot(tillitsvalgt, asking.moveDeadline(1, caseTime), caseTime)?.code).toBe('not-allowed')
    expect(whyNot(pageOf('tillitsvalgt', [{ ...round, closedAt: isoTime(caseTime), closedBy: actor }]), asking.giveStance(1, 'v1'), caseTime)?.code).toBe('round-closed')
  })

  it('leaves no button grey in the hours when it is already the next day in Norway', () => {
    const afterMidnight = Date.parse('2026-01-15T23:30:00Z')
    expect(whyNot(pageOf('eier', []), asking.openRound(pageOf('eier', []), afterMidnight), afterMidnight)).toBeNull()
    const eier = pageOf('eier', [round])
    expect(whyNot(eier, asking.moveDeadline(1, afterMidnight), afterMidnight)).toBeNull()
    const restless = pageOf('eier', [{ ...round, deadlineMoves: Array.from({ length: mostDeadlineMoves }, () => ({ from: '2026-01-19', to: '2026-01-20', at: isoTime(caseTime), by: actor })) }])
    expect(whyNot(restless, asking.moveDeadline(1, caseTime), caseTime)?.code).toBe('too-large')
  })
})
