import * as v from 'valibot'
import { languages } from '../base/index.ts'
import type { DeliveryFacts, PackagedFile } from '../delivery/index.ts'
import { canonicalBytes, versionKinds, type VersionKind } from '../version/index.ts'

/** Files of a package that are not in its manifest: the manifest itself, and its signature (the bare 64 bytes of Ed25519). */
export const sealNames = { manifest: 'manifest.json', signature: 'manifest.sig' } as const

/** Files every package has. */
export const packageNames = { version: 'behovsmelding.json', publicKey: 'public-key.pem', readme: 'LES-MEG.txt' } as const

/** One version on the way to the delivered one. */
export interface ChainLink { readonly number: number, readonly hash: string, readonly previous: string | null, readonly kind: VersionKind, readonly at: string }

/** Who carried out a step, as far as a package tells. */
export interface NamedActor { readonly name: string, readonly role: string }

/**
 * What a package says of itself, and what its signature is over, as canonical JSON (RFC 8785, UTF-8): what was delivered, when,
 * by whom and to whom, every file with its SHA-256, and the hashes of all versions from the first to the delivered one. `key`
 * is the fingerprint of the key it is signed with.
 */
export interface Manifest {
  readonly format: 'samskriv-package/1'
  readonly behovsmelding: { readonly id: string, readonly title: string, readonly template: { readonly id: string, readonly version: number } }
  readonly delivery: DeliveryFacts & { readonly number: number, readonly at: string, readonly by: NamedActor }
  readonly version: { readonly number: number, readonly hash: string, readonly at: string, readonly by: NamedActor, readonly reason?: string, readonly differsFrom?: number, readonly suggestions?: number }
  readonly chain: readonly ChainLink[]
  readonly files: readonly PackagedFile[]
  readonly key: string
}

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const actor = v.object({ name: v.string(), role: v.string() })

const manifestSchema = v.object({
  format: v.literal('samskriv-package/1'),
  behovsmelding: v.object({ id: v.string(), title: v.string(), template: v.object({ id: v.string(), version: v.number() }) }),
  delivery: v.object({ on: v.string(), to: v.string(), reference: v.string(), language: v.picklist(languages), number: count, at: v.string(), by: actor }),
  version: v.object({ number: count, hash, at: v.string(), by: actor, reason: v.exactOptional(v.string()), differsFrom: v.exactOptional(count), suggestions: v.exactOptional(count) }),
  chain: v.array(v.object({ number: count, hash, previous: v.nullable(hash), kind: v.picklist(versionKinds), at: v.string() })),
  files: v.array(v.object({ name: v.string(), type: v.string(), hash, bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  key: hash,
})

/** The bytes of a manifest that are signed. */
export function manifestBytes (manifest: Manifest): Uint8Array<ArrayBuffer> {
  return canonicalBytes(manifest)
}

/** Reads a manifest; null when the bytes are none. Whether it is true is what its signature says. */
export function readManifest (bytes: Uint8Array): Manifest | null {
  try {
    const read = v.safeParse(manifestSchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
