import { refused, taken, type Result } from '@samskriv/shared/base'
import { lockedVersion, planReopen, type BehovsmeldingEffects, type BehovsmeldingRecord } from '@samskriv/shared/workflow'
import { carryOut } from '../workflow/index.ts'
import { firstEntry } from './first-entry.ts'
import type { FrozenParts } from './parts.ts'

/** A wish to reopen: who, what, and why. */
export interface ReopenWish { readonly personId: string | null, readonly behovsmelding: string, readonly reason: string }

/**
 * Opens a locked behovsmelding again: a fresh live document made from the locked version, in a new epoch, committed
 * together with the change of state. Edits made in the old epoch cannot reach it. Refuses as `planReopen`, and
 * `old-schema` when the form is not installed. Rejects with StorageError.
 */
export async function reopen (parts: FrozenParts, wish: ReopenWish): Promise<Result<BehovsmeldingRecord>> {
  const reopened = await carryOut<BehovsmeldingEffects>(parts.workflow, {
    about: { personId: wish.personId, behovsmelding: wish.behovsmelding },
    action: 'reopen',
    plan: (situation, now) => planReopen(situation, { kind: 'reopen', reason: wish.reason }, now),
    alongside: async (effects, situation) => {
      const version = lockedVersion(situation.versions)
      if (version === null) return refused('not-found')
      return await firstEntry(parts, effects.behovsmelding, version, await parts.live.read(wish.behovsmelding, version.epoch))
    },
  })
  return reopened.ok ? taken(reopened.value.behovsmelding) : reopened
}
