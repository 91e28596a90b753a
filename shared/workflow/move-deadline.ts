import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { isDeadline } from './deadline.ts'
import type { RoundEffects } from './effects.ts'
import type { RoundRecord } from './round.ts'
import { mostDeadlineMoves, type MoveDeadlineCommand } from './round-command.ts'
import { actorOf, allowedTo, isoTime, type Situation } from './situation.ts'

/**
 * Moves the deadline of the open round, nearer or further off; what it was stays in the record. The day it is already changes
 * nothing. Refuses as `allowedTo`; `not-found` (no such round); `round-closed`; `invalid` (deadline: as when a round is opened);
 * `too-large` after too many moves.
 */
export function planMoveDeadline (situation: Situation, command: MoveDeadlineCommand, now: number): Result<RoundEffects> {
  const actor = allowedTo(situation, 'move-deadline')
  if (!actor.ok) return actor
  const before = situation.rounds.find(each => each.number === command.round)
  if (before === undefined) return refused('not-found')
  if (before.closing !== null) return refused('round-closed', { round: before.number })
  const { number, version, deadline: from, deadlineMoves: moves = [] } = before
  const to = command.deadline
  if (!isDeadline(to, now)) return refused('invalid', { field: 'deadline' })
  if (to === from) return taken({ round: before, changes: [], audit: [] })
  if (moves.length >= mostDeadlineMoves) return refused('too-large', { most: mostDeadlineMoves })
  const round: RoundRecord = { ...before, deadline: to, deadlineMoves: [...moves, { from, to, at: isoTime(now), by: actorOf(actor.value) }] }
  return taken({
    round,
    changes: [{ table: 'rounds', put: round }],
    audit: [doneEntry(situation, 'move-deadline', now, { round: number, version, from, to })],
  })
}
