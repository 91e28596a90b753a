import type { Role, State } from '../access/index.ts'
import type { Language } from '../base/index.ts'
import type { DeliveryMeta } from '../delivery/index.ts'
import type { EpochOrigin, VersionMeta } from '../version/index.ts'

/** Somebody who can sign in. `mayStart`: may make a new behovsmelding. Times are ISO 8601 UTC throughout. */
export interface PersonRecord {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly admin: boolean
  readonly mayStart: boolean
  readonly createdAt: string
}

/** A one-time link. Its id in the table is the SHA-256 (hex) of the token. `handle` is what people who may invite call it by. */
export interface LinkRecord {
  readonly id: string
  readonly handle: string
  readonly purpose: 'admin' | 'start' | 'member' | 'sign-in'
  readonly behovsmelding?: string
  readonly role?: Role
  /** Who it signs in; absent: whoever uses it says their name and becomes a person. */
  readonly personId?: string
  readonly note: string
  readonly createdBy: string | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt?: string
  readonly usedBy?: string
  readonly revokedAt?: string
}

/** A behovsmelding without its text. `origin`: absent in the first epoch. */
export interface BehovsmeldingRecord {
  readonly id: string
  readonly title: string
  readonly template: { readonly id: string, readonly version: number }
  readonly state: State
  readonly epoch: number
  readonly origin?: EpochOrigin
  readonly createdBy: string
  readonly createdAt: string
  readonly changedAt: string
}

/** A person's part in a behovsmelding. Its id in the table is `behovsmelding/person`. `color`: index of the one they are told apart by there. */
export interface MembershipRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly personId: string
  readonly role: Role
  readonly since: string
  readonly color?: number
}

/** A version's metadata. Its id in the table is `behovsmelding/number`; its content is a file named by its hash. */
export interface VersionRecord extends VersionMeta { readonly id: string }

/** A delivery. Its id in the table is `behovsmelding/number`; its package is a file named by its hash. */
export interface DeliveryRecord extends DeliveryMeta { readonly id: string }

/** The id of a person's membership in its table. */
export function membershipId (behovsmelding: string, personId: string): string {
  return `${behovsmelding}/${personId}`
}

/** The id of a version in its table. */
export function versionId (behovsmelding: string, number: number): string {
  return `${behovsmelding}/${number}`
}

/** The id of a delivery in its table. */
export function deliveryId (behovsmelding: string, number: number): string {
  return `${behovsmelding}/${number}`
}
