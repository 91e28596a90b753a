import { refused, taken, type Result } from '../base/index.ts'
import { dayInOslo, longestInDelivery, type DeliveryFacts } from '../delivery/index.ts'
import { parseDate } from '../field/index.ts'
import { doneEntry } from './audit.ts'
import type { DeliverCommand } from './command.ts'
import type { DeliveryEffects } from './effects.ts'
import { deliveryId, type DeliveryRecord, type VersionRecord } from './record.ts'
import { lockedVersion } from './reopen.ts'
import { allowedTo, isoTime, type Participant, type Situation } from './situation.ts'
import { lineOf } from './text.ts'

/** A delivery that may be made now, and what is said of it, tidied. What its package is made from. */
export interface Deliverable extends DeliveryFacts {
  readonly number: number
  readonly version: VersionRecord
  readonly actor: Participant
}

/** What the next delivery of a behovsmelding is called. */
export function nextDelivery (deliveries: readonly DeliveryRecord[]): number {
  return (deliveries.at(-1)?.number ?? 0) + 1
}

/**
 * What would be delivered. Refuses as `allowedTo`; `other-version` when it is not the locked one; `invalid` naming the field:
 * `on` (no day, before the lock, or yet to come), `to` (nothing, or too long), `reference` (too long).
 */
export function deliverable (situation: Situation, command: Omit<DeliverCommand, 'kind' | 'sealed'>, now: number): Result<Deliverable> {
  const actor = allowedTo(situation, 'deliver')
  if (!actor.ok) return actor
  const version = lockedVersion(situation.versions)
  if (version === null || version.number !== command.version) return refused('other-version')
  const day = parseDate(command.on)
  const on = day.ok ? day.value : ''
  if (on < dayInOslo(Date.parse(version.at)) || on > dayInOslo(now)) return refused('invalid', { field: 'on' })
  const to = lineOf(command.to, longestInDelivery.to)
  if (to === null) return refused('invalid', { field: 'to', most: longestInDelivery.to })
  const reference = command.reference.trim() === '' ? '' : lineOf(command.reference, longestInDelivery.reference)
  if (reference === null) return refused('invalid', { field: 'reference', most: longestInDelivery.reference })
  return taken({ number: nextDelivery(situation.deliveries), version, actor: actor.value, on, to, reference, language: command.language })
}

/**
 * Delivers the locked version with a package made of it. Refuses as `deliverable`, and `changed-meanwhile` when the package
 * was made for another delivery than the next. To whom it went is in the record and in the signed package, not in the audit
 * log: people may write somebody's name there; the package's hash in the log is enough to hold it to.
 */
export function planDeliver (situation: Situation, command: DeliverCommand, now: number): Result<DeliveryEffects> {
  const able = deliverable(situation, command, now)
  if (!able.ok) return able
  const { number, version, actor, on, to, reference, language } = able.value
  const { sealed } = command
  if (sealed.number !== number) return refused('changed-meanwhile')
  const { person, role, behovsmelding: before } = actor
  const delivery: DeliveryRecord = {
    id: deliveryId(before.id, number), behovsmelding: before.id, number, version: version.number, versionHash: version.hash,
    on, to, reference, language, package: sealed.package, by: { personId: person.id, name: person.name, role },
  }
  return taken({
    delivery,
    changes: [{ table: 'deliveries', put: delivery }, { table: 'behovsmeldinger', put: { ...before, state: 'levert', changedAt: isoTime(now) } }],
    audit: [doneEntry(situation, 'deliver', now, { delivery: number, version: version.number, hash: version.hash, package: sealed.package.hash })],
  })
}
