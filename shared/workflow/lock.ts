import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { longest, type LockCommand, type NextVersion } from './command.ts'
import type { VersionEffects } from './effects.ts'
import { versionId, type VersionRecord } from './record.ts'
import { allowedTo, isoTime, type Participant, type Situation } from './situation.ts'
import { reasonOf } from './text.ts'

/** Where the next version stands in the chain. */
export function nextVersion (versions: readonly VersionRecord[]): Omit<NextVersion, 'hash'> {
  const last = versions.at(-1)
  return last === undefined ? { number: 1, previous: null } : { number: last.number + 1, previous: last.hash }
}

/**
 * Locks the behovsmelding with a version of its text. Refuses as `allowedTo`; `lock-has-errors` (count) when a rule finds
 * an error; `reason-needed` (count) when one warns and no reason is given; `invalid` when the reason is too long;
 * `changed-meanwhile` when another version was made since the text was read.
 */
export function planLock (situation: Situation, command: LockCommand, now: number): Result<VersionEffects> {
  const actor = allowedTo(situation, 'lock')
  if (!actor.ok) return actor
  const { errors, warnings } = command.findings
  if (errors > 0) return refused('lock-has-errors', { count: errors })
  if ((command.reason?.length ?? 0) > longest.reason) return refused('invalid', { field: 'reason', most: longest.reason })
  const reason = reasonOf(command.reason, longest.reason)
  if (warnings > 0 && reason === null) return refused('reason-needed', { count: warnings })
  const next = nextVersion(situation.versions)
  if (next.number !== command.next.number || next.previous !== command.next.previous) return refused('changed-meanwhile')
  const version = versionOf(actor.value, command.next, reason, now)
  const behovsmelding = { ...actor.value.behovsmelding, state: 'låst', changedAt: isoTime(now) } as const
  return taken({
    version,
    changes: [{ table: 'versions', put: version }, { table: 'behovsmeldinger', put: behovsmelding }],
    audit: [doneEntry(situation, 'lock', now, { version: version.number, hash: version.hash, warnings, ...(reason === null ? {} : { reason }) })],
  })
}

function versionOf ({ person, role, behovsmelding }: Participant, next: NextVersion, reason: string | null, now: number): VersionRecord {
  return {
    id: versionId(behovsmelding.id, next.number), behovsmelding: behovsmelding.id, ...next, kind: 'lock', epoch: behovsmelding.epoch,
    ...(reason === null ? {} : { reason }), at: isoTime(now), by: { personId: person.id, name: person.name, role },
  }
}
