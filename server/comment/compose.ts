import { rememberMarks, tidyMarks, type EdgeClients, type MarkMemory } from '@samskriv/shared/comment'
import { may } from '@samskriv/shared/access'
import * as Y from 'yjs'
import { threadsOf, type CommentParts } from './parts.ts'

/** Work on a text whose marks are in order. */
export type MarkWork = (transaction: Y.Transaction, clients: EdgeClients) => void

/**
 * Writes into a document made of `content`, under a Yjs client id, and gives exactly what was written: one update, or null when it
 * was nothing.
 */
export function composeOn (content: Uint8Array, client: number, work: (transaction: Y.Transaction) => void): Uint8Array | null {
  const doc = new Y.Doc()
  if (content.length > 0) Y.applyUpdate(doc, content)
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => { updates.push(update) })
  doc.transact(work)
  doc.destroy()
  const [first, ...more] = updates
  if (first === undefined) return null
  return more.length === 0 ? first : Y.mergeUpdates(updates)
}

/**
 * Puts the marks of a text in order and then does `work` on it, in one write, and remembers how they stand. Nothing is written into a text that
 * nobody may comment on any more: then `work` is not called, and false given. Rejects with StorageError.
 */
export async function writeMarks (parts: CommentParts, behovsmelding: string, epoch: number, work: MarkWork = () => undefined): Promise<boolean> {
  const { workflow: { store }, memories } = parts
  let after: MarkMemory | null = null
  await parts.live.write(behovsmelding, epoch, (content, lowest, highest) => {
    const now = store.table('behovsmeldinger').get(behovsmelding)
    if (now === undefined || now.epoch !== epoch || !may('eier', now.state, 'comment')) return null
    const threads = threadsOf(store, behovsmelding)
    const known = new Set([...parts.beginning, ...threads.map(each => each.thread)])
    const before = memories.of(behovsmelding, epoch)
    return composeOn(content, lowest, transaction => {
      tidyMarks(transaction.doc, threads, thread => known.has(thread), before)
      work(transaction, { lowest, highest })
      after = rememberMarks(transaction.doc, before)
    })
  })
  if (after === null) return false
  memories.keep(behovsmelding, epoch, after)
  return true
}
