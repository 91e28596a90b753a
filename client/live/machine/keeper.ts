import type { RefusalCode } from '@samskriv/shared/base'
import type { Change } from '../save/ledger.ts'
import { addPending, removePending, replacePending, type Database, type PendingRow } from './database.ts'

/**
 * Milliseconds a change waits for company before it is written. An answer from a server nearby comes sooner, and then
 * nothing need be written at all; a person cannot close a tab so quickly after a key.
 */
const gatherMs = 30

/** Milliseconds after which a write that failed is tried again: room may have been made. */
const againMs = 5_000

/** Writes what waits for the server to this machine's disk, and takes it away once the server has it. */
export interface Keeper {
  /** A change was entered in the ledger: to be written soon. */
  changed(change: Change): void
  /** Changes were taken by the server: their rows may go. */
  settled(changes: readonly Change[]): void
  /** Changes were refused: their rows are marked, or written as refused. They count as not kept until that is done. */
  refused(changes: readonly Change[], code: RefusalCode, at: number): void
  /** Whether every change that waits or was refused stands on this machine's disk. */
  kept(): boolean
  /** Writes what is to be written now; false: it could not (it is tried again by itself). */
  flush(): Promise<boolean>
  /** The database was taken away, with all that stood in it: nothing is kept from now on. */
  lose(): void
  /** Tries no more. */
  stop(): void
}

/** What a keeper needs: which document it keeps, how to reach the database, and whom to tell when `kept` may have changed. */
export interface KeeperNeeds {
  readonly behovsmelding: string
  readonly epoch: number
  readonly database: () => Promise<Database>
  readonly keptChanged: () => void
  /** What the changes made here were built on, kept with the first that is refused: what the epoch's base holds goes on growing. Null: not known. */
  readonly beneath: () => Promise<Uint8Array | null>
}

/** Opens a {@link Keeper}. One transaction is on its way at a time; what comes meanwhile makes the next. */
export function openKeeper ({ behovsmelding, epoch, database, keptChanged, beneath }: KeeperNeeds): Keeper {
  const unwritten = new Set<Change>()
  const unmarked = new Map<Change, { readonly code: RefusalCode, readonly at: number }>()
  const unneeded = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | null = null
  let stopped = false
  let lost = false
  let hasBeneath = false

  const rowOf = (change: Change, refused: PendingRow['refused']): PendingRow =>
    ({ behovsmelding, epoch, update: change.update, changes: change.count, refused })

  async function writeChanges (): Promise<void> {
    // What was answered before it was ever written need not be.
    for (const change of unwritten) if (change.settled) unwritten.delete(change)
    const changes = [...unwritten]
    if (changes.length === 0) return
    const keys = await addPending(await database(), changes.map(change => rowOf(change, null)))
    for (const [at, change] of changes.entries()) {
      change.row = keys[at] ?? null
      unwritten.delete(change)
      // Taken while it was being written; a refused one is replaced by its mark.
      if (change.settled && change.row !== null && !unmarked.has(change)) unneeded.add(change.row)
    }
  }

  async function writeMarks (): Promise<void> {
    const marks = [...unmarked]
    if (marks.length === 0) return
    const old = marks.flatMap(([change]) => change.row ?? [])
    const ground = hasBeneath ? null : await beneath()
    const rows = marks.map(([change, refused], at) => ({ ...rowOf(change, refused), ...(at === 0 && ground !== null ? { beneath: ground } : {}) }))
    const keys = await replacePending(await database(), old, rows)
    hasBeneath = true
    for (const [at, [change]] of marks.entries()) {
      change.row = keys[at] ?? null
      unmarked.delete(change)
    }
  }

  async function removeRows (): Promise<void> {
    const keys = [...unneeded]
    if (keys.length === 0) return
    await removePending(await database(), keys)
    for (const key of keys) unneeded.delete(key)
  }

  const nothingToDo = (): boolean => unwritten.size + unmarked.size + unneeded.size === 0

  async function work (): Promise<boolean> {
    try {
      while (!nothingToDo()) {
        // Removing first: on a full disk it makes the room that writing needs.
        await removeRows()
        await writeChanges()
        await writeMarks()
        keptChanged()
      }
      return true
    } catch {
      // Private mode, quota, a blocked or deleted database: `kept` stays false, which the page shows.
      keptChanged()
      soon(againMs)
      return false
    } finally {
      running = null
    }
  }

  function flush (): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    if (running === null && nothingToDo()) return Promise.resolve(true)
    running ??= work()
    return running
  }

  function soon (inMs = gatherMs): void {
    if (!stopped) timer ??= setTimeout(() => { void flush() }, inMs)
  }

  return {
    changed (change) {
      unwritten.add(change)
      soon()
    },
    settled (changes) {
      // One without a row is on its way to the disk, or was never sent there: `writeChanges` sees that it is settled.
      for (const change of changes) if (change.row !== null) unneeded.add(change.row)
      if (unneeded.size > 0) soon()
    },
    refused (changes, code, at) {
      for (const change of changes) unmarked.set(change, { code, at })
      soon()
    },
    kept: () => !lost && unmarked.size === 0 && [...unwritten].every(change => change.settled),
    flush,
    lose () {
      lost = true
      keptChanged()
    },
    stop () {
      stopped = true
      clearTimeout(timer)
    },
  }
}
