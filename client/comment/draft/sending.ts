import type { CommentPlace, ThreadView } from '@samskriv/shared/api'
import { sameWords } from '@samskriv/shared/comment'
import type { Failure, Outcome, Written } from '../../api/index.ts'
import type { SaveStatus, Watchable } from '../../live/session.ts'
import { watchable } from '../../live/watchable.ts'
import type { Threads } from '../thread/threads.ts'
import { toStore } from '../write/mention.ts'
import type { Aim, Draft, Drafts } from './drafts.ts'

/** How far a draft has come. `waiting`: the words it is about are not on the server yet; it goes by itself once they are. */
export type SendState =
  | { readonly kind: 'writing' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'failed', readonly failure: Failure }

/** What the server is asked, for one behovsmelding. */
export interface CommentCalls {
  start(place: Extract<Aim, { kind: 'start' }>, written: Written): Promise<Outcome<ThreadView>>
  reply(thread: string, written: Written): Promise<Outcome<ThreadView>>
  change(thread: string, entry: string, written: Written): Promise<Outcome<ThreadView>>
  resolve(thread: string, why: string): Promise<Outcome<ThreadView>>
}

/** Sends drafts. A draft is dropped when the server has it, and never before. */
export interface Sending extends Watchable<ReadonlyMap<string, SendState>> {
  at(id: string): SendState
  /** Gives the thread once the server has taken the draft; null when it did not, or one changed one's mind. */
  send(id: string): Promise<ThreadView | null>
  /** Goes on writing instead of waiting. */
  hold(id: string): void
}

/** What sending stands on. */
export interface SendingParts {
  readonly calls: CommentCalls
  readonly drafts: Drafts
  readonly threads: Pick<Threads, 'get' | 'take' | 'again'>
  readonly status: Watchable<SaveStatus>
  readonly personId: string
}

const writing: SendState = { kind: 'writing' }

function whenSaved (status: Watchable<SaveStatus>, given: { stop: () => void }): Promise<void> {
  return new Promise(done => {
    const look = (): void => {
      if (status.get().state !== 'saved') return
      given.stop()
      done()
    }
    given.stop = status.watch(look)
    look()
  })
}

function samePlace (one: CommentPlace, other: CommentPlace): boolean {
  if (one.kind === 'text' && other.kind === 'text') return one.key === other.key && sameWords(one.quote, other.quote)
  return JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted())
}

/** Finds a draft among what the server has: the answer to an earlier try may be what was lost. */
function arrived (threads: readonly ThreadView[], { aim }: Draft, text: string, personId: string): ThreadView | null {
  const isMine = (thread: ThreadView): boolean => {
    const last = thread.entries.at(-1)
    return last?.author.personId === personId && last.text === text.trim()
  }
  if (aim.kind === 'reply') return threads.find(thread => thread.id === aim.thread && isMine(thread)) ?? null
  if (aim.kind === 'start') return threads.findLast(thread => thread.entries.length === 1 && samePlace(thread.place, aim.place) && isMine(thread)) ?? null
  return null
}

/** Makes the sender of a person's drafts. */
export function openSending ({ calls, drafts, threads, status, personId }: SendingParts): Sending {
  const states = watchable<ReadonlyMap<string, SendState>>(new Map())
  const holds = new Map<string, () => void>()
  const lost = new Set<string>()
  const busy = new Set<string>()
  const put = (id: string, state: SendState): void => {
    const next = new Map(states.get())
    if (state.kind === 'writing') next.delete(id)
    else next.set(id, state)
    states.set(next)
  }
  const ask = (aim: Aim, written: Written): Promise<Outcome<ThreadView>> => {
    switch (aim.kind) {
      case 'start': return calls.start(aim, written)
      case 'reply': return calls.reply(aim.thread, written)
      case 'edit': return calls.change(aim.thread, aim.entry, written)
      case 'resolve': return calls.resolve(aim.thread, written.text)
    }
  }
  const waited = async (id: string): Promise<boolean> => {
    if (status.get().state === 'saved') return true
    put(id, { kind: 'waiting' })
    const given = { stop: (): void => undefined }
    const held = new Promise<boolean>(done => { holds.set(id, () => { given.stop(); done(false) }) })
    const saved = whenSaved(status, given).then(() => true)
    const goes = await Promise.race([saved, held])
    holds.delete(id)
    return goes
  }
  const go = async (draft: Draft): Promise<ThreadView | null> => {
    const { id } = draft
    put(id, { kind: 'sending' })
    const written = toStore(draft.text, draft.people)
    if (lost.has(id)) await threads.again()
    const already = lost.has(id) ? arrived(threads.get().threads, draft, written.text, personId) : null
    const answer: Outcome<ThreadView> = already === null ? await ask(draft.aim, written) : { ok: true, value: already }
    if (!answer.ok) {
      if (answer.refusal.code === 'unreachable') lost.add(id)
      put(id, { kind: 'failed', failure: answer.refusal })
      return null
    }
    lost.delete(id)
    threads.take(answer.value)
    put(id, writing)
    drafts.drop(id)
    return answer.value
  }
  const sendWhenSaved = async (id: string): Promise<ThreadView | null> => {
    const begun = drafts.at(id)
    if (begun === undefined || begun.text.trim() === '') return null
    // The server must have the words before it can say where they are.
    if (begun.aim.kind === 'start' && begun.aim.place.kind === 'text' && !await waited(id)) return null
    const draft = drafts.at(id)
    return draft === undefined ? null : go(draft)
  }
  return {
    get: () => states.get(),
    watch: changed => states.watch(changed),
    at: id => states.get().get(id) ?? writing,
    hold (id) {
      holds.get(id)?.()
      if (states.get().get(id)?.kind === 'waiting') put(id, writing)
    },
    async send (id) {
      if (busy.has(id)) return null
      busy.add(id)
      try {
        return await sendWhenSaved(id)
      } finally {
        busy.delete(id)
      }
    },
  }
}
