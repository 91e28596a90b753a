import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import type { RestoreCommand } from './command.ts'
import type { RestoreEffects } from './effects.ts'
import { makeVersion } from './make-version.ts'
import type { VersionRecord } from './record.ts'
import { allowedTo, isoTime, type Participant, type Situation } from './situation.ts'

// The version that holds the text as it is now, and whether it has to be made first.
function keptFirst (situation: Situation, actor: Participant, command: RestoreCommand, now: number): Result<{ readonly kept: VersionRecord, readonly isNew: boolean }> {
  const same = situation.versions.find(version => version.number === command.same)
  if (same !== undefined) return taken({ kept: same, isNew: false })
  const made = makeVersion(situation.versions, actor, command.next, { kind: 'before-restore' }, now)
  return made.ok ? taken({ kept: made.value, isNew: true }) : made
}

/**
 * Brings an earlier version back as a new draft: a new epoch that begins with its text. Never an overwrite: the text as it is now is a
 * version first, so bringing that one back takes this back. Refuses as `allowedTo` and `makeVersion`, `not-found` (no such version).
 */
export function planRestore (situation: Situation, command: RestoreCommand, now: number): Result<RestoreEffects> {
  const actor = allowedTo(situation, 'restore')
  if (!actor.ok) return actor
  if (!situation.versions.some(version => version.number === command.version)) return refused('not-found')
  const first = keptFirst(situation, actor.value, command, now)
  if (!first.ok) return first
  const { kept, isNew } = first.value
  const { person, behovsmelding: before } = actor.value
  const at = isoTime(now)
  const behovsmelding = {
    ...before, epoch: before.epoch + 1, changedAt: at,
    origin: { how: 'restored', version: command.version, before: kept.number, at, by: { personId: person.id, name: person.name } },
  } as const
  return taken({
    version: kept,
    behovsmelding,
    changes: [...isNew ? [{ table: 'versions', put: kept } as const] : [], { table: 'behovsmeldinger', put: behovsmelding }],
    audit: [doneEntry(situation, 'restore', now, { version: command.version, before: kept.number, epoch: behovsmelding.epoch })],
  })
}
