import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry, type AuditFacts } from './audit.ts'
import { closingOfOpen } from './close-round.ts'
import { longest, type LockCommand } from './command.ts'
import type { RecordChange, VersionEffects } from './effects.ts'
import { makeVersion } from './make-version.ts'
import type { VersionRecord } from './record.ts'
import { allowedTo, isoTime, type Situation } from './situation.ts'
import { reasonOf } from './text.ts'

/** The version medbestemmelse saw last; null when there was no round. */
export function roundVersion (versions: readonly VersionRecord[]): VersionRecord | null {
  return versions.findLast(version => version.kind === 'round') ?? null
}

/**
 * Locks the behovsmelding with a version of its text. Refuses as `allowedTo`; `lock-has-errors` (count) when a rule finds
 * an error; `reason-needed` when no reason is given and one warns (count), or the text is another than the one medbestemmelse
 * saw last (differsFrom: its version; the other way on is a new round), or suggestions stand undecided in it (suggestions: how many); `invalid` when the reason is too long;
 * `changed-meanwhile` when another version was made since the text was read. What anybody said in a round blocks nothing;
 * one that is open is closed by the lock.
 */
export function planLock (situation: Situation, command: LockCommand, now: number): Result<VersionEffects> {
  const actor = allowedTo(situation, 'lock')
  if (!actor.ok) return actor
  const { errors, warnings } = command.findings
  if (errors > 0) return refused('lock-has-errors', { count: errors })
  if ((command.reason?.length ?? 0) > longest.reason) return refused('invalid', { field: 'reason', most: longest.reason })
  const reason = reasonOf(command.reason, longest.reason)
  const { seen } = command
  const differing = seen?.differs === true ? { differsFrom: seen.version } : {}
  const { suggestions = 0 } = command.next
  const undecided = suggestions > 0 ? { suggestions } : {}
  if ((warnings > 0 || suggestions > 0 || seen?.differs === true) && reason === null) return refused('reason-needed', { count: warnings, ...differing, ...undecided })
  if ((roundVersion(situation.versions)?.number ?? null) !== (seen?.version ?? null)) return refused('changed-meanwhile')
  const made = makeVersion(situation.versions, actor.value, command.next, { kind: 'lock', ...(reason === null ? {} : { reason }) }, now)
  if (!made.ok) return made
  const version = { ...made.value, ...differing }
  const closed = closedByLock(situation, command, now)
  const behovsmelding = { ...actor.value.behovsmelding, state: 'låst', changedAt: isoTime(now) } as const
  return taken({
    version,
    changes: [{ table: 'versions', put: version }, ...closed.changes, { table: 'behovsmeldinger', put: behovsmelding }],
    audit: [doneEntry(situation, 'lock', now, { version: version.number, hash: version.hash, warnings, ...differing, ...undecided, ...(reason === null ? {} : { reason }), ...closed.facts })],
  })
}

function closedByLock (situation: Situation, { protokoll = '' }: LockCommand, now: number): { readonly changes: readonly RecordChange[], readonly facts: AuditFacts } {
  const round = closingOfOpen(situation, { how: 'lock', facts: null, protokoll }, now)
  return round === null ? { changes: [], facts: {} } : { changes: [{ table: 'rounds', put: round }], facts: { round: round.number, protokoll } }
}
