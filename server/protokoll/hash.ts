import { canonicalBytes } from '@samskriv/shared/version'
import { createHash } from 'node:crypto'

/** SHA-256 (lower-case hex) of bytes, at once: a plan cannot wait. */
export function hashOfBytes (bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** SHA-256 of a plain value's canonical JSON. Throws on what JSON cannot hold (a bug). */
export function hashOf (value: unknown): string {
  return hashOfBytes(canonicalBytes(value))
}
