import type { AuditEntry } from '@samskriv/shared/workflow'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStore, type MemoryStore } from '../http/testing/memory-store.ts'
import { createRefusedSteps, type RefusedSteps } from './index.ts'

let store: MemoryStore
let steps: RefusedSteps
let failures: unknown[]
let now: number
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  store = memoryStore()
  failures = []
  now = Date.UTC(2026, 10, 22)
  steps = createRefusedSteps({ store, now: () => now, failed: cause => { failures.push(cause) } })
})
afterEach(() => { vi.useRealTimers() })

const step = (action: string, code = 'wrong-state', personId = 'uh'): AuditEntry => ({ at: '', personId, role: 'uh', behovsmelding: 'b', action, result: 'refused', facts: { code } })
const enter = async (entry: AuditEntry, times = 1): Promise<void> => { for (let n = 0; n < times; n++) await steps.enter(entry, now) }
const later = (milliseconds: number): void => { now += milliseconds; vi.advanceTimersByTime(milliseconds) }
const countOf = (action: string): number => store.entries.filter(entry => entry.action === action).reduce((sum, { facts }) => sum + Number(facts?.['count'] ?? 1), 0)

describe('refused steps', () => {
  it('are an entry each, as far as a person goes by hand', async () => {
    await enter(step('lock'), 30)
    expect(store.entries).toHaveLength(30)
    expect(store.entries[0]).toMatchObject({ personId: 'uh', role: 'uh', behovsmelding: 'b', action: 'lock', result: 'refused', facts: { code: 'wrong-state' } })
  })

  it('of somebody who goes on are counted by what and why, and none is lost', async () => {
    await enter(step('lock'), 30)
    await enter(step('lock'), 500)
    await enter(step('comment'), 3)
    await enter(step('comment', 'foreign-author'))
    await enter(step('lock', 'wrong-state', 'leser'))
    expect(store.entries).toHaveLength(31)
    later(60_000)
    await vi.waitFor(() => { expect(store.entries).toHaveLength(34) })
    expect(store.entries.slice(31).map(({ at, action, facts }) => [at, action, facts])).toEqual([
      [new Date(now).toISOString(), 'lock', { code: 'wrong-state', count: 500 }],
      [new Date(now).toISOString(), 'comment', { code: 'wrong-state', count: 3 }], [new Date(now).toISOString(), 'comment', { code: 'foreign-author', count: 1 }],
    ])
    later(60_000)
    await enter(step('lock'))
    expect(store.entries).toHaveLength(35)
    expect(countOf('lock')).toBe(532)
  })

  it('that are still counted are entered when the server stops', async () => {
    await enter(step('lock'), 32)
    await steps.flush()
    expect(countOf('lock')).toBe(32)
    later(600_000)
    expect(store.entries).toHaveLength(31)
  })

  it('cannot fill memory, and what is past the bound or could not be written is told', async () => {
    for (let n = 0; n < 1_031; n++) await enter(step(`step-${n}`))
    expect(String(failures)).toMatch(/more refused steps/)
    store.fill()
    failures = []
    await enter(step('lock', 'wrong-state', 'leser'))
    expect(failures).toHaveLength(1)
  })
})
