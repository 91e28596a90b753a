import type { CommentEntry, ThreadView } from '@samskriv/shared/api'
import { namingIn } from '@samskriv/shared/comment'

/** How many entries of a thread are new to somebody: written by others since they last looked, and not taken away. */
export function unreadIn (thread: ThreadView, personId: string): number {
  return thread.entries.slice(thread.seen).filter(entry => entry.author.personId !== personId && entry.deletedAt === undefined).length
}

/** Whether something of a thread that is new to somebody names them. */
export function namesUnread (thread: ThreadView, personId: string): boolean {
  return namingIn(thread.entries.slice(thread.seen), personId).length > 0
}

/** The entries others have written between two looks at the threads: what there is to announce. */
export function arrivedBetween (before: readonly ThreadView[], after: readonly ThreadView[], personId: string): readonly CommentEntry[] {
  const known = new Map(before.map(thread => [thread.id, thread.entries.length]))
  return after.flatMap(thread => thread.entries.slice(known.get(thread.id) ?? 0).filter(entry => entry.author.personId !== personId && entry.deletedAt === undefined))
}
