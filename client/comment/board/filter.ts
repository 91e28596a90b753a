import type { ThreadView } from '@samskriv/shared/api'
import { unreadIn } from '../thread/unread.ts'

/** What the list of threads can be narrowed to. Several together narrow it further. */
export const narrowings = ['open', 'unread', 'mine', 'union', 'round'] as const
/** One way to narrow the list of threads. */
export type Narrowing = (typeof narrowings)[number]
/** The ways the list is narrowed now. */
export type Filter = ReadonlySet<Narrowing>

/** What it takes to tell whether a thread passes. `round`: the latest one; null: there has been none. */
export interface FilterFacts { readonly personId: string, readonly round: number | null }

const passes: Readonly<Record<Narrowing, (thread: ThreadView, facts: FilterFacts) => boolean>> = {
  open: thread => thread.resolution === null,
  unread: (thread, { personId }) => unreadIn(thread, personId) > 0,
  mine: (thread, { personId }) => thread.entries.some(entry => entry.author.personId === personId || entry.mentions.includes(personId)),
  union: thread => thread.entries.some(entry => entry.author.role === 'tillitsvalgt'),
  round: (thread, { round }) => round !== null && thread.round === round,
}

/** The threads that pass everything the list is narrowed to, in the order they came in. */
export function narrowed (threads: readonly ThreadView[], filter: Filter, facts: FilterFacts): readonly ThreadView[] {
  const wanted = narrowings.filter(one => filter.has(one))
  return threads.filter(thread => wanted.every(one => passes[one](thread, facts)))
}

/** How many there would be with this narrowing beside the others that are chosen. */
export function countWith (threads: readonly ThreadView[], filter: Filter, one: Narrowing, facts: FilterFacts): number {
  return narrowed(threads, new Set([...filter, one]), facts).length
}

/** The round the threads are in: the open one, else the latest any thread was made in. */
export function latestRound (threads: readonly ThreadView[]): number | null {
  return threads.reduce<number | null>((latest, { round }) => round !== null && round > (latest ?? 0) ? round : latest, null)
}

/** Reads a filter kept on this machine; with nothing kept, what is settled is out of the way. */
export function filterFrom (kept: string | null): Filter {
  if (kept === null) return new Set(['open'])
  return new Set(narrowings.filter(one => kept.split(' ').includes(one)))
}

/** A filter as it is kept. */
export function filterAsText (filter: Filter): string { return narrowings.filter(one => filter.has(one)).join(' ') }
