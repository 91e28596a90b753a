import type { CommentEntry, CommentsView, ThreadView } from '../api/comment.ts'
import type { SeenRecord, ThreadRecord } from '../workflow/index.ts'

/** How many entries of a thread a person has seen: what they said they have, and all up to their own last one. */
export function seenIn (thread: ThreadRecord, personId: string, seen: SeenRecord | undefined): number {
  const own = thread.entries.findLastIndex(entry => entry.author.personId === personId) + 1
  return Math.max(own, Math.min(seen?.threads[thread.thread] ?? 0, thread.entries.length))
}

/** The entries of a thread that name a person and that they have not seen. An entry changed afterwards to name them is not among them if they had seen it before. */
export function unreadMentions (thread: ThreadRecord, personId: string, seen: SeenRecord | undefined): readonly CommentEntry[] {
  return namingIn(thread.entries.slice(seenIn(thread, personId, seen)), personId)
}

/** Those entries of others that name a person. */
export function namingIn (entries: readonly CommentEntry[], personId: string): readonly CommentEntry[] {
  return entries.filter(entry => entry.mentions.includes(personId) && entry.author.personId !== personId)
}

/** A thread as it is shown to a person. */
export function threadView (thread: ThreadRecord, personId: string, seen: SeenRecord | undefined): ThreadView {
  const { place, epoch, round, revision, entries, resolution } = thread
  return { id: thread.thread, place, epoch, round, revision, entries, resolution, seen: seenIn(thread, personId, seen) }
}

const begun = (thread: ThreadRecord): string => thread.entries[0]?.at ?? ''

/** Threads by the time they were begun. */
export function byTime (threads: readonly ThreadRecord[]): readonly ThreadRecord[] {
  return threads.toSorted((a, b) => begun(a) < begun(b) ? -1 : begun(a) > begun(b) ? 1 : a.revision - b.revision)
}

/** The threads changed after a revision, as they are shown to a person. */
export function commentsView (threads: readonly ThreadRecord[], since: number, personId: string, seen: SeenRecord | undefined): CommentsView {
  const changed = byTime(threads.filter(thread => thread.revision > since))
  return { revision: Math.max(0, ...threads.map(thread => thread.revision)), threads: changed.map(thread => threadView(thread, personId, seen)) }
}
