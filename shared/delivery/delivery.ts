import type { Language } from '../base/index.ts'

/** One file of a package: its name in it, its media type, the lower-case hex SHA-256 and the number of its bytes. */
export interface PackagedFile { readonly name: string, readonly type: string, readonly hash: string, readonly bytes: number }

/** A document written from a version, in one language of the form's own words; known by its hash when somebody has it in their hands. */
export interface Rendering { readonly kind: 'docx' | 'pdf', readonly language: Language, readonly hash: string }

/** Who carried out a step, as the session said then. */
export interface DeliveredBy { readonly personId: string, readonly name: string, readonly role: string }

/** That what was delivered came back to be corrected. */
export interface Returned { readonly at: string, readonly by: DeliveredBy, readonly reason: string }

/** What somebody says of a delivery: `on` is the day (YYYY-MM-DD, Europe/Oslo), `reference` '' when there is none. */
export interface DeliveryFacts {
  readonly on: string
  readonly to: string
  readonly reference: string
  /** The language of the form's own words in the documents of the package. */
  readonly language: Language
}

/**
 * A package that is made and kept: the SHA-256 and length of the zip, what is in it, what else the same version looks like
 * as a document, and the fingerprint of the key it is signed with. `at` (ISO 8601 UTC) stands in its manifest.
 */
export interface SealedPackage {
  readonly at: string
  readonly hash: string
  readonly bytes: number
  readonly files: readonly PackagedFile[]
  readonly renderings: readonly Rendering[]
  readonly key: string
}

/** A delivery: `number` counts those of one behovsmelding from 1, `version` and `versionHash` are what was delivered. */
export interface DeliveryMeta extends DeliveryFacts {
  readonly behovsmelding: string
  readonly number: number
  readonly version: number
  readonly versionHash: string
  readonly package: SealedPackage
  readonly by: DeliveredBy
  readonly returned?: Returned
}

/** Longest texts of a delivery, in characters: an authority's name with its department; a case number of an archive. */
export const longestInDelivery = { to: 200, reference: 100 } as const

const osloDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

/** The day it is in Norway at a moment (milliseconds since 1970), YYYY-MM-DD. */
export function dayInOslo (now: number): string {
  return osloDay.format(now)
}
