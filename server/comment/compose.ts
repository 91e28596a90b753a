import * as Y from 'yjs'

/**
 * Writes into a document made of `content`, under a Yjs client id, and gives exactly what was written: one update, or null when it
 * was nothing.
 */
export function composeOn (content: Uint8Array, client: number, work: (doc: Y.Doc) => void): Uint8Array | null {
  const doc = new Y.Doc()
  if (content.length > 0) Y.applyUpdate(doc, content)
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => { updates.push(update) })
  doc.transact(() => { work(doc) })
  doc.destroy()
  const [first, ...more] = updates
  if (first === undefined) return null
  return more.length === 0 ? first : Y.mergeUpdates(updates)
}
