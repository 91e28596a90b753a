import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { longest } from './command.ts'
import { isDeadline } from './deadline.ts'
import type { RoundEffects, VersionEffects } from './effects.ts'
import { makeVersion } from './make-version.ts'
import { openRound, roundId, type RoundRecord } from './round.ts'
import type { OpenRoundCommand } from './round-command.ts'
import { actorOf, allowedTo, isoTime, type Situation } from './situation.ts'
import { reasonOf } from './text.ts'

/**
 * Opens a round: the text as it is becomes a version, and the tillitsvalgte may say what they think of it. Refuses as
 * `allowedTo`; `round-open` (number) while another one is; `invalid` (deadline: no such day, over, or too far ahead; note: too
 * long); `changed-meanwhile` when another version was made since the text was read.
 */
export function planOpenRound (situation: Situation, command: OpenRoundCommand, now: number): Result<VersionEffects & RoundEffects> {
  const actor = allowedTo(situation, 'open-round')
  if (!actor.ok) return actor
  const open = openRound(situation.rounds)
  if (open !== null) return refused('round-open', { round: open.number })
  if (!isDeadline(command.deadline, now)) return refused('invalid', { field: 'deadline' })
  if (command.note.length > longest.reason) return refused('invalid', { field: 'note', most: longest.reason })
  const made = makeVersion(situation.versions, actor.value, command.next, { kind: 'round' }, now)
  if (!made.ok) return made
  const version = made.value
  const before = actor.value.behovsmelding
  const behovsmelding = { ...before, state: 'medbestemmelse', changedAt: isoTime(now) } as const
  const number = situation.rounds.length + 1
  const round: RoundRecord = {
    id: roundId(before.id, number), behovsmelding: before.id, number, version: version.number, hash: version.hash, epoch: before.epoch,
    deadline: command.deadline, note: reasonOf(command.note, longest.reason) ?? '',
    openedAt: isoTime(now), openedBy: actorOf(actor.value), closing: null,
  }
  return taken({
    version, round,
    changes: [{ table: 'versions', put: version }, { table: 'rounds', put: round }, { table: 'behovsmeldinger', put: behovsmelding }],
    audit: [doneEntry(situation, 'open-round', now, { round: number, version: version.number, hash: version.hash, deadline: round.deadline })],
  })
}
