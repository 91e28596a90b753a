import { taken, type Result } from '@samskriv/shared/base'
import type { DeliveryFacts, SealedPackage } from '@samskriv/shared/delivery'
import { deliverable, planDeliver, type Deliverable, type DeliveryEffects } from '@samskriv/shared/workflow'
import { StorageError, type DeliveryRecord, type Store } from '../store/port/index.ts'
import { auditRefusal, carryOut, situationAbout, type About } from '../workflow/index.ts'
import { contentsOf, seal, type DeliverParts } from './package/index.ts'

/** A wish to deliver: who, what, the locked version as they saw it, and what is said of the delivery. */
export interface DeliverWish extends DeliveryFacts {
  readonly personId: string | null
  readonly behovsmelding: string
  readonly version: number
}

/**
 * Delivers: makes the package of the locked version, keeps it, and commits the delivery, the state and the audit entry together.
 * Making it takes seconds and holds nobody up; what stands then is judged again. Refuses as `planDeliver` and `contentsOf`, and
 * `too-fast` when too many wait for theirs. Rejects with StorageError.
 */
export async function deliver (parts: DeliverParts, { personId, behovsmelding, ...said }: DeliverWish): Promise<Result<DeliveryRecord>> {
  const { workflow } = parts.frozen
  const about: About = { personId, behovsmelding }
  const wanted = deliverable(situationAbout(workflow.store, about), said, workflow.now())
  if (!wanted.ok) {
    await auditRefusal(workflow, about, 'deliver', wanted.refusal)
    return wanted
  }
  const sealed = await parts.turns(() => makePackage(parts, wanted.value))
  if (!sealed.ok) return sealed
  const delivered = await carryOut<DeliveryEffects>(workflow, {
    about,
    action: 'deliver',
    plan: (situation, now) => planDeliver(situation, { kind: 'deliver', ...said, sealed: { number: wanted.value.number, package: sealed.value } }, now),
  })
  return delivered.ok ? taken(delivered.value.delivery) : delivered
}

async function makePackage (parts: DeliverParts, wanted: Deliverable): Promise<Result<SealedPackage>> {
  const contents = await contentsOf(parts, wanted)
  return contents.ok ? await seal(parts, wanted, contents.value) : contents
}

/** A delivery's package, as it was delivered. Throws StorageError when it is gone or damaged. */
export async function packageBytes (store: Pick<Store, 'getFile'>, delivery: DeliveryRecord): Promise<Uint8Array> {
  const bytes = await store.getFile(delivery.package.hash)
  if (bytes === null) throw new StorageError(`The package of delivery ${delivery.number} of behovsmelding ${delivery.behovsmelding} is gone. Bring it back from a backup.`)
  return bytes
}
