import { anchorsIn, findQuote, lineOf, putMark, takeMark } from '@samskriv/shared/comment'
import { richOf } from '@samskriv/shared/document'
import { may } from '@samskriv/shared/access'
import { threadId, type ThreadRecord } from '@samskriv/shared/workflow'
import type * as Y from 'yjs'
import { composeOn } from './compose.ts'
import { threadsOf, type CommentParts } from './parts.ts'

/**
 * Puts the marks in a text in order: one that belongs to no thread goes, one that was lost though its words stand there comes back.
 * What is not sure is left: the thread shows its quote. Rejects with StorageError.
 */
export async function tidy (parts: CommentParts, behovsmelding: string): Promise<void> {
  const { store } = parts.workflow
  const epoch = store.table('behovsmeldinger').get(behovsmelding)?.epoch
  if (epoch === undefined) return
  await parts.live.write(behovsmelding, epoch, (content, client) => {
    const now = store.table('behovsmeldinger').get(behovsmelding)
    // Nothing is written into a text that is locked.
    if (now === undefined || now.epoch !== epoch || !may('eier', now.state, 'comment')) return null
    return composeOn(content, client, doc => { tidyMarks(doc, threadsOf(store, behovsmelding), thread => parts.beginning.has(thread) || store.table('threads').has(threadId(behovsmelding, thread))) })
  })
}

/** The same inside a document. `isThread`: whether there is such a thread, or will be in a moment. Run it inside a transaction. */
export function tidyMarks (doc: Y.Doc, threads: readonly ThreadRecord[], isThread: (thread: string) => boolean): void {
  const anchors = anchorsIn(doc)
  for (const [thread, stands] of anchors) {
    if (isThread(thread)) continue
    for (const { key, ranges } of stands) for (const range of ranges) takeMark(lineOf(richOf(doc, key)), range, thread)
  }
  for (const { thread, place } of threads) {
    if (place.kind !== 'text' || anchors.has(thread)) continue
    const line = lineOf(richOf(doc, place.key))
    const range = findQuote(line.words, place)
    if (range !== null) putMark(line, range, thread)
  }
}
