import type * as Y from 'yjs'
import { removedOf, rootName } from '../../document/index.ts'
import { lineOf, type Range } from './line.ts'

/** Where a thread's mark stands in one rich text: the field's key, and the stretches of its line (see `Line`). */
export interface Anchor { readonly key: string, readonly ranges: readonly Range[], readonly words: string }

const prefix = rootName.rich('')

// An item that was removed is not there to be read; it may come back, with its comments.
function isRemoved (removed: Y.Map<boolean>, key: string): boolean {
  const ids = key.split('/')
  return ids.some((_id, at) => at > 0 && removed.get(ids.slice(0, at + 1).join('/')) === true)
}

/** The keys of all rich text in a document, but what is in items that were removed. */
export function richKeys (doc: Y.Doc): readonly string[] {
  const removed = removedOf(doc)
  return [...doc.share.keys()].filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length)).filter(key => !isRemoved(removed, key))
}

/** Where the marks in one rich text stand, by thread. */
export function anchorsOf (fragment: Y.XmlFragment): ReadonlyMap<string, readonly Range[]> {
  return lineOf(fragment).marks
}

/** Where each thread's mark stands in a document. A thread may stand in several fields: words that were copied by hand, or parted by cutting. */
export function anchorsIn (doc: Y.Doc): ReadonlyMap<string, readonly Anchor[]> {
  const found = new Map<string, Anchor[]>()
  for (const key of richKeys(doc)) {
    const line = lineOf(doc.getXmlFragment(rootName.rich(key)))
    for (const [thread, ranges] of line.marks) {
      const words = ranges.map(({ from, to }) => line.words.slice(from, to)).join(' ')
      found.set(thread, [...found.get(thread) ?? [], { key, ranges, words }])
    }
  }
  return found
}

