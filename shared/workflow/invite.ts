import { refused, taken, type Result } from '../base/index.ts'
import { doneEntry } from './audit.ts'
import { linkLifetime, longest, mostInvitations, type InviteCommand, type InviteStarterCommand, type RevokeInvitationCommand } from './command.ts'
import type { Effects } from './effects.ts'
import type { LinkRecord } from './record.ts'
import { allowedTo, isoTime, type Situation } from './situation.ts'

/** Whether a link can still be used at this moment. */
export function isOpenLink (link: LinkRecord, now: number): boolean {
  return link.usedAt === undefined && link.revokedAt === undefined && Date.parse(link.expiresAt) > now
}

/** An invitation to one role. Refuses as `allowedTo`, `invalid` (note) and `too-large` when too many are open. */
export function planInvite (situation: Situation, command: InviteCommand, now: number): Result<Effects> {
  const actor = allowedTo(situation, 'invite')
  if (!actor.ok) return actor
  if (command.note.length > longest.note) return refused('invalid', { field: 'note', most: longest.note })
  const open = situation.links.filter(link => isOpenLink(link, now)).length
  if (open >= mostInvitations) return refused('too-large', { most: mostInvitations })
  const { person, behovsmelding } = actor.value
  const link: LinkRecord = {
    ...command.link, purpose: 'member', behovsmelding: behovsmelding.id, role: command.role, note: command.note,
    createdBy: person.id, createdAt: isoTime(now), expiresAt: isoTime(now + linkLifetime.invitation),
  }
  return taken({
    changes: [{ table: 'links', put: link }],
    audit: [doneEntry(situation, 'invite', now, { invitation: link.handle, invitedAs: command.role })],
  })
}

/** An invitation for somebody who may start behovsmeldinger. Refuses `not-signed-in`, `not-allowed` (not admin), `invalid` (note). */
export function planInviteStarter (situation: Situation, command: InviteStarterCommand, now: number): Result<Effects> {
  const { person } = situation
  if (person === null) return refused('not-signed-in')
  if (!person.admin) return refused('not-allowed')
  if (command.note.length > longest.note) return refused('invalid', { field: 'note', most: longest.note })
  const link: LinkRecord = {
    ...command.link, purpose: 'start', note: command.note,
    createdBy: person.id, createdAt: isoTime(now), expiresAt: isoTime(now + linkLifetime.invitation),
  }
  return taken({
    changes: [{ table: 'links', put: link }],
    audit: [doneEntry(situation, 'invite-starter', now, { invitation: link.handle })],
  })
}

/** Takes an invitation back. Refuses as `allowedTo`, `not-found` (no such one here), `link-used` (too late). */
export function planRevokeInvitation (situation: Situation, command: RevokeInvitationCommand, now: number): Result<Effects> {
  const actor = allowedTo(situation, 'invite')
  if (!actor.ok) return actor
  const link = situation.links.find(each => each.handle === command.handle)
  if (link === undefined) return refused('not-found')
  if (link.usedAt !== undefined) return refused('link-used')
  return taken({
    changes: [{ table: 'links', put: { ...link, revokedAt: link.revokedAt ?? isoTime(now) } }],
    audit: [doneEntry(situation, 'revoke-invitation', now, { invitation: link.handle })],
  })
}
