import { freeColor } from '../api/color.ts'
import { pagePath } from '../api/path.ts'
import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { longest, type UseLinkCommand } from './command.ts'
import type { RecordChange, SignInEffects } from './effects.ts'
import { membershipId, type LinkRecord, type MembershipRecord, type PersonRecord } from './record.ts'
import { isoTime, type Situation } from './situation.ts'
import { lineOf } from './text.ts'

/** A link that can be used now. Refuses `link-unknown`, `link-used`, `link-expired` (also when it was taken back). */
export function usableLink (link: LinkRecord | null, now: number): Result<LinkRecord> {
  if (link === null) return refused('link-unknown')
  if (link.usedAt !== undefined) return refused('link-used')
  if (link.revokedAt !== undefined || Date.parse(link.expiresAt) <= now) return refused('link-expired')
  return taken(link)
}

/** Whether whoever uses the link has to say who they are: it names nobody, and nobody is signed in here. */
export function linkNeedsName (link: LinkRecord, person: PersonRecord | null): boolean {
  return link.personId === undefined && person === null
}

/**
 * Uses a link up. `situation.behovsmelding` and `members` are the link's. Somebody who already has what the link gives is
 * shown in without using it up: a coordinator who tries the link they made must neither spend it nor lose their own role.
 * Refuses as `usableLink`, and `invalid` with `field: 'name'` when a name is needed.
 */
export function planUseLink (situation: Situation, command: UseLinkCommand, now: number): Result<SignInEffects> {
  const usable = usableLink(command.link, now)
  if (!usable.ok) return usable
  const link = usable.value
  if (link.purpose === 'member' && situation.behovsmelding === null) return refused('link-unknown')
  const who = personFor(link, situation, command, now)
  if (!who.ok) return who
  const person = who.value
  const goTo = situation.behovsmelding === null ? pagePath.home : pagePath.behovsmelding(situation.behovsmelding.id)
  if (link.purpose !== 'sign-in' && hasAlready(link, person, situation)) return taken({ person, goTo, changes: [], audit: [] })
  const raised = withRights(link, person)
  const members = newMember(link, raised, situation.members, now)
  const changes: RecordChange[] = [{ table: 'links', put: { ...link, usedAt: isoTime(now), usedBy: person.id } }]
  if (raised !== situation.person && raised !== command.bound) changes.push({ table: 'people', put: raised })
  for (const member of members) changes.push({ table: 'memberships', put: member })
  const after = { ...situation, person: raised, members: [...situation.members, ...members] }
  return taken({ person: raised, goTo, changes, audit: [doneEntry(after, 'use-link', now, { purpose: link.purpose, invitation: link.handle })] })
}

function personFor (link: LinkRecord, situation: Situation, command: UseLinkCommand, now: number): Result<PersonRecord> {
  if (link.personId !== undefined) return command.bound === null ? refused('link-unknown') : taken(command.bound)
  if (command.name === undefined && situation.person !== null) return taken(situation.person)
  const name = lineOf(command.name ?? '', longest.name)
  if (name === null) return refused('invalid', { field: 'name', most: longest.name })
  return taken({ id: command.newPersonId, name, language: command.language, admin: false, mayStart: false, createdAt: isoTime(now) })
}

function hasAlready (link: LinkRecord, person: PersonRecord, situation: Situation): boolean {
  if (link.purpose === 'admin') return person.admin
  if (link.purpose === 'start') return person.mayStart
  return situation.members.some(member => member.personId === person.id)
}

function withRights (link: LinkRecord, person: PersonRecord): PersonRecord {
  if (link.purpose === 'admin') return { ...person, admin: true, mayStart: true }
  if (link.purpose === 'start') return { ...person, mayStart: true }
  return person
}

function newMember (link: LinkRecord, person: PersonRecord, there: readonly MembershipRecord[], now: number): MembershipRecord[] {
  const { behovsmelding, role } = link
  if (link.purpose !== 'member' || behovsmelding === undefined || role === undefined) return []
  return [{ id: membershipId(behovsmelding, person.id), behovsmelding, personId: person.id, role, since: isoTime(now), color: freeColor(there, person.id) }]
}
