import type { Role, State } from '../access/index.ts'
import type { Language, Refusal } from '../base/index.ts'
import type { DeliveryFacts, DeliveryMeta } from '../delivery/index.ts'
import type { EpochOrigin, VersionBody, VersionMeta } from '../version/index.ts'

/**
 * What goes over HTTP between the browser and the server, as JSON. A refusal is answered with the status of its code
 * (`refusals`) and the body {@link RefusalBody}. Unsafe methods need a same-origin `Origin`. Who writes is taken from the session: a body that
 * names another as its `author`, `by` or `personId` is refused `foreign-author`, whatever it is for.
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/me | – | Me |
 * | PUT /api/me | Partial<Pick<Person, 'name' \| 'language'>> | Me |
 * | POST /api/link | { token } | LinkView: what a one-time link is for; does not use it up |
 * | POST /api/sign-in | { token, name?, language? } | SignedIn and the session's cookie; uses the link up. `name` given: a new person, also when somebody is signed in here |
 * | POST /inn/:token | name? as form or JSON | for scripts: as POST /api/sign-in, answered 303 to `goTo` with the cookie; 400 `invalid` with `field: 'name'` when a name is needed |
 * | POST /api/sign-out | – | 204 |
 * | GET /api/behovsmeldinger | – | BehovsmeldingSummary[] |
 * | POST /api/behovsmeldinger | NewBehovsmelding | BehovsmeldingSummary |
 * | GET /api/behovsmeldinger/:id | – | BehovsmeldingView |
 * | POST /api/behovsmeldinger/:id/invitations | { role, note? } | InvitationMade |
 * | DELETE /api/behovsmeldinger/:id/invitations/:invitation | – | 204 |
 * | DELETE /api/behovsmeldinger/:id/members/:person | – | 204; the person's open sockets close |
 * | POST /api/behovsmeldinger/:id/lock | LockRequest | VersionMeta |
 * | POST /api/behovsmeldinger/:id/reopen | { reason } | BehovsmeldingSummary |
 * | POST /api/behovsmeldinger/:id/deliver | DeliverRequest | DeliveryMeta: makes the package and hands in the locked version (eier) |
 * | GET /api/behovsmeldinger/:id/deliveries/:n.zip | – | the package, as it was delivered |
 * | POST /api/behovsmeldinger/:id/versions | NewVersion | VersionMeta; `before-intake`: of the version that holds the text already, if one does |
 * | POST /api/behovsmeldinger/:id/restore | { version } | BehovsmeldingSummary: a new epoch with that version's text; what stood there is a version first (eier) |
 * | /api/behovsmeldinger/:id/medbestemmelse, /rounds/… | | see medbestemmelse.ts |
 * | GET /api/behovsmeldinger/:id/authors | – | AuthorsView: who wrote what in the text as it is now |
 * | GET /api/behovsmeldinger/:id/versions/:n | – | VersionBody, exactly the bytes that were hashed |
 * | GET /api/behovsmeldinger/:id/versions/:n.docx, .pdf | – | the file; `?language=` nb (default), nn, en for the form's own words |
 * | POST /api/behovsmeldinger/:id/images | the file's bytes, `Content-Type: image/png \| jpeg \| webp` | ImageStored |
 * | GET /api/behovsmeldinger/:id/images/:hash | – | the file, immutable |
 * | GET /api/behovsmeldinger/:id/audit | AuditQuery as query | AuditPage of this behovsmelding (eier) |
 * | GET /api/behovsmeldinger/:id/audit.csv | the same filters, no paging | every entry that passes, the oldest first: UTF-8 with BOM, RFC 4180 (eier) |
 * | GET /api/audit, /api/audit.csv | as above | the same of the whole installation (admin) |
 * | GET /api/people | – | PersonView[], by name (admin) |
 * | POST /api/people/invitations | { note? } | InvitationMade: somebody who may start behovsmeldinger (admin) |
 */
export interface RefusalBody { readonly refusal: Refusal }

/** A person as others see them. */
export interface Person { readonly id: string, readonly name: string, readonly language: Language }

/** A person as the administrator sees them: in how many behovsmeldinger, but neither which nor as what. */
export interface PersonView extends Person {
  readonly admin: boolean
  readonly mayStart: boolean
  readonly createdAt: string
  readonly behovsmeldinger: number
}

/** Who is signed in. `mayStart`: may make a new behovsmelding. */
export interface Me { readonly person: (Person & { readonly admin: boolean, readonly mayStart: boolean }) | null }

/** What a one-time link is for. `needsName`: nobody is bound to it yet, so the person says who they are. */
export interface LinkView {
  readonly purpose: 'admin' | 'start' | 'member' | 'sign-in'
  readonly needsName: boolean
  readonly role?: Role
  readonly title?: string
  readonly invitedBy?: string
  readonly expiresAt: string
}

/** The answer to a sign-in: who one is, and where to go. */
export interface SignedIn { readonly person: Person, readonly goTo: string }

/** What is asked for when a behovsmelding is made. */
export interface NewBehovsmelding { readonly title: string, readonly template: string }

/** A behovsmelding in a list. `role` is the asking person's. Times are ISO 8601 UTC. */
export interface BehovsmeldingSummary {
  readonly id: string
  readonly title: string
  readonly template: { readonly id: string, readonly version: number }
  readonly state: State
  readonly epoch: number
  readonly role: Role
  readonly createdAt: string
  readonly changedAt: string
  /** The round of medbestemmelse that is open, in a list; absent: none is. */
  readonly round?: ListedRound
  /** Comments that name the asking person and that they have not read, in a list; absent: there are none. */
  readonly mention?: ListedMention
}

/** Unread comments that name the one who asks: how many, and the thread the earliest stands in. */
export interface ListedMention { readonly count: number, readonly thread: string }

/** A round that is open, as a list shows it. `deadline`: YYYY-MM-DD. `asks`: what is asked of the asking person: to read its version, to say what they think of it, or nothing. */
export interface ListedRound { readonly number: number, readonly version: number, readonly deadline: string, readonly asks: 'read' | 'say' | null }

/** A person's part in a behovsmelding. `color`: index of the one they are told apart by there. */
export interface Member { readonly person: Person, readonly role: Role, readonly since: string, readonly online: boolean, readonly color: number }

/** An invitation that has not been used, expired or been taken back. Only those who may invite see them. */
export interface Invitation { readonly id: string, readonly role: Role, readonly note: string, readonly expiresAt: string }

/** An invitation just made. The link is shown once: only its hash is kept. */
export interface InvitationMade { readonly id: string, readonly link: string, readonly expiresAt: string }

/** One behovsmelding with what surrounds its text. */
export interface BehovsmeldingView extends BehovsmeldingSummary {
  /** What this epoch began from; absent in the first. */
  readonly origin?: EpochOrigin
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
  readonly versions: readonly VersionMeta[]
  readonly deliveries: readonly DeliveryMeta[]
}

/** Locking. `reason` is recorded; it is needed when the rules warn of something, or the text is another than medbestemmelse saw last. */
export interface LockRequest { readonly reason?: string }

/** Delivering: `version` is the locked one as the person saw it. */
export interface DeliverRequest extends DeliveryFacts { readonly version: number }

/** Keeping the text as it is: under a name, or before something is taken in. */
export type NewVersion = { readonly kind: 'named', readonly name: string } | { readonly kind: 'before-intake' }

/** A version with its content. */
export interface VersionView { readonly meta: VersionMeta, readonly body: VersionBody }

/** An image that is stored. `hash` is the lower-case hex SHA-256 of its bytes; `width` and `height` in pixels. */
export interface ImageStored { readonly hash: string, readonly type: string, readonly width: number, readonly height: number }
