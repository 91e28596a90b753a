import type { Role } from '../access/index.ts'
import type { Language } from '../base/index.ts'
import type { DeliveryFacts, SealedPackage } from '../delivery/index.ts'
import type { ProposalCommand } from './proposal-command.ts'
import type { LinkRecord, PersonRecord } from './record.ts'
import type { RoundCommand } from './round-command.ts'

/** A one-time link about to be made: the SHA-256 (hex) of its token, and what it is called by. */
export interface NewLink { readonly id: string, readonly handle: string }

/** What the rules found in the text at this moment: how many errors, how many warnings. */
export interface FindingCounts { readonly errors: number, readonly warnings: number }

/**
 * Where the next version stands in the chain. `hash` is '' while somebody only asks whether they could. `suggestions`: how many stand undecided in
 * the text (absent: none); they are no part of the version, which says how many there were.
 */
export interface NextVersion { readonly number: number, readonly previous: string | null, readonly hash: string, readonly suggestions?: number }

/** Make a new behovsmelding. */
export interface StartCommand {
  readonly kind: 'start'
  readonly id: string
  readonly title: string
  readonly template: { readonly id: string, readonly version: number }
}
/** Make a link that gives a part in the behovsmelding. */
export interface InviteCommand { readonly kind: 'invite', readonly role: Role, readonly note: string, readonly link: NewLink }
/** Make a link for somebody who may start behovsmeldinger. */
export interface InviteStarterCommand { readonly kind: 'invite-starter', readonly note: string, readonly link: NewLink }
/** Take an invitation back. */
export interface RevokeInvitationCommand { readonly kind: 'revoke-invitation', readonly handle: string }
/**
 * Use a link up: sign in, and become a person or a member if that is what it is for. `link` null: nobody has such a token.
 * `bound`: the person the link names. `name` given: a new person, also when somebody is signed in here.
 */
export interface UseLinkCommand {
  readonly kind: 'use-link'
  readonly link: LinkRecord | null
  readonly bound: PersonRecord | null
  readonly name?: string
  readonly language: Language
  readonly newPersonId: string
}
/** Take a person's part in the behovsmelding away. */
export interface RemoveMemberCommand { readonly kind: 'remove-member', readonly personId: string }
/** The version medbestemmelse saw last, and whether the text is another one by now. */
export interface SeenByRound { readonly version: number, readonly differs: boolean }

/** Lock: the text as it is now becomes a version and is written in no more. `seen` null: there was no round. */
export interface LockCommand {
  readonly kind: 'lock'
  readonly reason?: string
  readonly findings: FindingCounts
  readonly next: NextVersion
  readonly seen: SeenByRound | null
  /** SHA-256 of the protokoll's file of a round that the lock closes. */
  readonly protokoll?: string
}
/** Open a locked one again, in a new epoch. */
export interface ReopenCommand { readonly kind: 'reopen', readonly reason: string }

/** Deliver the locked version, with the package that was made for delivery `number`. Its hash is '' while somebody only asks whether they could. */
export interface DeliverCommand extends DeliveryFacts {
  readonly kind: 'deliver'
  readonly version: number
  readonly sealed: { readonly number: number, readonly package: SealedPackage }
}

/** Keep the text as it is under a name. */
export interface NameVersionCommand { readonly kind: 'name-version', readonly name: string, readonly next: NextVersion }
/** Keep the text as it is before something is taken in. `same`: number of a version that holds it already; null: none does. */
export interface BeforeIntakeCommand { readonly kind: 'before-intake', readonly same: number | null, readonly next: NextVersion }
/** Begin a new draft from the text of version `version`; the text as it is now is kept first, unless `same` holds it already. */
export interface RestoreCommand { readonly kind: 'restore', readonly version: number, readonly same: number | null, readonly next: NextVersion }

/** Something somebody wants done. */
export type Command = StartCommand | InviteCommand | InviteStarterCommand | RevokeInvitationCommand | UseLinkCommand |
  RemoveMemberCommand | LockCommand | ReopenCommand | DeliverCommand |
  NameVersionCommand | BeforeIntakeCommand | RestoreCommand | RoundCommand | ProposalCommand

/** What can be asked for. */
export type CommandKind = Command['kind']

/** Longest texts, in characters: a title, a note to oneself on an invitation, a reason, a person's name, what a version is called. */
export const longest = { title: 200, note: 200, reason: 2000, name: 100, versionName: 120 } as const

/** How long links work, in milliseconds: an invitation 14 days, an administrator's one day. */
export const linkLifetime = { invitation: 14 * 24 * 3600 * 1000, admin: 24 * 3600 * 1000 } as const

/** Invitations that can be open at once in one behovsmelding: far above what a partnership needs, far below what would fill a disk. */
export const mostInvitations = 200

/**
 * Versions of one behovsmelding that people make as they like (named, before an intake, before bringing one back): one a working day for
 * two years. Each is a file of some 200 kB that is never taken away; rounds and locks do not count.
 */
export const mostOwnVersions = 500
