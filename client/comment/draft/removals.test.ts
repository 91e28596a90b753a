// @vitest-environment jsdom
import type { ThreadView } from '@samskriv/shared/api'
import { refused } from '@samskriv/shared/base'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Outcome } from '../../api/index.ts'
import { openRemovals, undoMs, type Removals } from './removals.ts'

const thread: ThreadView = { id: 't1', place: { kind: 'whole' }, epoch: 1, round: null, revision: 2, entries: [], resolution: null, seen: 0 }
let asked: [string, string, boolean][] = []
let answer: Outcome<ThreadView> = { ok: true, value: thread }
let taken: ThreadView[] = []
let removals: Removals

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  taken = []
  answer = { ok: true, value: thread }
  removals = openRemovals(async (...wanted) => { asked.push(wanted); return answer }, got => { taken.push(got) })
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

it('says why when it could not be taken away', async () => {
  answer = refused('wrong-state')
  removals.remove('t1', 'e1')
  await vi.advanceTimersByTimeAsync(undoMs)
  expect(removals.get().get('e1')).toEqual({ kind: 'failed', failure: { code: 'wrong-state' } })
})
