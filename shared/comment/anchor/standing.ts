import type * as Y from 'yjs'
import type { CommentPlace } from '../../api/comment.ts'
import { richOf } from '../../document/index.ts'
import { anchorsIn, type Anchor } from './anchors.ts'
import { lineOf } from './line.ts'
import { findQuote } from './quote.ts'

/** A thread as far as its place goes. */
export interface Placed { readonly thread: string, readonly place: CommentPlace }

/** Where a thread about words stands. `mark`: its mark says so. `quote`: the mark is lost, and its words were found where they were. */
export interface Standing { readonly by: 'mark' | 'quote', readonly anchors: readonly Anchor[] }

// Where the words of a thread without a mark stand, when that is sure.
function byQuote (doc: Y.Doc, place: CommentPlace): Anchor | null {
  if (place.kind !== 'text') return null
  const { words } = lineOf(richOf(doc, place.key))
  const range = findQuote(words, place)
  return range === null ? null : { key: place.key, ranges: [range], words: words.slice(range.from, range.to) }
}

/**
 * Where the threads about words stand in a document, on the server and in the browser alike. A thread that is not in the answer has
 * lost its words: it is shown with its quote, as deleted.
 */
export function standingIn (doc: Y.Doc, threads: readonly Placed[]): ReadonlyMap<string, Standing> {
  const marked = anchorsIn(doc)
  const standing = new Map<string, Standing>()
  for (const { thread, place } of threads) {
    const anchors = marked.get(thread)
    const found = anchors === undefined ? byQuote(doc, place) : null
    if (anchors !== undefined) standing.set(thread, { by: 'mark', anchors })
    else if (found !== null) standing.set(thread, { by: 'quote', anchors: [found] })
  }
  return standing
}
