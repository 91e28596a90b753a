import { refused, taken, type Result } from '../base/index.ts'
import type { VersionKind } from '../version/index.ts'
import { mostOwnVersions, type NextVersion } from './command.ts'
import { versionId, type VersionRecord } from './record.ts'
import { isoTime, type Participant } from './situation.ts'

/** Where the next version stands in the chain. */
export function nextVersion (versions: readonly VersionRecord[]): Omit<NextVersion, 'hash'> {
  const last = versions.at(-1)
  return last === undefined ? { number: 1, previous: null } : { number: last.number + 1, previous: last.hash }
}

/** Why a version is made, and what was said with it. */
export interface VersionReason { readonly kind: VersionKind, readonly name?: string, readonly reason?: string }

/** Kinds of versions that people make as often as they like. */
const ownKinds: ReadonlySet<VersionKind> = new Set(['named', 'before-intake', 'before-restore'])

/**
 * A version made by somebody. Refuses `changed-meanwhile` when another version was made since the text was read, and
 * `too-large` (most) when people have made as many of their own as there may be.
 */
export function makeVersion (versions: readonly VersionRecord[], { person, role, behovsmelding }: Participant, next: NextVersion, why: VersionReason, now: number): Result<VersionRecord> {
  const expected = nextVersion(versions)
  if (expected.number !== next.number || expected.previous !== next.previous) return refused('changed-meanwhile')
  if (ownKinds.has(why.kind) && versions.filter(version => ownKinds.has(version.kind)).length >= mostOwnVersions) return refused('too-large', { most: mostOwnVersions })
  return taken({
    id: versionId(behovsmelding.id, next.number), behovsmelding: behovsmelding.id, ...next, ...why, epoch: behovsmelding.epoch,
    at: isoTime(now), by: { personId: person.id, name: person.name, role },
  })
}
