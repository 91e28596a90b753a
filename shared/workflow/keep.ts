import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { longest, type BeforeIntakeCommand, type NameVersionCommand } from './command.ts'
import type { VersionEffects } from './effects.ts'
import { makeVersion } from './make-version.ts'
import { allowedTo, type Situation } from './situation.ts'
import { lineOf } from './text.ts'

/** Keeps the text as it is under a name. Refuses as `allowedTo` and `makeVersion`, `invalid` (name: none, or too long). */
export function planNameVersion (situation: Situation, command: NameVersionCommand, now: number): Result<VersionEffects> {
  const actor = allowedTo(situation, 'name-version')
  if (!actor.ok) return actor
  const name = lineOf(command.name, longest.versionName)
  if (name === null) return refused('invalid', { field: 'name', most: longest.versionName })
  const made = makeVersion(situation.versions, actor.value, command.next, { kind: 'named', name }, now)
  if (!made.ok) return made
  const version = made.value
  return taken({
    version,
    changes: [{ table: 'versions', put: version }],
    audit: [doneEntry(situation, 'name-version', now, { version: version.number, hash: version.hash })],
  })
}

/**
 * Keeps the text as it is before something is taken in, by somebody who may write. Does nothing when a version holds it already:
 * that one is given. Refuses as `allowedTo` and `makeVersion`, `not-found` when `same` is no version.
 */
export function planBeforeIntake (situation: Situation, command: BeforeIntakeCommand, now: number): Result<VersionEffects> {
  const actor = allowedTo(situation, 'write')
  if (!actor.ok) return actor
  if (command.same !== null) {
    const same = situation.versions.find(version => version.number === command.same)
    return same === undefined ? refused('not-found') : taken({ version: same, changes: [], audit: [] })
  }
  const made = makeVersion(situation.versions, actor.value, command.next, { kind: 'before-intake' }, now)
  if (!made.ok) return made
  const version = made.value
  return taken({
    version,
    changes: [{ table: 'versions', put: version }],
    audit: [doneEntry(situation, 'before-intake', now, { version: version.number, hash: version.hash })],
  })
}
