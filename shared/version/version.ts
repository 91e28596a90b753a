import type { Projection } from '../document/index.ts'

/** What a version's hash is computed over, as canonical JSON (RFC 8785, UTF-8). */
export interface VersionBody extends Projection {
  readonly format: 'samskriv-version/1'
  readonly behovsmelding: string
  /** 1 for the first, then one more each. */
  readonly number: number
  /** Hash of version `number − 1`, null for the first. */
  readonly previous: string | null
}

/** Why a version was made: every reason there is. */
export const versionKinds = ['lock', 'round', 'named', 'before-intake', 'before-restore'] as const
/** Why a version was made. */
export type VersionKind = (typeof versionKinds)[number]

/** A version without its content. `hash` is lower-case hex SHA-256 of the canonical body. `at` is ISO 8601 UTC. `name`: what people called it, one named by hand alone. */
export interface VersionMeta {
  readonly behovsmelding: string
  readonly number: number
  readonly hash: string
  readonly previous: string | null
  readonly kind: VersionKind
  readonly epoch: number
  readonly name?: string
  readonly reason?: string
  /** The version medbestemmelse saw last, when it was locked with another text than that. */
  readonly differsFrom?: number
  /** How many suggestions stood undecided in the text, and so are no part of it; absent: none. */
  readonly suggestions?: number
  readonly at: string
  readonly by: { readonly personId: string, readonly name: string, readonly role: string }
}

/**
 * What an epoch after the first began from. `version`: whose text it began with; `before`: the one that holds the text as it stood until
 * then, so that what is brought back can be taken back (after a reopening the same one).
 */
export interface EpochOrigin {
  readonly how: 'reopened' | 'restored'
  readonly version: number
  readonly before: number
  readonly at: string
  readonly by: { readonly personId: string, readonly name: string }
}
