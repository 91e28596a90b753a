// @vitest-environment jsdom
import type { ThreadView } from '@samskriv/shared/api'
import { refused } from '@samskriv/shared/base'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Outcome } from '../../api/index.ts'
import { openRemovals, undoMs, type KeptRemoval, type Removals } from './removals.ts'

const thread: ThreadView = { id: 't1', place: { kind: 'whole' }, epoch: 1, round: null, revision: 2, entries: [], resolution: null, seen: 0 }
let asked: [string, string, boolean][] = []
let answer: Outcome<ThreadView> = { ok: true, value: thread }
let taken: ThreadView[] = []
let removals: Removals
const kept = new Map<string, KeptRemoval>()
const open = (): Removals => openRemovals({
  ask: async (...wanted) => { asked.push(wanted); return answer },
  take: got => { taken.push(got) },
  keep: (entry, removal) => { if (removal === null) kept.delete(entry); else kept.set(entry, removal) },
  kept: [...kept.values()],
})

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  taken = []
  answer = { ok: true, value: thread }
  kept.clear()
  removals = open()
})
afterEach(() => { removals.close(); vi.useRealTimers() })

it('asks the server only when the time for changing one’s mind is over', async () => {
  removals.remove('t1', 'e1')
  expect(removals.get().get('e1')).toEqual({ kind: 'pending' })
  await vi.advanceTimersByTimeAsync(undoMs - 1)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(asked).toEqual([['t1', 'e1', false]])
  expect(taken).toEqual([thread])
  expect(removals.get().size).toBe(0)
})

it('never asks for what was undone', async () => {
  removals.remove('t1', 'e1')
  removals.undo('e1')
  await vi.advanceTimersByTimeAsync(undoMs * 2)
  expect(asked).toEqual([])
  expect(removals.get().size).toBe(0)
})

it('hurries nobody who is at the way back', async () => {
  removals.remove('t1', 'e1')
  removals.hold('e1', true)
  await vi.advanceTimersByTimeAsync(undoMs * 5)
  expect(asked).toEqual([])
  removals.hold('e1', false)
  await vi.advanceTimersByTimeAsync(undoMs)
  expect(asked).toHaveLength(1)
})

it('asks at once when the page is left', () => {
  removals.remove('t1', 'e1')
  window.dispatchEvent(new Event('pagehide'))
  expect(asked).toEqual([['t1', 'e1', true]])
})

it('is asked for when the page comes back, if it was left before the server had answered', async () => {
  answer = { ok: false, refusal: { code: 'unreachable' } }
  removals.remove('t1', 'e1')
  window.dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(0)
  answer = { ok: true, value: thread }
  const back = open()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual([['t1', 'e1', true], ['t1', 'e1', false]])
  expect(kept.size).toBe(0)
  back.close()
})

it('says why when it could not be taken away', async () => {
  answer = refused('wrong-state')
  removals.remove('t1', 'e1')
  await vi.advanceTimersByTimeAsync(undoMs)
  expect(removals.get().get('e1')).toEqual({ kind: 'failed', failure: { code: 'wrong-state' } })
})
