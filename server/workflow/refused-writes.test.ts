import type { PersonRecord } from '@samskriv/shared/workflow'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStore, type MemoryStore } from '../http/testing/memory-store.ts'
import { createRefusedWrites, type RefusedWrites } from './index.ts'

const leser: PersonRecord = { id: 'leser', name: 'leser', language: 'nb', admin: false, mayStart: false, createdAt: '2026-01-01T00:00:00.000Z' }
let store: MemoryStore
let writes: RefusedWrites
let failures: unknown[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  store = memoryStore()
  failures = []
  writes = createRefusedWrites({ store, now: () => Date.UTC(2026, 10, 22), failed: cause => { failures.push(cause) } })
  const at = '2026-01-01T00:00:00.000Z'
  await store.commit({ changes: [
    { table: 'people', put: leser },
    { table: 'behovsmeldinger', put: { id: 'b', title: 'b', template: { id: 't', version: 1 }, state: 'utkast', epoch: 1, createdBy: 'x', createdAt: at, changedAt: at } },
    { table: 'memberships', put: { id: 'b/leser', behovsmelding: 'b', personId: 'leser', role: 'leser', since: at } },
  ] })
})
afterEach(() => { vi.useRealTimers() })

const entered = (): unknown[] => store.entries.map(entry => [entry.personId, entry.role, entry.action, entry.result, entry.facts])
const landed = (count: number): Promise<void> => vi.waitFor(() => { expect(store.entries).toHaveLength(count) })

describe('refused live writes', () => {
  it('are entered at once the first time, and those of the next minute as one entry with their count', async () => {
    for (let n = 0; n < 500; n++) writes.note('b', 'leser', 'not-allowed')
    await landed(1)
    expect(entered()).toEqual([['leser', 'leser', 'write', 'refused', { code: 'not-allowed', count: 1 }]])
    vi.advanceTimersByTime(60_000)
    await landed(2)
    expect(entered()[1]).toEqual(['leser', 'leser', 'write', 'refused', { code: 'not-allowed', count: 499 }])
    vi.advanceTimersByTime(120_000)
    writes.note('b', 'leser', 'not-allowed')
    await landed(3)
    expect(entered()[2]).toEqual(['leser', 'leser', 'write', 'refused', { code: 'not-allowed', count: 1 }])
  })

  it('are told apart by person and reason; a full document is no attempt', async () => {
    writes.note('b', 'leser', 'not-allowed')
    writes.note('b', 'leser', 'old-epoch')
    writes.note('b', 'leser', 'document-full')
    writes.note('b', 'other', 'not-allowed')
    await landed(3)
    await writes.flush()
    expect(store.entries).toHaveLength(3)
  })

  it('that are still counted are entered when the server stops', async () => {
    for (let n = 0; n < 3; n++) writes.note('b', 'leser', 'wrong-state')
    await writes.flush()
    await landed(2)
    expect(store.entries.map(entry => entry.facts?.count)).toEqual([1, 2])
    vi.advanceTimersByTime(600_000)
    await writes.flush()
    expect(store.entries).toHaveLength(2)
  })

  it('cannot fill memory, and what is past the bound or could not be written is told', async () => {
    store.fill()
    for (let n = 0; n < 1_100; n++) writes.note('b', `p${n}`, 'not-allowed')
    await vi.waitFor(() => { expect(failures).toHaveLength(1_001) })
    expect(failures.filter(failure => String(failure).includes('more refused writes'))).toHaveLength(1)
  })
})
