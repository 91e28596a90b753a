import { taken, type Result } from '@samskriv/shared/base'
import { compare } from '@samskriv/shared/compare'
import { canonicalBytes, type VersionBody } from '@samskriv/shared/version'
import { closingOfOpen, planLock, roundVersion, type SeenByRound, type Situation, type VersionRecord } from '@samskriv/shared/workflow'
import { frozenProtokoll, type FrozenProtokoll } from '../protokoll/index.ts'
import { versionsOf } from '../workflow/index.ts'
import { freeze } from './freeze.ts'
import type { FrozenParts } from './parts.ts'
import { versionBody } from './version.ts'

/** A wish to lock: who, what, and the recorded reason if one is given. */
export interface LockWish { readonly personId: string | null, readonly behovsmelding: string, readonly reason?: string }

/** Locks a behovsmelding. Of two who lock at once one wins, the other is refused `wrong-state`. Refuses as `planLock` and `freeze`. Rejects with StorageError. */
export async function lock (parts: FrozenParts, wish: LockWish): Promise<Result<VersionRecord>> {
  const { personId, behovsmelding, reason } = wish
  const seen = await seenBody(parts, behovsmelding)
  let kept: FrozenProtokoll | null = null
  const locked = await freeze(parts, {
    personId, behovsmelding, action: 'lock',
    plan: (situation, { body, findings, next }, now) => {
      kept = protokollAtLock(parts, situation, seen, now)
      const given = { ...(reason === undefined ? {} : { reason }), ...(kept === null ? {} : { protokoll: kept.hash }) }
      return planLock(situation, { kind: 'lock', findings, next, seen: seenBy(parts, seen, body), ...given }, now)
    },
    alongside: async () => {
      if (kept !== null) await parts.workflow.store.putFile(kept.bytes)
      return taken({})
    },
  })
  return locked.ok ? taken(locked.value.version) : locked
}

// What medbestemmelse saw last. Another round may be opened before the text is held: then the plan refuses, it is not compared with this one.
async function seenBody (parts: FrozenParts, behovsmelding: string): Promise<VersionBody | null> {
  const version = roundVersion(versionsOf(parts.workflow.store, behovsmelding))
  return version === null ? null : await versionBody(parts.workflow.store, version)
}

function seenBy (parts: FrozenParts, seen: VersionBody | null, body: VersionBody): SeenByRound | null {
  if (seen === null) return null
  return { version: seen.number, differs: differs(parts, seen, body) }
}

// Number and link to the version before differ always; what counts is what somebody who compares the two would be shown.
function differs (parts: FrozenParts, before: VersionBody, after: VersionBody): boolean {
  const template = parts.template(after.template.id, after.template.version)
  const isSameForm = before.template.id === after.template.id && before.template.version === after.template.version
  if (template === null || !isSameForm) return true
  const isSame = Buffer.compare(canonicalBytes(before.values), canonicalBytes(after.values)) === 0
  return !isSame && compare(template, before.values, after.values).sections.length > 0
}

// A round that is open is closed by the lock, and has its protokoll all the same.
function protokollAtLock ({ workflow: { store }, template }: FrozenParts, situation: Situation, seen: VersionBody | null, now: number): FrozenProtokoll | null {
  const round = closingOfOpen(situation, { how: 'lock', facts: null, protokoll: '' }, now)
  if (round === null || seen === null) return null
  return frozenProtokoll({ store, template: template(seen.template.id, seen.template.version), values: seen.values }, situation, round)
}
