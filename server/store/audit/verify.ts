import type { ChainedAuditEntry } from '../port/index.ts'
import { auditHash, emptyHead, type AuditHead } from './chain.ts'

/**
 * What looking through an audit log found. `number` is the first entry that is wrong:
 * - `changed`: its content is not what was hashed
 * - `missing`: it is not there, though later ones are
 * - `unchained`: it does not follow on the one before (that one, or this one, was replaced)
 * - `cut-off`: the log ends before it, though the head kept outside knows of it
 * - `replaced`: it is whole, but not the one the head kept outside knows
 */
export type AuditVerdict =
  | { readonly ok: true, readonly head: AuditHead }
  | { readonly ok: false, readonly number: number, readonly why: 'changed' | 'missing' | 'unchained' | 'cut-off' | 'replaced' }

/**
 * Follows an audit log from its first entry to its last. `head` is where it is known to have come at least (null: not known,
 * then a cut-off tail cannot be found).
 */
export async function verifyAudit (entries: AsyncIterable<ChainedAuditEntry>, head: AuditHead | null): Promise<AuditVerdict> {
  let before = emptyHead
  for await (const { hash, ...entry } of entries) {
    const number = before.number + 1
    if (entry.number !== number) return { ok: false, number, why: 'missing' }
    if (entry.previous !== before.hash) return { ok: false, number, why: 'unchained' }
    if (auditHash(entry) !== hash) return { ok: false, number, why: 'changed' }
    if (head?.number === number && head.hash !== hash) return { ok: false, number, why: 'replaced' }
    before = { number, hash }
  }
  if (head !== null && head.number > before.number) return { ok: false, number: before.number + 1, why: 'cut-off' }
  return { ok: true, head: before }
}
