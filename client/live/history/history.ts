import { rootName } from '@samskriv/shared/document'
import { keyInSuggested } from '@samskriv/shared/suggest'
import * as Y from 'yjs'
import type { Undone, Watchable } from '../session.ts'
import { watchable } from '../watchable.ts'

/** Milliseconds within which changes are undone together: a word, not a letter. */
const captureMs = 500

/** One's own undo over the whole document. */
export interface History {
  readonly undo: Y.UndoManager
  readonly lastUndone: Watchable<Undone | null>
  stop(): void
}

const prefixes = [rootName.text(''), rootName.rich('')]

// The key of a changed root: a line's or a rich text's is in its name, a map's is the entry that changed.
function keyIn (name: string, events: readonly object[]): string | null {
  const prefix = prefixes.find(each => name.startsWith(each))
  if (prefix !== undefined) return name.slice(prefix.length)
  for (const event of events) {
    if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) if (typeof key === 'string') return name === rootName.suggested ? keyInSuggested(key) : key
  }
  return null
}

// Roots whose change a person sees best come first: words, then values, then whole items.
const order = (name: string): number =>
  prefixes.some(prefix => name.startsWith(prefix)) ? 0 : name === rootName.values ? 1 : name === rootName.removed ? 2 : 3

/** The key of what a transaction changed, given the types it touched; null when nothing a person sees was touched. */
export function changedKey (doc: Y.Doc, changed: ReadonlyMap<object, readonly object[]>): string | null {
  const touched = [...changed]
  const roots = [...doc.share].flatMap(([name, root]) => {
    const found = touched.find(([type]) => Object.is(type, root))
    return found === undefined ? [] : { name, events: found[1] }
  }).toSorted((a, b) => order(a.name) - order(b.name))
  for (const { name, events } of roots) {
    const key = keyIn(name, events)
    if (key !== null) return key
  }
  return null
}

/**
 * Opens the history of a document. It holds what was written with `origin`, and with origins an editor adds
 * (`undo.addTrackedOrigin`), in whatever field: one's own changes only, in the order they were made.
 */
export function openHistory (doc: Y.Doc, origin: object): History {
  const undo = new Y.UndoManager(doc, { captureTimeout: captureMs, trackedOrigins: new Set([origin]) })
  const lastUndone = watchable<Undone | null>(null)
  undo.on('stack-item-popped', ({ type, changedParentTypes }) => {
    const key = changedKey(doc, changedParentTypes)
    if (key !== null) lastUndone.set({ kind: type, key })
  })
  return { undo, lastUndone, stop: () => { undo.destroy() } }
}
