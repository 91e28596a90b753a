import { refused, taken, type Result } from '@samskriv/shared/base'
import { lockedVersion, planReopen, type BehovsmeldingEffects, type BehovsmeldingRecord, type Situation } from '@samskriv/shared/workflow'
import type { JournalEntry } from '../store/port/index.ts'
import { carryOut } from '../workflow/index.ts'
import { freshContent, leftoversIn } from './content.ts'
import type { FrozenParts } from './parts.ts'
import { versionBody } from './version.ts'

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
      const entry = await firstEntry(parts, effects.behovsmelding, situation, wish.personId ?? '')
      return entry.ok ? taken({ journal: [entry.value] }) : entry
    },
  })
  return reopened.ok ? taken(reopened.value.behovsmelding) : reopened
}

async function firstEntry (parts: FrozenParts, after: BehovsmeldingRecord, situation: Situation, personId: string): Promise<Result<JournalEntry>> {
  const version = lockedVersion(situation.versions)
  if (version === null) return refused('not-found')
  const body = await versionBody(parts.workflow.store, version)
  const template = parts.template(body.template.id, body.template.version)
  if (template === null) return refused('old-schema')
  const leftovers = leftoversIn(await parts.live.read(after.id, version.epoch))
  const update = freshContent(template, body.values, leftovers)
  return taken(parts.live.seedEntry(parts.live.room(after.id, after.epoch), update, personId))
}
