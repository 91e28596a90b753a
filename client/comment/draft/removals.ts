import type { ThreadView } from '@samskriv/shared/api'
import type { Failure, Outcome } from '../../api/index.ts'
import type { Watchable } from '../../live/session.ts'
import { watchable } from '../../live/watchable.ts'

/** How far a removal has come. `pending`: it can still be undone, the server knows nothing. */
export type RemovalState = { readonly kind: 'pending' } | { readonly kind: 'failed', readonly failure: Failure }

/** Entries one takes away, by entry id: shown as gone at once, and asked for when the time for changing one's mind is over. */
export interface Removals extends Watchable<ReadonlyMap<string, RemovalState>> {
  remove(thread: string, entry: string): void
  undo(entry: string): void
  /** While somebody is at the way back, the time stands still. */
  hold(entry: string, held: boolean): void
  /** Asks for all that still waits, at once. */
  close(): void
}

/** How long a removal can be undone once one has left it, in ms. */
export const undoMs = 10_000

/** One removal that the server has not been told of for certain. */
export interface KeptRemoval { readonly thread: string, readonly entry: string }

/** Whether something kept on this machine is a removal. */
export function isRemoval (value: unknown): value is KeptRemoval {
  return typeof value === 'object' && value !== null && 'thread' in value && typeof value.thread === 'string' && 'entry' in value && typeof value.entry === 'string' && !('text' in value)
}

/** What removals stand on. */
export interface RemovalParts {
  /** Asks the server. `leaving`: the page is being left, and it should go all the same. */
  readonly ask: (thread: string, entry: string, leaving: boolean) => Promise<Outcome<ThreadView>>
  readonly take: (thread: ThreadView) => void
  /** Keeps a removal on this machine (null: forgets it): what is asked for while a page is left may not arrive, least of all through a service worker. */
  readonly keep: (entry: string, removal: KeptRemoval | null) => void
  /** What was kept when the page was left last. */
  readonly kept: readonly KeptRemoval[]
}

/** Makes the keeper of removals. Those kept from last time are asked for at once. */
export function openRemovals ({ ask, take, keep, kept }: RemovalParts, page: Pick<Window, 'addEventListener' | 'removeEventListener'> = window): Removals {
  const states = watchable<ReadonlyMap<string, RemovalState>>(new Map())
  const waiting = new Map<string, { readonly thread: string, timer: ReturnType<typeof setTimeout> | null }>()
  const put = (entry: string, state: RemovalState | null): void => {
    const next = new Map(states.get())
    if (state === null) next.delete(entry)
    else next.set(entry, state)
    states.set(next)
  }
  const go = async (entry: string, leaving: boolean): Promise<void> => {
    const one = waiting.get(entry)
    if (one === undefined) return
    if (one.timer !== null) clearTimeout(one.timer)
    waiting.delete(entry)
    const answer = await ask(one.thread, entry, leaving)
    if (answer.ok) take(answer.value)
    if (answer.ok || answer.refusal.code !== 'unreachable') keep(entry, null)
    // Gone already: what one wanted.
    put(entry, answer.ok || answer.refusal.code === 'changed-meanwhile' ? null : { kind: 'failed', failure: answer.refusal })
  }
  const start = (entry: string): ReturnType<typeof setTimeout> => setTimeout(() => { void go(entry, false) }, undoMs)
  const goAll = (): void => { for (const entry of waiting.keys()) void go(entry, true) }
  page.addEventListener('pagehide', goAll)
  for (const { thread, entry } of kept) {
    waiting.set(entry, { thread, timer: null })
    put(entry, { kind: 'pending' })
    void go(entry, false)
  }
  return {
    get: () => states.get(),
    watch: changed => states.watch(changed),
    remove (thread, entry) {
      if (waiting.has(entry)) return
      waiting.set(entry, { thread, timer: start(entry) })
      keep(entry, { thread, entry })
      put(entry, { kind: 'pending' })
    },
    undo (entry) {
      const one = waiting.get(entry)
      if (one?.timer !== null) clearTimeout(one?.timer)
      waiting.delete(entry)
      keep(entry, null)
      put(entry, null)
    },
    hold (entry, held) {
      const one = waiting.get(entry)
      if (one === undefined || held === (one.timer === null)) return
      if (one.timer !== null) clearTimeout(one.timer)
      one.timer = held ? null : start(entry)
    },
    close () {
      page.removeEventListener('pagehide', goAll)
      goAll()
    },
  }
}
