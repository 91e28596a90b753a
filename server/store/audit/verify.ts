import type { AuditFault } from '@samskriv/shared/api'
import { StorageError, type ChainedAuditEntry } from '../port/index.ts'
import { auditHash, emptyHead, type AuditHead } from './chain.ts'

/** What looking through an audit log found. `number` is the first entry that is wrong. */
export type AuditVerdict =
  | { readonly ok: true, readonly head: AuditHead }
  | { readonly ok: false, readonly number: number, readonly why: AuditFault }

/**
 * Follows an audit log from its first entry to its last. `head` is where it is known to have come at least (null: not known,
 * then a cut-off tail cannot be found). `after`: where the entries begin, when those up to it were looked through before.
 * Rejects with what `entries` rejects with, unless an entry cannot be read.
 */
export async function verifyAudit (entries: AsyncIterable<ChainedAuditEntry>, head: AuditHead | null, after: AuditHead = emptyHead): Promise<AuditVerdict> {
  let before = after
  try {
    for await (const entry of entries) {
      const why = faultOf(entry, before, head)
      if (why !== null) return { ok: false, number: before.number + 1, why }
      before = { number: entry.number, hash: entry.hash }
    }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return { ok: false, number: before.number + 1, why: 'unreadable' }
  }
  if (head !== null && head.number > before.number) return { ok: false, number: before.number + 1, why: 'cut-off' }
  return { ok: true, head: before }
}

/** What is wrong with an entry that should follow on `before`; null: nothing. */
function faultOf ({ hash, ...entry }: ChainedAuditEntry, before: AuditHead, head: AuditHead | null): AuditFault | null {
  if (entry.number !== before.number + 1) return 'missing'
  if (entry.previous !== before.hash) return 'unchained'
  if (auditHash(entry) !== hash) return 'changed'
  return head?.number === entry.number && head.hash !== hash ? 'replaced' : null
}
