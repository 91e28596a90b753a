import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import type { RemoveMemberCommand } from './command.ts'
import type { Effects } from './effects.ts'
import { isOpenLink } from './invite.ts'
import { allowedTo, isoTime, type Situation } from './situation.ts'

/** Takes a person's part away, and the links they made that nobody has used: they must not come back by one. Refuses as `allowedTo`, `not-found` (no such member), `last-eier`: somebody must be able to go on. */
export function planRemoveMember (situation: Situation, command: RemoveMemberCommand, now: number): Result<Effects> {
  const actor = allowedTo(situation, 'remove-member')
  if (!actor.ok) return actor
  const member = situation.members.find(each => each.personId === command.personId)
  if (member === undefined) return refused('not-found')
  const eiere = situation.members.filter(each => each.role === 'eier')
  if (member.role === 'eier' && eiere.length === 1) return refused('last-eier')
  const theirs = situation.links.filter(link => link.createdBy === command.personId && isOpenLink(link, now))
  return taken({
    changes: [{ table: 'memberships', remove: member.id }, ...theirs.map(link => ({ table: 'links', put: { ...link, revokedAt: isoTime(now) } }) as const)],
    audit: [doneEntry(situation, 'remove-member', now, { removed: member.personId, removedRole: member.role })],
  })
}
