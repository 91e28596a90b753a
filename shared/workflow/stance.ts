import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import type { RecordChange, StanceEffects } from './effects.ts'
import { holdingIn, ownId, type RoundRecord, type StanceRecord } from './round.ts'
import { longestInRound, mostStances, type GiveStanceCommand, type WithdrawStanceCommand } from './round-command.ts'
import { actorOf, allowedTo, isoTime, type Participant, type Situation } from './situation.ts'
import { lineOf } from './text.ts'

/** The one who asks and the round a stance is about, if one may be given there now. Refuses as `allowedTo`, `not-found`, `round-closed`. */
export function stanceIn (situation: Situation, number: number): Result<Participant & { readonly round: RoundRecord }> {
  const actor = allowedTo(situation, 'stance')
  if (!actor.ok) return actor
  const round = situation.rounds.find(each => each.number === number)
  if (round === undefined) return refused('not-found')
  return round.closing === null ? taken({ ...actor.value, round }) : refused('round-closed', { round: number })
}

/** A person's own stance that holds in a round; null: none. */
export function ownStance (situation: Pick<Situation, 'person' | 'stances'>, round: number): StanceRecord | null {
  return holdingIn(situation.stances, round).find(stance => stance.by.personId === situation.person?.id) ?? null
}

/**
 * Gives a stance on the round's version, bound to its hash; one's own that holds is withdrawn in the same step and stays to be
 * seen. The deadline does not stop it: until the round is closed a late word is better than none, and it is shown as late.
 * Refuses as `stanceIn`; `other-version` (version) on another hash than the round's; `invalid` (union); `too-large` after too many.
 */
export function planGiveStance (situation: Situation, command: GiveStanceCommand, now: number): Result<StanceEffects> {
  const asked = stanceIn(situation, command.round)
  if (!asked.ok) return asked
  const { round, behovsmelding, person } = asked.value
  if (command.hash !== round.hash) return refused('other-version', { version: round.version })
  const union = lineOf(command.union, longestInRound.union)
  if (union === null) return refused('invalid', { field: 'union', most: longestInRound.union })
  const before = situation.stances.filter(stance => stance.round === round.number && stance.by.personId === person.id)
  if (before.length >= mostStances) return refused('too-large', { most: mostStances })
  const at = isoTime(now)
  const stance: StanceRecord = {
    id: command.id, behovsmelding: behovsmelding.id, round: round.number, version: round.version, hash: round.hash,
    stance: command.stance, union, basis: command.basis, statement: command.statement, statementHash: command.statementHash,
    by: actorOf(asked.value), at, seal: command.seal,
  }
  const earlier = ownStance(situation, round.number)
  const withdrawn: RecordChange[] = earlier === null ? [] : [{ table: 'stances', put: { ...earlier, withdrawnAt: at } }]
  return taken({
    stance,
    changes: [...withdrawn, { table: 'stances', put: stance }, { table: 'drafts', remove: ownId(behovsmelding.id, person.id) }],
    audit: [doneEntry(situation, 'give-stance', now, { round: round.number, version: round.version, seal: command.seal, ...(earlier === null ? {} : { withdrew: earlier.seal }) })],
  })
}

/** Takes one's own stance back; it stays to be seen. Refuses as `stanceIn`, and `not-found` when one has none that holds. */
export function planWithdrawStance (situation: Situation, command: WithdrawStanceCommand, now: number): Result<StanceEffects> {
  const asked = stanceIn(situation, command.round)
  if (!asked.ok) return asked
  const own = ownStance(situation, command.round)
  if (own === null) return refused('not-found')
  const stance = { ...own, withdrawnAt: isoTime(now) }
  return taken({
    stance,
    changes: [{ table: 'stances', put: stance }],
    audit: [doneEntry(situation, 'withdraw-stance', now, { round: own.round, version: own.version, withdrew: own.seal })],
  })
}
