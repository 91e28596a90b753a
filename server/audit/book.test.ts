import { describe, expect, it } from 'vitest'
import { chain, emptyHead } from '../store/audit/index.ts'
import { StorageError, type ChainedAuditEntry } from '../store/port/index.ts'
import { allOf, audited } from '../store/testing/index.ts'
import { createAuditBook } from './index.ts'

function logOf (count: number): ChainedAuditEntry[] {
  const log: ChainedAuditEntry[] = []
  for (let n = 0; n < count; n++) log.push(chain(audited(`step-${n % 3}`), log.at(-1) ?? emptyHead))
  return log
}

/** A store with this log; `reads` are the numbers reading began at. */
function storeOf (log: ChainedAuditEntry[]): { readonly reads: number[], audit (from?: number): AsyncGenerator<ChainedAuditEntry> } {
  const reads: number[] = []
  return {
    reads,
    async * audit (from = 1) {
      reads.push(from)
      yield * log.filter(entry => entry.number >= from)
    },
  }
}

describe('the book of the audit log', () => {
  it('reads what it knows to be whole no second time, and lets others have their turn meanwhile', async () => {
    const log = logOf(1_000)
    const store = storeOf(log)
    const book = createAuditBook(store, async () => null)
    let turns = 0
    let next = setImmediate(function turn () { turns++; next = setImmediate(turn) })
    expect((await book.open()).chain).toMatchObject({ ok: true, count: 1_000 })
    clearImmediate(next)
    expect(turns).toBeGreaterThanOrEqual(20)
    log.push(chain(audited('later'), log.at(-1) ?? emptyHead))
    const { rows, chain: verdict } = await book.open()
    expect([rows.length, verdict.ok, store.reads]).toEqual([1_001, true, [1, 1_001]])
  })

  it('gives whole entries by number, near ones in one go, and passes over one that is gone', async () => {
    const log = logOf(5_000)
    const store = storeOf(log.filter(entry => entry.number !== 12))
    const book = createAuditBook(store, async () => null)
    const found = await allOf(book.entries([3, 11, 12, 13, 4_000, 6_000]))
    expect(found.map(entry => entry.number)).toEqual([3, 11, 13, 4_000])
    expect(store.reads).toEqual([3, 4_000, 6_000])
  })

  it('says of an entry that cannot be read that it cannot, for as long as it cannot', async () => {
    const log = logOf(10)
    let broken = true
    const book = createAuditBook({
      async * audit (from = 1) {
        for (const entry of log.filter(each => each.number >= from)) {
          if (broken && entry.number === 7) throw new StorageError('damaged')
          yield entry
        }
      },
    }, async () => null)
    for (let times = 0; times < 2; times++) {
      const { rows, chain: verdict } = await book.open()
      expect([rows.length, verdict]).toEqual([6, { ok: false, number: 7, why: 'unreadable' }])
    }
    broken = false
    const { rows, chain: verdict } = await book.open()
    expect([rows.length, verdict.ok, new Set(rows.map(row => row.number)).size]).toEqual([10, true, 10])
  })
})
