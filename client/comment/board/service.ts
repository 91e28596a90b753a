import type { CommentsView, ThreadView } from '@samskriv/shared/api'
import { addEntry, changeEntry, deleteEntry, fetchComments, markSeen, reopenThread, resolveThread, startThread, type Outcome } from '../../api/index.ts'
import type { CommentCalls } from '../draft/sending.ts'

/** Everything the server is asked about the comments of one behovsmelding. */
export interface CommentService extends CommentCalls {
  fetch(since: number | null): Promise<Outcome<CommentsView>>
  markRead(threads: Readonly<Record<string, number>>): Promise<Outcome<undefined>>
  remove(thread: string, entry: string, leaving: boolean): Promise<Outcome<ThreadView>>
  reopen(thread: string): Promise<Outcome<ThreadView>>
}

/** The server, for one behovsmelding. */
export function commentService (id: string): CommentService {
  return {
    fetch: since => fetchComments(id, since),
    markRead: threads => markSeen(id, threads),
    start: ({ place, start, end }, written) => startThread(id, { place, start, end, ...written }),
    reply: (thread, written) => addEntry(id, thread, written),
    change: (thread, entry, written) => changeEntry(id, thread, entry, written),
    remove: (thread, entry, leaving) => deleteEntry(id, thread, entry, leaving),
    resolve: (thread, why) => resolveThread(id, thread, why),
    reopen: thread => reopenThread(id, thread),
  }
}
