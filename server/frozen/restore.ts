import { refused, taken, type Result } from '@samskriv/shared/base'
import { planRestore, type BehovsmeldingRecord } from '@samskriv/shared/workflow'
import { freeze } from './freeze.ts'
import { firstEntry } from './first-entry.ts'
import type { FrozenParts } from './parts.ts'

/** A wish to bring a version back: who, of what, and its number. */
export interface RestoreWish { readonly personId: string | null, readonly behovsmelding: string, readonly version: number }

/**
 * Brings a version back as a new draft: in one held moment the text as it is becomes a version (unless one holds it already), and a new
 * epoch begins with the earlier one's text. Edits under way in the old epoch do not reach it; they become their writers' rescues.
 * Refuses as `planRestore` and `freeze`, `old-schema` when the version fills in another form. Rejects with StorageError.
 */
export async function restore (parts: FrozenParts, { personId, behovsmelding, version: number }: RestoreWish): Promise<Result<BehovsmeldingRecord>> {
  const restored = await freeze(parts, {
    personId, behovsmelding, action: 'restore', seeksSame: true,
    plan: (situation, { next, same }, now) => planRestore(situation, { kind: 'restore', version: number, next, same }, now),
    alongside: async (effects, situation, moment) => {
      const version = situation.versions.find(each => each.number === number)
      if (version === undefined) return refused('not-found')
      return await firstEntry(parts, effects.behovsmelding, version, moment)
    },
  })
  return restored.ok ? taken(restored.value.behovsmelding) : restored
}
