import type { StanceDraft } from '@samskriv/shared/api'
import type { Failure, Outcome } from '../api/index.ts'
import { watchable } from '../live/watchable.ts'
import { readKept, textOf, textOrNone, type Draft, type DraftRequest, type DraftState } from './draft.ts'
import { keepHere } from './kept-here.ts'

/** How long the hands rest before it is kept here, and before it is sent, in ms. */
const restMs = { here: 200, server: 800 } as const
/** Waits before trying again when the server could not take it, in ms: doubled each time. */
const againMs = { first: 2_000, longest: 30_000 } as const
/** Why it may be taken later although nothing in it changes. Anything else is about what was written, or about the round. */
const passing: ReadonlySet<Failure['code']> = new Set(['unreachable', 'too-fast', 'shutting-down', 'storage-failed', 'broken'])

/** Opens what somebody is about to say: what this machine kept before what the server has, and neither thrown away for the other. */
export function openDraft ({ key, server, begin, send, look }: DraftRequest): Draft {
  const found = readKept(key)
  let base = found === null ? textOrNone(server) : found.base
  let dirty = found !== null && textOf(found.draft) !== textOrNone(server)
  let wait: number = againMs.first
  let sending: Promise<Outcome<undefined>> | null = null
  let stopped = false
  const timers: { here?: ReturnType<typeof setTimeout>, server?: ReturnType<typeof setTimeout> } = {}
  const state = watchable<DraftState>({
    draft: found?.draft ?? server ?? begin, kept: dirty ? 'here' : 'server', failure: null,
    other: dirty && textOrNone(server) !== base ? server ?? begin : null,
  })
  const set = (changes: Partial<DraftState>): void => { state.set({ ...state.get(), ...changes }) }

  function keep (): boolean {
    clearTimeout(timers.here)
    return keepHere(key, dirty ? JSON.stringify({ draft: state.get().draft, base }) : null)
  }
  function soon (ms: number): void {
    clearTimeout(timers.server)
    timers.server = setTimeout(() => { void attempt() }, ms)
  }
  function failed (failure: Failure): void {
    set({ kept: keep() ? 'here' : 'nowhere', failure })
    if (!passing.has(failure.code) || stopped) return
    soon(wait)
    wait = Math.min(againMs.longest, wait * 2)
  }
  // Once it could not be sent, somebody may have gone on with it on another machine: what they wrote is not written over unasked.
  async function sendAfterLooking (draft: StanceDraft): Promise<Outcome<undefined>> {
    const has = await look()
    if (!has.ok) return has
    const text = textOrNone(has.value)
    if (text === base || text === textOf(draft)) return send(draft)
    set({ other: has.value ?? begin })
    return { ok: true, value: undefined }
  }
  async function attempt (): Promise<void> {
    clearTimeout(timers.server)
    if (sending !== null || !dirty || state.get().other !== null) return
    const { draft, failure } = state.get()
    sending = failure === null ? send(draft) : sendAfterLooking(draft)
    const answer = await sending
    sending = null
    // Said, or thrown away for another, while it was on its way; or now there are two, and the person chooses.
    if (!dirty || state.get().other !== null) return
    if (!answer.ok) { failed(answer.refusal); return }
    base = textOf(draft)
    wait = againMs.first
    dirty = textOf(state.get().draft) !== base
    keep()
    set({ kept: dirty ? 'sending' : 'server', failure: null })
    if (dirty && !stopped) soon(restMs.server)
  }
  const online = (): void => { if (dirty) void attempt() }
  const hide = (): void => { if (dirty) set({ kept: keep() ? state.get().kept : 'nowhere' }) }
  globalThis.addEventListener?.('online', online)
  globalThis.addEventListener?.('pagehide', hide)
  if (dirty) soon(0)
  else keep()

  return {
    state,
    change (draft) {
      dirty = textOf(draft) !== base
      const { failure, kept } = state.get()
      set({ draft, kept: !dirty ? 'server' : failure === null ? 'sending' : kept === 'nowhere' ? 'nowhere' : 'here' })
      clearTimeout(timers.here)
      timers.here = setTimeout(() => { if (!keep() && failure !== null) set({ kept: 'nowhere' }) }, restMs.here)
      if (!dirty) clearTimeout(timers.server)
      else soon(failure === null || !passing.has(failure.code) ? restMs.server : wait)
    },
    learned (now) {
      const text = textOrNone(now)
      if (text === base || sending !== null) return
      if (dirty && text !== textOf(state.get().draft)) { set({ other: now ?? begin }); return }
      base = text
      dirty = false
      keep()
      set({ draft: now ?? begin, kept: 'server', failure: null, other: null })
    },
    choose (which) {
      const { other } = state.get()
      if (other === null) return
      base = textOf(other)
      if (which === 'other') {
        dirty = false
        keep()
        set({ draft: other, other: null, kept: 'server', failure: null })
      } else {
        set({ other: null, kept: 'sending' })
        keep()
        void attempt()
      }
    },
    async settle () {
      clearTimeout(timers.server)
      await sending
      clearTimeout(timers.server)
    },
    given () {
      dirty = false
      base = ''
      clearTimeout(timers.server)
      keep()
      set({ kept: 'server', failure: null, other: null })
    },
    flush () {
      hide()
      void attempt()
    },
    stop () {
      stopped = true
      globalThis.removeEventListener?.('online', online)
      globalThis.removeEventListener?.('pagehide', hide)
      hide()
      void attempt()
      clearTimeout(timers.here)
    },
  }
}
