import { doneEntry, emptySituation, isoTime } from '@samskriv/shared/workflow'
import type { SigningKeyRecord, Store } from '../store/port/index.ts'
import type { SigningKey } from './key.ts'

/**
 * Enters a key among those the installation signs or signed with, and in the audit log, if it is not there yet. Run at each start: a
 * start that ended between making the key and entering it is made good by the next. Gives whether there was another one before.
 */
export async function announceKey (store: Pick<Store, 'table' | 'commit'>, key: SigningKey, now: number): Promise<{ readonly isAnother: boolean }> {
  const known = store.table('signingKeys')
  if (known.has(key.fingerprint)) return { isAnother: false }
  const isAnother = known.size > 0
  const record: SigningKeyRecord = { id: key.fingerprint, publicKey: key.publicKey, madeAt: isoTime(now) }
  await store.commit({
    changes: [{ table: 'signingKeys', put: record }],
    audit: [doneEntry(emptySituation, 'make-signing-key', now, { fingerprint: key.fingerprint })],
  })
  return { isAnother }
}
