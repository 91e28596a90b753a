import type { Actor, RoundView, StanceView } from '@samskriv/shared/api'
import { isAfterDeadline, missingIn, type RoundRecord, type Situation, type StanceRecord } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'

/** A stance as everybody in the behovsmelding sees it. */
export function stanceView (stance: StanceRecord, round: Pick<RoundRecord, 'deadline'>): StanceView {
  const { behovsmelding: _behovsmelding, seal: _seal, statementHash, ...view } = stance
  return { ...view, ...(statementHash === null ? {} : { statementHash }), ...(isAfterDeadline(stance.at, round.deadline) ? { late: true } : {}) }
}

/** The tillitsvalgte with these ids, by the names they have now. One who is gone for good has none. */
function actorsOf (store: Pick<Store, 'table'>, ids: readonly string[]): readonly Actor[] {
  return ids.map(personId => ({ personId, name: store.table('people').get(personId)?.name ?? '', role: 'tillitsvalgt' }))
}

/** A round as everybody in the behovsmelding sees it. */
export function roundView (store: Pick<Store, 'table'>, situation: Pick<Situation, 'members' | 'stances'>, round: RoundRecord): RoundView {
  const { id: _id, behovsmelding: _behovsmelding, closing, ...open } = round
  const stances = situation.stances.filter(stance => stance.round === round.number).map(stance => stanceView(stance, round))
  if (closing === null) return { ...open, stances, missing: actorsOf(store, missingIn(situation, round.number)), protokoll: null }
  return {
    ...open, stances, missing: actorsOf(store, closing.missing), closedAt: closing.at, closedBy: closing.by,
    ...(closing.how === 'lock' ? { closedByLock: true } : {}),
    protokoll: closing.facts, ...(closing.protokoll === '' ? {} : { protokollHash: closing.protokoll }),
  }
}
