import { canonicalBytes } from '@samskriv/shared/version'
import { createHash } from 'node:crypto'
import type { AuditEntry, ChainedAuditEntry } from '../port/index.ts'

/** Where an audit log ends: the number and hash of its last entry. Kept outside the log too, so that a cut-off tail is found. */
export interface AuditHead { readonly number: number, readonly hash: string }

/** The head of a log without entries. */
export const emptyHead: AuditHead = { number: 0, hash: '' }

/** The entry that follows a head: numbered, with the hash of the one before and its own. Throws on text that is not well-formed Unicode. */
export function chain (entry: AuditEntry, head: AuditHead): ChainedAuditEntry {
  const numbered = { ...entry, number: head.number + 1, previous: head.hash }
  return { ...numbered, hash: auditHash(numbered) }
}

/** The hash an entry must have: lower-case hex SHA-256 of its canonical JSON (RFC 8785, UTF-8) with everything but the hash. */
export function auditHash (entry: Omit<ChainedAuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalBytes(entry)).digest('hex')
}
