import type { Language } from '@samskriv/shared/base'
import type { Role, State } from '@samskriv/shared/access'
import type { VersionMeta } from '@samskriv/shared/version'

/** Somebody who can sign in. `mayStart`: may make a new behovsmelding. Times are ISO 8601 UTC throughout. */
export interface PersonRecord {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly admin: boolean
  readonly mayStart: boolean
  readonly createdAt: string
}

/** A session. Its id in the table is the SHA-256 (hex) of the cookie's secret, so a copied data folder signs nobody in. */
export interface SessionRecord { readonly id: string, readonly personId: string | null, readonly expiresAt: string, readonly data: string }

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

/** A behovsmelding without its text. */
export interface BehovsmeldingRecord {
  readonly id: string
  readonly title: string
  readonly template: { readonly id: string, readonly version: number }
  readonly state: State
  readonly epoch: number
  readonly createdBy: string
  readonly createdAt: string
  readonly changedAt: string
}

/** A person's part in a behovsmelding. Its id in the table is `behovsmelding/person`. */
export interface MembershipRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly personId: string
  readonly role: Role
  readonly since: string
}

/** A version's metadata. Its id in the table is `behovsmelding/number`; its content is a file named by its hash. */
export interface VersionRecord extends VersionMeta { readonly id: string }

/** An image or attachment of a behovsmelding. Its id in the table is `behovsmelding/hash`; its bytes are a file named by its hash. */
export interface FileRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly hash: string
  readonly type: string
  readonly bytes: number
  readonly width?: number
  readonly height?: number
  readonly addedBy: string
  readonly addedAt: string
}

/** Everything that is a record, by table. */
export interface Tables {
  readonly people: PersonRecord
  readonly sessions: SessionRecord
  readonly links: LinkRecord
  readonly behovsmeldinger: BehovsmeldingRecord
  readonly memberships: MembershipRecord
  readonly versions: VersionRecord
  readonly files: FileRecord
}

/** The name of a table. */
export type TableName = keyof Tables

/** All tables, in the order they are written out. */
export const tableNames: readonly TableName[] = ['people', 'sessions', 'links', 'behovsmeldinger', 'memberships', 'versions', 'files']
