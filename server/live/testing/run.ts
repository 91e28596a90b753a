import * as Y from 'yjs'
import { scan, type Content, type Scanned } from '../update/index.ts'
import { randomEdit } from './random-edit.ts'

/** An update of Yjs itself, taken apart. */
export function scanned (update: Uint8Array): Scanned {
  const found = scan(update)
  if (found === null) throw new Error('an update of Yjs itself must pass')
  return found
}

/** Adds an update that leaves no gap. */
export function add (content: Content, update: Uint8Array): void {
  if (!content.add(update, scanned(update))) throw new Error('nothing is missing before it')
}

/** What an update says to somebody who had nothing. */
export function docOf (update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** All that can be seen of a document, and what in it waits for something. */
export const shown = (doc: Y.Doc): unknown => ({
  text: doc.getText('text').toDelta(), map: doc.getMap('map').toJSON(), xml: doc.getXmlFragment('xml').toString(), pending: doc.store.pendingStructs,
})

/** Documents that have all taken everything, and the updates in the order they were made. */
export interface Run { readonly docs: Y.Doc[], readonly updates: Uint8Array[] }

/** Some people edit at once, hear of each other now and then, and of everything in the end. */
export function run (random: () => number, edits: number, people: number): Run {
  const docs = Array.from({ length: people }, () => { const doc = new Y.Doc(); doc.clientID = Math.floor(random() * 2 ** 32); return doc })
  const updates: Uint8Array[] = []
  const inboxes = docs.map((): Uint8Array[] => [])
  for (const [index, doc] of docs.entries()) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'peer') return
      updates.push(update)
      for (const [other, inbox] of inboxes.entries()) if (other !== index) inbox.push(update)
    })
  }
  for (let n = 0; n < edits; n++) {
    const index = Math.floor(random() * people)
    const doc = docs[index]
    if (doc === undefined) continue
    if (random() < 0.3) for (const update of inboxes[index]?.splice(0) ?? []) Y.applyUpdate(doc, update, 'peer')
    randomEdit(doc, random)
  }
  for (const [index, doc] of docs.entries()) for (const update of inboxes[index] ?? []) Y.applyUpdate(doc, update, 'peer')
  return { docs, updates }
}
