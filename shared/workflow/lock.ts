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

/** The version medbestemmelse saw last; null when there was no round. */
export function roundVersion (versions: readonly VersionRecord[]): VersionRecord | null {
  return versions.findLast(version => version.kind === 'round') ?? null
}

/**
 * Locks the behovsmelding with a version of its text. Refuses as `allowedTo`; `lock-has-errors` (count) when a rule finds
 * an error; `reason-needed` when no reason is given and one warns (count), or the text is another than the one medbestemmelse
 * saw last (differsFrom: its version; the other way on is a new round); `invalid` when the reason is too long;
 * `changed-meanwhile` when another version was made since the text was read. What anybody said in a round blocks nothing.
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
  if ((warnings > 0 || seen?.differs === true) && reason === null) return refused('reason-needed', { count: warnings, ...differing })
  const next = nextVersion(situation.versions)
  if ((roundVersion(situation.versions)?.number ?? null) !== (seen?.version ?? null)) return refused('changed-meanwhile')
  if (next.number !== command.next.number || next.previous !== command.next.previous) return refused('changed-meanwhile')
  const version = { ...versionOf(actor.value, command.next, reason, now), ...differing }
  const behovsmelding = { ...actor.value.behovsmelding, state: 'låst', changedAt: isoTime(now) } as const
  return taken({
    version,
    changes: [{ table: 'versions', put: version }, { table: 'behovsmeldinger', put: behovsmelding }],
    audit: [doneEntry(situation, 'lock', now, { version: version.number, hash: version.hash, warnings, ...differing, ...(reason === null ? {} : { reason }) })],
  })
}

function versionOf ({ person, role, behovsmelding }: Participant, next: NextVersion, reason: string | null, now: number): VersionRecord {
  return {
    id: versionId(behovsmelding.id, next.number), behovsmelding: behovsmelding.id, ...next, kind: 'lock', epoch: behovsmelding.epoch,
    ...(reason === null ? {} : { reason }), at: isoTime(now), by: { personId: person.id, name: person.name, role },
  }
}
