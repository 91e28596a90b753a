import type { AuditChain } from '@samskriv/shared/api'
import { emptyHead, verifyAudit, type AuditHead } from '../store/audit/index.ts'
import type { ChainedAuditEntry, Store } from '../store/port/index.ts'
import { setImmediate } from 'node:timers/promises'

/** Which entries are wanted. Times in milliseconds since 1970, `until` not included. Null: whichever. */
export interface AuditWanted {
  readonly behovsmelding: string | null
  readonly person: string | null
  readonly action: string | null
  readonly refusedOnly: boolean
  readonly since: number | null
  readonly until: number | null
}

/** What the book remembers of an entry: enough to find it by. */
export interface AuditRow {
  readonly number: number
  readonly at: number
  readonly personId: string | null
  readonly behovsmelding: string | null
  readonly action: string
  readonly refused: boolean
}

/** The audit log as it stands at one moment. */
export interface AuditStand { readonly rows: readonly AuditRow[], readonly chain: AuditChain }

/** The audit log, to look things up in. */
export interface AuditBook {
  /** Reads on to the log's end. Rejects with StorageError. */
  open (): Promise<AuditStand>
  /** Whole entries, by rising number. One that is gone is passed over. */
  entries (numbers: readonly number[]): AsyncGenerator<ChainedAuditEntry>
}

/** Whether an entry is among the wanted ones. */
export function isWanted (row: AuditRow, wanted: AuditWanted): boolean {
  return (wanted.behovsmelding === null || row.behovsmelding === wanted.behovsmelding) &&
    (wanted.person === null || row.personId === wanted.person) &&
    (wanted.action === null || row.action === wanted.action) &&
    (!wanted.refusedOnly || row.refused) &&
    (wanted.since === null || row.at >= wanted.since) &&
    (wanted.until === null || row.at < wanted.until)
}

/** Entries past one that is wanted that are read on through, rather than beginning anew behind them: what LevelDB gives in one trip. */
const readThrough = 1_000

/** Entries looked at before everybody else gets their turn: hashing one takes some 20 µs, and people are writing live meanwhile. */
const perTurn = 50

async function * inTurns (entries: AsyncIterable<ChainedAuditEntry>): AsyncGenerator<ChainedAuditEntry> {
  let looked = 0
  for await (const entry of entries) {
    if (++looked % perTurn === 0) await setImmediate()
    yield entry
  }
}

/**
 * A book over an audit log. What was read and found whole once is not read again (nobody else can write to the journal
 * while the server has it open), so that a page costs what came since the last one: some 100 bytes of memory an entry.
 * `outside` gives the head kept outside the log, null when there is none.
 */
export function createAuditBook (store: Pick<Store, 'audit'>, outside: () => Promise<AuditHead | null>): AuditBook {
  const rows: AuditRow[] = []
  const names = new Map<string, string>()
  let whole: AuditHead = emptyHead
  let broken: AuditChain | null = null
  let reading: Promise<unknown> = Promise.resolve()

  // One copy of each id and action, however often it is there.
  const one = (name: string): string => {
    const known = names.get(name)
    if (known === undefined) names.set(name, name)
    return known ?? name
  }

  function remember (entry: ChainedAuditEntry): void {
    rows.push({
      number: entry.number, at: Date.parse(entry.at), action: one(entry.action), refused: entry.result === 'refused',
      personId: entry.personId === null ? null : one(entry.personId),
      behovsmelding: entry.behovsmelding === null ? null : one(entry.behovsmelding),
    })
  }

  async function * remembered (from: number): AsyncGenerator<ChainedAuditEntry> {
    for await (const entry of inTurns(store.audit(from))) {
      remember(entry)
      yield entry
      // Asked for the next one: this one held.
      whole = { number: entry.number, hash: entry.hash }
    }
  }

  async function readOn (): Promise<AuditStand> {
    // Before the log, so that it can only be behind it.
    const head = await outside()
    const from = (rows.at(-1)?.number ?? 0) + 1
    if (broken === null) {
      const verdict = await verifyAudit(remembered(from), null, whole)
      if (verdict.ok) return { rows, chain: await heldTo(head) }
      if (verdict.why === 'unreadable') return { rows, chain: verdict }
      broken = verdict
    }
    for await (const entry of inTurns(store.audit((rows.at(-1)?.number ?? 0) + 1))) remember(entry)
    return { rows, chain: broken }
  }

  async function heldTo (head: AuditHead | null): Promise<AuditChain> {
    if (head !== null && head.number > whole.number) return { ok: false, number: whole.number + 1, why: 'cut-off' }
    if (head !== null && head.number > 0) {
      for await (const entry of entries([head.number])) if (entry.hash !== head.hash) return { ok: false, number: head.number, why: 'replaced' }
    }
    return { ok: true, count: whole.number, head: whole.hash, outside: head !== null }
  }

  async function * entries (numbers: readonly number[]): AsyncGenerator<ChainedAuditEntry> {
    let next = 0
    while (next < numbers.length) {
      const from = numbers[next] ?? 0
      for await (const entry of inTurns(store.audit(from))) {
        while ((numbers[next] ?? Infinity) < entry.number) next++
        if (numbers[next] === entry.number) {
          next++
          yield entry
        }
        if ((numbers[next] ?? Infinity) - entry.number > readThrough) break
      }
      // The log ends before it.
      if (numbers[next] === from) return
    }
  }

  return {
    async open () {
      const mine = reading.then(readOn)
      reading = mine.catch(() => undefined)
      return await mine
    },
    entries,
  }
}
