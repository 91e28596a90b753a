import { refused, taken, type Result } from '@samskriv/shared/base'
import { canonicalBytes, sha256, type VersionBody } from '@samskriv/shared/version'
import { allowedTo, nextVersion, planLock, type LockCommand, type Situation, type VersionEffects, type VersionRecord } from '@samskriv/shared/workflow'
import { auditRefusal, carryOut, situationAbout, versionsOf, type About } from '../workflow/index.ts'
import { projectionOf } from './content.ts'
import type { Content, FrozenParts } from './parts.ts'

/** A wish to lock: who, what, and the recorded reason if one is given. */
export interface LockWish { readonly personId: string | null, readonly behovsmelding: string, readonly reason?: string }

/**
 * Locks a behovsmelding: in one held moment the text becomes a version, and the state changes before anybody can write
 * again. What queued meanwhile is judged by the rights that then hold. Of two who lock at once one wins, the other is
 * refused `wrong-state`. Refuses as `planLock`, and `old-schema` when the form is not installed. Rejects with StorageError.
 */
export async function lock (parts: FrozenParts, wish: LockWish): Promise<Result<VersionRecord>> {
  const about: About = { personId: wish.personId, behovsmelding: wish.behovsmelding }
  // Who may not lock must not be able to hold everybody's writing either.
  const allowed = allowedTo(situationAbout(parts.workflow.store, about), 'lock')
  if (!allowed.ok) {
    await auditRefusal(parts.workflow, about, 'lock', allowed.refusal)
    return allowed
  }
  const { id, epoch } = allowed.value.behovsmelding
  const locked = await parts.live.hold(id, epoch, moment => freeze(parts, wish, moment))
  return locked.ok ? taken(locked.value.version) : locked
}

async function freeze (parts: FrozenParts, wish: LockWish, moment: Content): Promise<Result<VersionEffects>> {
  const { store } = parts.workflow
  const behovsmelding = store.table('behovsmeldinger').get(wish.behovsmelding)
  const template = behovsmelding === undefined ? null : parts.template(behovsmelding.template.id, behovsmelding.template.version)
  if (behovsmelding === undefined) return refused('not-found')
  if (template === null) return refused('old-schema')
  const projection = projectionOf(template, moment)
  const next = nextVersion(versionsOf(store, behovsmelding.id))
  const body: VersionBody = { format: 'samskriv-version/1', behovsmelding: behovsmelding.id, ...next, ...projection }
  const bytes = canonicalBytes(body)
  const command: LockCommand = {
    kind: 'lock', findings: parts.findings(template, projection), next: { ...next, hash: await sha256(bytes) },
    ...(wish.reason === undefined ? {} : { reason: wish.reason }),
  }
  return await carryOut(parts.workflow, {
    about: { personId: wish.personId, behovsmelding: behovsmelding.id },
    action: 'lock',
    plan: (situation, now) => planLock(sameEpoch(situation, behovsmelding.epoch), command, now),
    // The file is on disk before any record names it.
    alongside: async effects => (await store.putFile(bytes) === effects.version.hash ? taken({}) : refused('storage-failed')),
  })
}

// The held text is that of one epoch. Should another have begun, there is nothing here to be locked any more.
function sameEpoch (situation: Situation, epoch: number): Situation {
  return situation.behovsmelding === null || situation.behovsmelding.epoch === epoch ? situation : { ...situation, behovsmelding: null }
}
