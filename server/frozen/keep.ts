import { taken, type Result } from '@samskriv/shared/base'
import { planBeforeIntake, planNameVersion, type VersionRecord } from '@samskriv/shared/workflow'
import { freeze } from './freeze.ts'
import type { FrozenParts } from './parts.ts'

/** A wish to keep the text as it is: who, of what, and what it is to be called. */
export interface NamingWish { readonly personId: string | null, readonly behovsmelding: string, readonly name: string }

/** Keeps the text as it is under a name. Refuses as `planNameVersion` and `freeze`. Rejects with StorageError. */
export async function nameVersion (parts: FrozenParts, { personId, behovsmelding, name }: NamingWish): Promise<Result<VersionRecord>> {
  const named = await freeze(parts, {
    personId, behovsmelding, action: 'name-version',
    plan: (situation, { next }, now) => planNameVersion(situation, { kind: 'name-version', name, next }, now),
  })
  return named.ok ? taken(named.value.version) : named
}

/**
 * Keeps the text as it is before something is taken in, so that nothing taken in can bury what was there. Gives the version that
 * holds it, a new one unless one did already. Refuses as `planBeforeIntake` and `freeze`. Rejects with StorageError.
 */
export async function keepBeforeIntake (parts: FrozenParts, { personId, behovsmelding }: Omit<NamingWish, 'name'>): Promise<Result<VersionRecord>> {
  const kept = await freeze(parts, {
    personId, behovsmelding, action: 'write', seeksSame: true,
    plan: (situation, { next, same }, now) => planBeforeIntake(situation, { kind: 'before-intake', next, same }, now),
  })
  return kept.ok ? taken(kept.value.version) : kept
}
