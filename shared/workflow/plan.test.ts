import { describe, expect, it } from 'vitest'
import { actions, may, roles, states } from '../access/index.ts'
import { colorIn, colorOf, freeColor, personColors } from '../api/index.ts'
import type { BehovsmeldingView, Me } from '../api/index.ts'
import { asking, isoTime, longest, plan, situationOf, whyNot, type CommandKind, type LinkRecord } from './index.ts'
import { caseTime, planCases, rightsCases } from './testing/index.ts'

describe('the table of rights', () => {
  for (const state of states) for (const role of roles) {
    it(`lets ${role} in ${state} do: ${rightsCases[state][role].join(', ')}, and nothing else`, () => {
      expect(actions.filter(action => may(role, state, action))).toEqual(rightsCases[state][role])
      expect(actions.some(action => may(null, state, action))).toBe(false)
    })
  }
})

describe('a plan', () => {
  for (const { says, situation, command, refusal, changes, becomes, audited } of planCases) {
    it(says, () => {
      const planned = plan(situation, command, caseTime)
      if (refusal !== null) { expect(planned).toEqual({ ok: false, refusal }); return }
      const effects = planned.ok ? planned.value : null
      expect(effects?.changes.map(change => change.table)).toEqual(changes)
      expect(effects?.audit.map(entry => entry.action)).toEqual(audited ? [command.kind] : [])
      if (becomes !== null) expect(effects?.changes).toContainEqual({ table: 'behovsmeldinger', put: expect.objectContaining(becomes) })
      expect(whyNot(situation, command, caseTime)).toBeNull()
    })
  }

  it('has cases that are taken and cases that are refused, for every command', () => {
    const kinds: readonly CommandKind[] = [
      'start', 'invite', 'invite-starter', 'revoke-invitation', 'use-link', 'remove-member', 'lock', 'reopen', 'deliver', 'name-version', 'before-intake', 'restore',
      'open-round', 'move-deadline', 'close-round', 'give-stance', 'withdraw-stance', 'save-draft', 'read-version', 'propose', 'settle-proposal',
    ]
    for (const kind of kinds) {
      const ofKind = planCases.filter(each => each.command.kind === kind)
      expect([kind, ofKind.some(each => each.refusal === null), ofKind.some(each => each.refusal !== null)]).toEqual([kind, true, true])
    }
  })

  it('writes no title, name, note, union or stance into the audit log', () => {
    for (const { situation, command } of planCases) {
      const secret = { note: 'HEMMELIG', name: 'HEMMELIG', title: 'HEMMELIG', union: 'HEMMELIG', stance: 'HEMMELIG', statement: 'HEMMELIG' }
      const planned = plan(situation, Object.assign({}, command, secret), caseTime)
      if (planned.ok) expect(JSON.stringify(planned.value.audit)).not.toContain('HEMMELIG')
    }
  })

  it('says how long a text may be', () => {
    const situation = planCases.find(each => each.command.kind === 'reopen' && each.refusal === null)?.situation
    if (situation === undefined) throw new Error('no such case')
    expect(whyNot(situation, { kind: 'reopen', reason: 'x'.repeat(longest.reason + 1) }, caseTime)).toEqual({ code: 'invalid', facts: { field: 'reason', most: longest.reason } })
  })
})

describe('asking from the page', () => {
  const person = { id: 'eier', name: 'eier', language: 'nb', admin: false, mayStart: false } as const
  const me: Me = { person }
  const view = (over: Partial<BehovsmeldingView>): BehovsmeldingView => ({
    id: 'b', title: 'Nordvik', template: { id: 't', version: 1 }, state: 'utkast', epoch: 1, role: 'eier', createdAt: '', changedAt: '',
    members: [{ person, role: 'eier', since: '', online: true, color: 0 }], invitations: [], versions: [], deliveries: [], ...over,
  })

  it('gets the same answers as the server would give', () => {
    const draft = situationOf(view({}), me)
    const none = { errors: 0, warnings: 0 }
    expect(whyNot(draft, asking.lock(draft, none), caseTime)).toBeNull()
    expect(whyNot(draft, asking.lock(draft, { errors: 0, warnings: 1 }), caseTime)).toEqual({ code: 'reason-needed', facts: { count: 1 } })
    expect(whyNot(draft, asking.lock(draft, { errors: 0, warnings: 1 }, { reason: 'fordi' }), caseTime)).toBeNull()
    expect(whyNot(draft, asking.reopen, caseTime)?.code).toBe('wrong-state')
    expect(whyNot(draft, asking.removeMember('eier'), caseTime)?.code).toBe('last-eier')
    expect(whyNot(draft, asking.start, caseTime)?.code).toBe('not-allowed')
    expect(whyNot(draft, asking.openRound(draft, caseTime), caseTime)).toBeNull()
    expect(whyNot(draft, asking.closeRound(1), caseTime)?.code).toBe('wrong-state')
    const asReader = situationOf(view({ members: [{ person, role: 'leser', since: '', online: true, color: 0 }] }), me)
    expect(whyNot(asReader, asking.invite, caseTime)?.code).toBe('not-allowed')
    expect(whyNot(situationOf(view({}), { person: null }), asking.invite, caseTime)?.code).toBe('not-signed-in')
  })
})

const caseOf = (says: string) => {
  const found = planCases.find(each => each.says === says)
  if (found === undefined) throw new Error(`no case «${says}»`)
  const planned = plan(found.situation, found.command, caseTime)
  if (!planned.ok) throw new Error(`«${says}» is refused`)
  const put = (table: string): unknown => planned.value.changes.flatMap(change => (change.table === table && 'put' in change ? [change.put] : []))[0]
  return { put, facts: planned.value.audit[0]?.facts }
}

describe('a lock and a delivery', () => {
  it('name the version medbestemmelse saw, when another text is locked', () => {
    const differing = caseOf('a text medbestemmelse did not see is locked with a reason')
    expect(differing.put('versions')).toMatchObject({ number: 2, differsFrom: 1, reason: 'en skrivefeil rettet' })
    expect(differing.facts).toMatchObject({ version: 2, differsFrom: 1 })
    const same = caseOf('a text medbestemmelse saw as it is locks without a reason')
    expect(same.put('versions')).not.toHaveProperty('differsFrom')
    expect(same.facts).not.toHaveProperty('differsFrom')
  })

  it('are told of one another: what came back says when, by whom and why', () => {
    const returned = caseOf('a delivery that comes back is called returned')
    expect(returned.put('deliveries')).toMatchObject({ number: 1, to: 'Statsforvalteren', returned: { at: isoTime(caseTime), by: { personId: 'eier' }, reason: 'returnert' } })
    expect(returned.facts).toMatchObject({ delivery: 1, reason: 'returnert' })
  })

  it('say in the audit log which package it was, not to whom: somebody may have written a name there', () => {
    const { facts } = caseOf('an eier delivers what is locked')
    expect(facts).toEqual({ delivery: 1, version: 1, hash: 'v1', package: 'p1' })
  })
})

describe('a deadline', () => {
  it('is known in the round as it was each time it was moved, and in the audit log', () => {
    const again = caseOf('a deadline that was moved is moved again')
    expect(again.put('rounds')).toMatchObject({
      deadline: '2026-01-20',
      deadlineMoves: [{ from: '2026-01-20', to: '2026-01-27' }, { from: '2026-01-27', to: '2026-01-20', at: isoTime(caseTime), by: { personId: 'eier', role: 'eier' } }],
    })
    expect(again.facts).toEqual({ round: 1, version: 1, from: '2026-01-27', to: '2026-01-20' })
  })
})

const link = (id: string, createdBy: string, more: Partial<LinkRecord> = {}): LinkRecord => ({
  id, handle: id, purpose: 'member', role: 'eier', behovsmelding: 'b', note: '', createdBy, createdAt: isoTime(caseTime), expiresAt: isoTime(caseTime + 1000), ...more,
})

describe('who is removed', () => {
  it('does not come back by a link they made themself', () => {
    const removal = planCases.find(each => each.command.kind === 'remove-member' && each.refusal === null)
    if (removal?.command.kind !== 'remove-member') throw new Error('no such case')
    const { personId } = removal.command
    const links = [link('theirs', personId), link('used', personId, { usedAt: isoTime(caseTime) }), link('another', 'eier')]
    const planned = plan({ ...removal.situation, links }, removal.command, caseTime)
    const revoked = planned.ok ? planned.value.changes.flatMap(change => change.table === 'links' && 'put' in change ? [change.put] : []) : []
    expect(revoked.map(each => [each.id, each.revokedAt])).toEqual([['theirs', isoTime(caseTime)]])
  })
})

describe('a person\'s colour', () => {
  it('is always the same and spreads over the palette', () => {
    const counts = new Map<number, number>()
    for (let n = 0; n < 1200; n++) counts.set(colorOf(`person${n}`), (counts.get(colorOf(`person${n}`)) ?? 0) + 1)
    expect(counts.size).toBe(personColors)
    expect(Math.min(...counts.values())).toBeGreaterThan(50)
    expect(colorOf('abcdef123456')).toBe(colorOf('abcdef123456'))
  })

  it('is nobody else\'s in a behovsmelding while there are colours left, and stays with them', () => {
    const there: { personId: string, color: number }[] = []
    for (let n = 0; n < personColors; n++) there.push({ personId: `person${n}`, color: freeColor(there, `person${n}`) })
    expect(new Set(there.map(each => each.color)).size).toBe(personColors)
    expect(colorIn(there, 'person7')).toBe(there[7]?.color)
    expect(freeColor(there, 'one too many')).toBe(colorOf('one too many'))
    const [, ...others] = there
    expect(colorIn(others, 'person7')).toBe(there[7]?.color)
  })
})
