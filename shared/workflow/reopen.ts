import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { longest, type ReopenCommand } from './command.ts'
import type { BehovsmeldingEffects } from './effects.ts'
import type { DeliveryRecord, VersionRecord } from './record.ts'
import { allowedTo, isoTime, type Situation } from './situation.ts'
import { reasonOf } from './text.ts'

/** The version that stands while a behovsmelding is locked; null when it never was. */
export function lockedVersion (versions: readonly VersionRecord[]): VersionRecord | null {
  return versions.findLast(version => version.kind === 'lock') ?? null
}

/** The delivery that stands while a behovsmelding is delivered; null when it is not. */
export function standingDelivery ({ behovsmelding, deliveries }: Pick<Situation, 'behovsmelding' | 'deliveries'>): DeliveryRecord | null {
  return behovsmelding?.state === 'levert' ? deliveries.at(-1) ?? null : null
}

/** Opens a locked behovsmelding again: state utkast, a new epoch. One that was delivered is called returned, with the same reason. Refuses as `allowedTo`, `reason-needed`, `invalid` (too long), `not-found` (it was never locked). */
export function planReopen (situation: Situation, command: ReopenCommand, now: number): Result<BehovsmeldingEffects> {
  const actor = allowedTo(situation, 'reopen')
  if (!actor.ok) return actor
  if (command.reason.length > longest.reason) return refused('invalid', { field: 'reason', most: longest.reason })
  const reason = reasonOf(command.reason, longest.reason)
  if (reason === null) return refused('reason-needed')
  const { behovsmelding: before, person, role } = actor.value
  const delivered = standingDelivery(situation)
  const locked = lockedVersion(situation.versions)
  if (locked === null) return refused('not-found')
  const at = isoTime(now)
  const returned = delivered === null ? [] : [{ ...delivered, returned: { at, by: { personId: person.id, name: person.name, role }, reason } }]
  const behovsmelding = {
    ...before, state: 'utkast', epoch: before.epoch + 1, changedAt: at,
    origin: { how: 'reopened', version: locked.number, before: locked.number, at, by: { personId: person.id, name: person.name } },
  } as const
  return taken({
    behovsmelding,
    changes: [{ table: 'behovsmeldinger', put: behovsmelding }, ...returned.map(put => ({ table: 'deliveries', put }) as const)],
    audit: [doneEntry(situation, 'reopen', now, { epoch: behovsmelding.epoch, reason, ...(delivered === null ? {} : { delivery: delivered.number }) })],
  })
}
