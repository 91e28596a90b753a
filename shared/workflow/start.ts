import { freeColor } from '../api/color.ts'
import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { longest, type StartCommand } from './command.ts'
import type { BehovsmeldingEffects } from './effects.ts'
import { membershipId, type BehovsmeldingRecord } from './record.ts'
import { isoTime, type Situation } from './situation.ts'
import { lineOf } from './text.ts'

/** A new behovsmelding, with the one who starts it as its eier. Refuses `not-signed-in`, `not-allowed`, `invalid` (title). */
export function planStart (situation: Situation, command: StartCommand, now: number): Result<BehovsmeldingEffects> {
  const { person } = situation
  if (person === null) return refused('not-signed-in')
  if (!person.mayStart) return refused('not-allowed')
  const title = lineOf(command.title, longest.title)
  if (title === null) return refused('invalid', { field: 'title', most: longest.title })
  const at = isoTime(now)
  const { id, template } = command
  const behovsmelding: BehovsmeldingRecord = {
    id, title, template, state: 'utkast', epoch: 1, createdBy: person.id, createdAt: at, changedAt: at,
  }
  const member = { id: membershipId(id, person.id), behovsmelding: id, personId: person.id, role: 'eier', since: at, color: freeColor([], person.id) } as const
  return taken({
    behovsmelding,
    changes: [{ table: 'behovsmeldinger', put: behovsmelding }, { table: 'memberships', put: member }],
    audit: [doneEntry({ ...situation, behovsmelding, members: [member] }, 'start', now, { template: template.id })],
  })
}
