import type { CommentsView, ThreadView } from '@samskriv/shared/api'
import type { Failure, Outcome } from '../../api/index.ts'
import type { News, Watchable } from '../../live/session.ts'
import { watchable } from '../../live/watchable.ts'

/** What is known of the threads of a behovsmelding. `loaded`: they have been asked for and have come. `failure`: why the last asking came to nothing. */
export interface ThreadsState {
  readonly threads: readonly ThreadView[]
  readonly loaded: boolean
  readonly failure: Failure | null
}

/** The threads of a behovsmelding, kept up to date. A thread is the same object until it changes. */
export interface Threads extends Watchable<ThreadsState> {
  at(id: string): ThreadView | undefined
  /** Takes a thread as the server has just answered with it. */
  take(thread: ThreadView): void
  /** One has seen all there is in these threads. */
  see(ids: readonly string[]): void
  /** Asks for what has changed. */
  again(): Promise<void>
  close(): void
}

/** What the threads are kept up to date with. `since`: the revision known; null: none. */
export interface ThreadsSource {
  readonly news: Watchable<News>
  readonly fetch: (since: number | null) => Promise<Outcome<CommentsView>>
  readonly markRead: (threads: Readonly<Record<string, number>>) => Promise<Outcome<undefined>>
}

/** How long what one has seen is gathered before the server is told, in ms: one who walks through the threads opens many in a row. */
const gatherMs = 800

const newer = (known: ThreadView | undefined, got: ThreadView): ThreadView => {
  if (known === undefined || got.revision > known.revision) return { ...got, seen: Math.max(got.seen, known?.seen ?? 0) }
  return got.seen > known.seen ? { ...known, seen: got.seen } : known
}

/** Keeps the threads of a behovsmelding: asks for them at once, and again whenever it is told that there is news. */
export function openThreads ({ news, fetch, markRead }: ThreadsSource): Threads {
  const byId = new Map<string, ThreadView>()
  const state = watchable<ThreadsState>({ threads: [], loaded: false, failure: null })
  const unsaid = new Map<string, number>()
  let revision: number | null = null
  let asking: Promise<void> | null = null
  let askedAgain = false
  let telling: ReturnType<typeof setTimeout> | null = null
  let closed = false

  const show = (failure: Failure | null, loaded = state.get().loaded): void => { state.set({ threads: [...byId.values()], loaded, failure }) }
  const put = (got: readonly ThreadView[]): void => {
    for (const thread of got) byId.set(thread.id, newer(byId.get(thread.id), thread))
  }
  const ask = async (): Promise<void> => {
    do {
      askedAgain = false
      const answer = await fetch(revision)
      if (closed) return
      if (answer.ok) {
        put(answer.value.threads)
        revision = answer.value.revision
        show(null, true)
      } else show(answer.refusal)
    } while (askedAgain)
  }
  const again = async (): Promise<void> => {
    // Asked for while an answer is on its way: that answer may be older than what one is asking for.
    if (asking !== null) { askedAgain = true; return asking }
    asking = ask()
    await asking
    asking = null
  }
  const tell = async (): Promise<void> => {
    telling = null
    const said = Object.fromEntries(unsaid)
    unsaid.clear()
    const answer = await markRead(said)
    // Told next time instead; nobody waits for it.
    if (!answer.ok && !closed) for (const [id, count] of Object.entries(said)) unsaid.set(id, Math.max(count, unsaid.get(id) ?? 0))
  }
  let known = news.get().comments
  const stop = news.watch(() => {
    const { comments } = news.get()
    if (comments === known) return
    known = comments
    void again()
  })
  void again()
  return {
    get: () => state.get(),
    watch: changed => state.watch(changed),
    at: id => byId.get(id),
    take (thread) {
      put([thread])
      show(state.get().failure)
    },
    see (ids) {
      const fresh = ids.flatMap(id => byId.get(id) ?? []).filter(thread => thread.seen < thread.entries.length)
      if (fresh.length === 0) return
      for (const thread of fresh) {
        byId.set(thread.id, { ...thread, seen: thread.entries.length })
        unsaid.set(thread.id, thread.entries.length)
      }
      show(state.get().failure)
      telling ??= setTimeout(() => { void tell() }, gatherMs)
    },
    again,
    close () {
      closed = true
      stop()
      if (telling === null) return
      clearTimeout(telling)
      void tell()
    },
  }
}
