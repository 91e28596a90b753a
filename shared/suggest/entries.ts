import * as Y from 'yjs'
import type { RefusalCode } from '../base/index.ts'
import { suggestedOf } from '../document/index.ts'
import { longestSuggested, mostSuggested, suggestedKey } from './change.ts'

/** Letters of a person and a key: ids joined, the longest in a form some 150. */
const longestKey = 400

// Null: no plain value as goes over a wire as JSON (Yjs lets in numbers that JSON does not know).
function lengthOf (value: unknown): number | null {
  try {
    return typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType) && !(value instanceof Y.Doc) ? JSON.stringify(value).length : null
  } catch {
    return null
  }
}

/**
 * Why entries of the root `suggested` that a person changed are not let in; null: they are. What one says is held to the form by whoever reads
 * it. Here it is only plain, theirs, and of a size somebody could mean.
 */
export function judgeEntries (doc: Y.Doc, names: ReadonlySet<string>, person: string): RefusalCode | null {
  const own = suggestedKey(person, '')
  const map = suggestedOf(doc)
  let isMore = false
  for (const name of names) {
    if (!name.startsWith(own)) return 'foreign-author'
    if (!map.has(name)) continue
    const length = lengthOf(map.get(name))
    if (length === null) return 'only-suggest'
    if (name.length > longestKey || length > longestSuggested) return 'too-large'
    isMore = true
  }
  // Whoever has too many may still take some back.
  return isMore && [...map.keys()].filter(name => name.startsWith(own)).length > mostSuggested ? 'too-large' : null
}
