import type { Language } from '../base/index.ts'
import type { VersionKind } from '../version/index.ts'

/**
 * What anybody may ask about a file they have in their hands. No sign-in: who knows the hash has the file (or a document that names
 * it), and is told which version it is and whether it is the delivered one. Names, title and to whom only to those with a part in it.
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | POST /api/check | { hash } | HashAnswer; `too-fast` when one address asks too often |
 * | GET /api/signing-keys | – | SigningKeyView[]: every key packages are or were signed with, the present one first |
 * | GET /api/signing-key.pem | – | the present public key |
 */
export interface CheckRequest { readonly hash: string }

/** What has that hash. `version`: the version's own canonical JSON, which is what its fingerprint is of; `attachment` is told only to those with a part in it. */
export const checkables = ['package', 'version', 'pdf', 'docx', 'protokoll', 'attachment'] as const
/** What has that hash. */
export type Checkable = (typeof checkables)[number]

/**
 * How it stands with it:
 * - `delivered`: it is of the delivery that stands
 * - `returned`: it is of the last delivery, which came back to be corrected
 * - `superseded`: it is of an earlier delivery
 * - `not-delivered`: a version that was never delivered
 */
export const standings = ['delivered', 'returned', 'superseded', 'not-delivered'] as const
/** How it stands with what has that hash. */
export type CheckStanding = (typeof standings)[number]

/** A delivery as anybody with its hash may know it. `on` is a day, YYYY-MM-DD. */
export interface CheckedDelivery { readonly number: number, readonly version: number, readonly on: string }

/** What those with a part in it are told besides. */
export interface CheckedInside { readonly behovsmelding: string, readonly title: string, readonly to: string | null, readonly reference: string | null, readonly by: string | null }

/** What is known of a hash. `version.at` (ISO 8601 UTC): when it was frozen. `latest`: the last delivery, when that is another than `delivery`. */
export interface KnownHash {
  readonly what: Checkable
  readonly language: Language | null
  readonly standing: CheckStanding
  readonly version: { readonly number: number, readonly kind: VersionKind, readonly at: string }
  readonly delivery: CheckedDelivery | null
  readonly latest: CheckedDelivery | null
  readonly inside: CheckedInside | null
}

/** What is known of a hash; null: nothing. */
export interface HashAnswer { readonly known: KnownHash | null }

/** A key packages are or were signed with. `fingerprint`: hex SHA-256 of the public key (SPKI, DER). */
export interface SigningKeyView { readonly fingerprint: string, readonly publicKey: string, readonly madeAt: string, readonly isPresent: boolean }
