import type { ThreadView } from '@samskriv/shared/api'

/** How many entries of a thread are new to somebody: written by others since they last looked, and not taken away. */
export function unreadIn (thread: ThreadView, personId: string): number {
  return thread.entries.slice(thread.seen).filter(entry => entry.author.personId !== personId && entry.deletedAt === undefined).length
}

/** How many entries others have written between two looks at the threads: what there is to announce. */
export function arrivedBetween (before: readonly ThreadView[], after: readonly ThreadView[], personId: string): number {
  const known = new Map(before.map(thread => [thread.id, thread.entries.length]))
  return after.reduce((sum, thread) =>
    sum + thread.entries.slice(known.get(thread.id) ?? 0).filter(entry => entry.author.personId !== personId && entry.deletedAt === undefined).length, 0)
}
