// @vitest-environment jsdom
import type { StanceDraft } from '@samskriv/shared/api'
import { richTextFrom } from '@samskriv/shared/rich-text'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../api/index.ts'
import { draftKey, forgetDrafts, unsentDrafts } from './kept-here.ts'
import type { Draft } from './draft.ts'
import { openDraft } from './open-draft.ts'

const key = draftKey('p', 'b', 'stance')
const begin: StanceDraft = { stance: null, union: 'Forbundet', basis: null, statement: null }
const says = (words: string): StanceDraft => ({ ...begin, stance: 'uenig', statement: richTextFrom(words) })
const taken: Outcome<undefined> = { ok: true, value: undefined }
const away: Outcome<undefined> = { ok: false, refusal: { code: 'unreachable' } }

let sent: StanceDraft[] = []
let answers: Outcome<undefined>[] = []
let has: Outcome<StanceDraft | null>
const opened: Draft[] = []
function open (server: StanceDraft | null): Draft {
  has = { ok: true, value: server }
  const draft = openDraft({ key, server, begin, send: async what => { sent.push(what); return answers.shift() ?? taken }, look: async () => has })
  opened.push(draft)
  return draft
}
const pass = async (ms: number): Promise<void> => { await vi.advanceTimersByTimeAsync(ms) }

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  answers = []
  has = { ok: true, value: null }
})
afterEach(async () => {
  for (const draft of opened.splice(0)) draft.stop()
  await pass(60_000)
  vi.useRealTimers()
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('what somebody is about to say', () => {
  it('is called kept when the server has the last of it, and not before', async () => {
    const draft = open(null)
    draft.change(says('Vi er'))
    draft.change(says('Vi er uenige'))
    expect(draft.state.get().kept).toBe('sending')
    await pass(900)
    expect(sent).toEqual([says('Vi er uenige')])
    expect(draft.state.get().kept).toBe('server')
    expect(unsentDrafts('p')).toEqual([])
  })
  it('is sent again when something was written while it was on its way', async () => {
    const [first, second] = [Promise.withResolvers<Outcome<undefined>>(), Promise.withResolvers<Outcome<undefined>>()]
    const slow = openDraft({ key: `${key}2`, server: null, begin, send: what => sent.push(what) === 1 ? first.promise : second.promise, look: async () => has })
    opened.push(slow)
    slow.change(says('En'))
    await pass(900)
    slow.change(says('En to'))
    first.resolve(taken)
    await pass(1)
    expect(slow.state.get().kept).toBe('sending')
    await pass(900)
    expect(sent.at(-1)).toEqual(says('En to'))
    second.resolve(taken)
  })
  it('stays on this machine without network, says so, and goes when the network is back', async () => {
    answers = [away, away]
    const draft = open(null)
    draft.change(says('I tunnelen'))
    await pass(1_000)
    expect(draft.state.get()).toMatchObject({ kept: 'here', failure: { code: 'unreachable' } })
    expect(unsentDrafts('p')).toEqual(['b'])
    draft.change(says('I tunnelen, mer'))
    expect(draft.state.get().kept).toBe('here')
    window.dispatchEvent(new Event('online'))
    await pass(1)
    expect(draft.state.get().kept).toBe('here')
    await pass(40_000)
    expect(draft.state.get()).toMatchObject({ kept: 'server', failure: null })
    expect(sent.at(-1)).toEqual(says('I tunnelen, mer'))
  })
  it('is in this tab alone where the machine keeps nothing, and says that too', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
    answers = [away]
    const draft = open(null)
    draft.change(says('Fullt'))
    await pass(1_000)
    expect(draft.state.get().kept).toBe('nowhere')
  })
  it('is not sent again and again when it is what was written that cannot be taken', async () => {
    answers = [{ ok: false, refusal: { code: 'too-large' } }]
    const draft = open(null)
    draft.change(says('For langt'))
    await pass(120_000)
    expect(sent).toHaveLength(1)
    expect(draft.state.get()).toMatchObject({ kept: 'here', failure: { code: 'too-large' } })
  })
  it('survives the tab: what was not sent comes before what the server has, and is sent', async () => {
    answers = [away, away]
    const first = open(says('Gammelt'))
    first.change(says('Nyere'))
    await pass(1_000)
    first.stop()
    await pass(1)
    const second = open(says('Gammelt'))
    expect(second.state.get()).toMatchObject({ draft: says('Nyere'), other: null })
    await pass(1)
    expect(second.state.get().kept).toBe('server')
  })
  it('keeps both when the server has another text by then, and sends neither before the person has chosen', async () => {
    answers = [away, away, away]
    const first = open(says('Gammelt'))
    first.change(says('Fra denne'))
    await pass(1_000)
    first.stop()
    await pass(1)
    const before = sent.length
    const second = open(says('Fra den andre'))
    await pass(60_000)
    expect(sent).toHaveLength(before)
    expect(second.state.get()).toMatchObject({ draft: says('Fra denne'), other: says('Fra den andre'), kept: 'here' })
    second.choose('other')
    expect(second.state.get()).toMatchObject({ draft: says('Fra den andre'), other: null, kept: 'server' })
    expect(unsentDrafts('p')).toEqual([])
  })
  it('goes on with this machine’s when that is chosen', async () => {
    answers = [away]
    const draft = open(null)
    draft.change(says('Denne'))
    await pass(1_000)
    has = { ok: true, value: says('Den andre') }
    draft.learned(says('Den andre'))
    expect(draft.state.get().other).toEqual(says('Den andre'))
    draft.choose('this')
    await pass(1)
    expect(sent.at(-1)).toEqual(says('Denne'))
    expect(draft.state.get()).toMatchObject({ kept: 'server', other: null })
  })
  it('looks before it is sent again, and writes nothing over that was written on another machine meanwhile', async () => {
    answers = [away]
    const draft = open(says('Felles'))
    draft.change(says('Fra denne'))
    await pass(900)
    expect(sent).toEqual([says('Fra denne')])
    has = away
    await pass(2_000)
    expect(draft.state.get()).toMatchObject({ kept: 'here', failure: { code: 'unreachable' }, other: null })
    has = { ok: true, value: says('Fra den andre') }
    await pass(60_000)
    expect(sent).toEqual([says('Fra denne')])
    expect(draft.state.get()).toMatchObject({ draft: says('Fra denne'), other: says('Fra den andre'), kept: 'here' })
    expect(unsentDrafts('p')).toHaveLength(1)
    draft.choose('this')
    await pass(1)
    expect(sent).toEqual([says('Fra denne'), says('Fra denne')])
    expect(draft.state.get()).toMatchObject({ draft: says('Fra denne'), other: null, kept: 'server' })
  })
  it('follows another machine while nothing waits here', () => {
    const draft = open(null)
    draft.learned(says('Fra den andre'))
    expect(draft.state.get()).toMatchObject({ draft: says('Fra den andre'), kept: 'server', other: null })
  })
  it('is not kept any more once it is said, also when it was on its way', async () => {
    const draft = open(null)
    draft.change(says('Ferdig'))
    await pass(300)
    expect(unsentDrafts('p')).toEqual(['b'])
    draft.given()
    await pass(5_000)
    expect(sent).toEqual([])
    expect(unsentDrafts('p')).toEqual([])
  })
  it('does not arrive after it was said: one waits for what is on its way, and sends nothing more', async () => {
    const answer = Promise.withResolvers<Outcome<undefined>>()
    const draft = openDraft({ key, server: null, begin, send: what => { sent.push(what); return answer.promise }, look: async () => has })
    opened.push(draft)
    draft.change(says('En'))
    await pass(900)
    draft.change(says('En to'))
    let settled = false
    const waiting = (async () => { await draft.settle(); settled = true })()
    await pass(5_000)
    expect(settled).toBe(false)
    answer.resolve(taken)
    await waiting
    draft.given()
    await pass(5_000)
    expect(sent).toEqual([says('En')])
  })
  it('is forgotten at sign-out', async () => {
    answers = [away]
    open(null).change(says('Hemmelig'))
    await pass(1_000)
    forgetDrafts()
    expect(unsentDrafts('p')).toEqual([])
  })
})
