import type { ListedMention } from '@samskriv/shared/api'
import { unreadMentions } from '@samskriv/shared/comment'
import { seenId } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'

/** Where something a person has not read names them, by behovsmelding: in how many comments, and in which thread the earliest stands. One look at every thread. */
export function mentionsOf (store: Pick<Store, 'table'>, personId: string): ReadonlyMap<string, ListedMention> {
  const found = new Map<string, ListedMention & { readonly since: string }>()
  for (const thread of store.table('threads').values()) {
    const entries = unreadMentions(thread, personId, store.table('seen').get(seenId(thread.behovsmelding, personId)))
    const since = entries[0]?.at
    if (since === undefined) continue
    const other = found.get(thread.behovsmelding)
    const first = other === undefined || since < other.since ? { thread: thread.thread, since } : other
    found.set(thread.behovsmelding, { ...first, count: (other?.count ?? 0) + entries.length })
  }
  return new Map([...found].map(([behovsmelding, { thread, count }]) => [behovsmelding, { thread, count }]))
}
