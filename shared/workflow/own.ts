import type { StanceDraft } from '../api/medbestemmelse.ts'
import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import type { Effects } from './effects.ts'
import { ownId, type DraftRecord, type StanceRecord } from './round.ts'
import { longestInRound, type ReadVersionCommand, type SaveDraftCommand } from './round-command.ts'
import { allowedTo, isoTime, type Situation } from './situation.ts'
import { ownStance, stanceIn } from './stance.ts'

/**
 * Keeps what somebody is about to say, for them alone: no entry in the audit log either, which others read (what was refused is entered, without a word of it). One with nothing in
 * it takes the draft away, and so does one that says what its author has said already: what a page kept on its way while they gave it
 * must not come back. Refuses as `stanceIn`, and `invalid` (union: too long).
 */
export function planSaveDraft (situation: Situation, { round, draft }: SaveDraftCommand, now: number): Result<Effects> {
  const asked = stanceIn(situation, round)
  if (!asked.ok) return asked
  if (draft.union.length > longestInRound.union) return refused('invalid', { field: 'union', most: longestInRound.union })
  const { behovsmelding, person } = asked.value
  const id = ownId(behovsmelding.id, person.id)
  const { stance, union, basis, statement } = draft
  const isEmpty = stance === null && union.trim() === '' && basis === null && statement === null
  if (isEmpty || isSaid(draft, ownStance(situation, round))) return taken({ changes: [{ table: 'drafts', remove: id }], audit: [] })
  const put: DraftRecord = { id, behovsmelding: behovsmelding.id, personId: person.id, round, at: isoTime(now), stance, union: union.toWellFormed(), basis, statement }
  return taken({ changes: [{ table: 'drafts', put }], audit: [] })
}

// Statements are in their normal form: the same words are the same JSON.
function isSaid ({ stance, union, basis, statement }: StanceDraft, said: StanceRecord | null): boolean {
  return said !== null && stance === said.stance && union.trim() === said.union && basis === said.basis && JSON.stringify(statement) === JSON.stringify(said.statement)
}

/**
 * Records that somebody has read a version; an older one than they have read changes nothing. Refuses as `allowedTo`, and
 * `not-found` when there is no such round or version.
 */
export function planReadVersion (situation: Situation, { round, version }: ReadVersionCommand, now: number): Result<Effects> {
  const actor = allowedTo(situation, 'read')
  if (!actor.ok) return actor
  const isThere = situation.rounds.some(each => each.number === round) && situation.versions.some(each => each.number === version)
  if (!isThere) return refused('not-found')
  const { person, behovsmelding } = actor.value
  const last = situation.readings.find(reading => reading.personId === person.id)?.version ?? 0
  if (version <= last) return taken({ changes: [], audit: [] })
  return taken({
    changes: [{ table: 'readings', put: { id: ownId(behovsmelding.id, person.id), behovsmelding: behovsmelding.id, personId: person.id, version, at: isoTime(now) } }],
    audit: [doneEntry(situation, 'read-version', now, { round, version })],
  })
}
