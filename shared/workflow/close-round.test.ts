import { expect, it } from 'vitest'
import type { ProtokollFacts } from '../api/index.ts'
import { longestInRound, planCloseRound, type CloseRoundCommand, type Situation } from './index.ts'
import { caseTime, planCases } from './testing/index.ts'

const facts: ProtokollFacts = { heldAt: '2026-01-14T10:00', place: '', attendants: [], bases: ['staten'], agreed: '', notAgreed: '' }
const command = (more: Partial<ProtokollFacts>): CloseRoundCommand => ({ kind: 'close-round', round: 1, protokoll: 'p1', facts: { ...facts, ...more } })

function openRound (): Situation {
  const one = planCases.find(each => each.command.kind === 'close-round' && each.refusal === null)
  if (one === undefined) throw new Error('no such case')
  return one.situation
}

function kept (more: Partial<ProtokollFacts>): ProtokollFacts | null {
  const planned = planCloseRound(openRound(), command(more), caseTime)
  return planned.ok ? planned.value.round.closing?.facts ?? null : null
}

it('closing a round keeps what each party thinks, tidied, and leaves out one that said nothing', () => {
  expect(kept({ views: { eier: ' Vi vil ha alt med.\n ', uh: '  ' } })?.views).toEqual({ eier: 'Vi vil ha alt med.' })
  expect(kept({ views: {} })?.views).toEqual({})
})

it('closing a round keeps what each party rests on, and all of it together whatever was sent', () => {
  expect(kept({ basisOf: { uh: ['staten', 'staten'], eier: ['staten', 'ks-b'], arbeidstaker: [] } })).toMatchObject({
    basisOf: { eier: ['ks-b', 'staten'], uh: ['staten'], arbeidstaker: [] }, bases: ['ks-b', 'staten'],
  })
  expect(kept({ bases: ['ks-b'], basisOf: { uh: ['staten'] } })?.bases).toEqual(['staten'])
})

it('closing a round as before, with neither, keeps what it kept before', () => {
  expect(kept({})).toEqual(facts)
})

it('what a party thinks has a bound, and the refusal says which and how long', () => {
  expect(planCloseRound(openRound(), command({ views: { uh: 'x'.repeat(longestInRound.view) } }), caseTime).ok).toBe(true)
  expect(planCloseRound(openRound(), command({ views: { uh: 'x'.repeat(longestInRound.view + 1) } }), caseTime)).toEqual({ ok: false, refusal: { code: 'invalid', facts: { field: 'views.uh', most: longestInRound.view } } })
})
