import { taken, type Result } from '@samskriv/shared/base'
import { planLock, type VersionRecord } from '@samskriv/shared/workflow'
import { freeze } from './freeze.ts'
import type { FrozenParts } from './parts.ts'

/** A wish to lock: who, what, and the recorded reason if one is given. */
export interface LockWish { readonly personId: string | null, readonly behovsmelding: string, readonly reason?: string }

/** Locks a behovsmelding. Of two who lock at once one wins, the other is refused `wrong-state`. Refuses as `planLock` and `freeze`. Rejects with StorageError. */
export async function lock (parts: FrozenParts, wish: LockWish): Promise<Result<VersionRecord>> {
  const { personId, behovsmelding, reason } = wish
  const locked = await freeze(parts, {
    personId, behovsmelding, action: 'lock',
    plan: (situation, { findings, next }, now) => planLock(situation, { kind: 'lock', findings, next, ...(reason === undefined ? {} : { reason }) }, now),
  })
  return locked.ok ? taken(locked.value.version) : locked
}
