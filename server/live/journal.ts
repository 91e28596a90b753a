import { setImmediate } from 'node:timers'
import type { JournalEntry } from '../store/port/index.ts'
import type { LiveStore } from './live.ts'

/**
 * One room's share of a turn: its entry, and what to do when it has survived the process, and then the power. `entry` is
 * null when there is nothing to write but something to answer, in order behind what is on its way.
 */
export interface Turn {
  readonly entry: JournalEntry | null
  appended(): void
  synced(): void
  failed(): void
}

/** What brings something to a turn; null when it has nothing after all. */
export interface Source { take(): Turn | null }

/** How the journal can be asked to behave; the defaults are the product's. */
export interface JournalOptions {
  /** Least time between two fsyncs' starts, ms: an fsync per keystroke costs 300 µs of CPU for nothing a person notices. */
  readonly syncEveryMs?: number
  /** Bytes gathered and not yet appended before writers are made to wait: 16 MB is some seconds of a slow disk. */
  readonly boundBytes?: number
}

/**
 * Gathers what all rooms write in one turn of the event loop into one append, and all appends of some milliseconds into one
 * fsync. One append is on its way while the next gathers (HOUSE, law 1). Order: appended before shown, synced before *Lagret*.
 */
export class Journal {
  private readonly store: LiveStore
  private readonly syncEveryMs: number
  private readonly boundBytes: number
  private woken = new Set<Source>()
  private scheduled = false
  private appending: Promise<void> | null = null
  private unsynced: ((ok: boolean) => void)[] = []
  private syncing: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  private lastSync = 0
  private pendingBytes = 0
  private failures = 0
  private onFailure: (error: unknown) => void = () => undefined

  constructor (store: LiveStore, options: JournalOptions = {}) {
    this.store = store
    this.syncEveryMs = options.syncEveryMs ?? 15
    this.boundBytes = options.boundBytes ?? 16 * 1024 * 1024
  }

  /** Says who is told when the disk refuses. */
  connect (onFailure: (error: unknown) => void): void {
    this.onFailure = onFailure
  }

  /** Whether so much waits for the disk that writers should be held back. */
  get isFull (): boolean { return this.pendingBytes > this.boundBytes }

  /** Says that a room has something for this turn. */
  wake (source: Source, bytes: number): void {
    this.woken.add(source)
    this.pendingBytes += bytes
    this.schedule()
  }

  private schedule (): void {
    if (this.scheduled || this.appending !== null) return
    this.scheduled = true
    setImmediate(() => { this.scheduled = false; this.take() })
  }

  /** Resolves true when all that was written before this call survives a power cut; false when the disk refused. */
  async settle (): Promise<boolean> {
    const { failures } = this
    while (this.scheduled || this.appending !== null) {
      if (this.appending === null) await new Promise(resolve => setImmediate(resolve))
      else await this.appending
    }
    if (this.unsynced.length === 0 && this.syncing === null) return this.failures === failures
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.unsynced.push(resolve)
    this.startSync()
    return await promise && this.failures === failures
  }

  private take (): void {
    const turns: Turn[] = []
    for (const source of this.woken) {
      const turn = source.take()
      if (turn !== null) turns.push(turn)
    }
    this.woken = new Set()
    this.pendingBytes = 0
    if (turns.length > 0) this.appending = this.append(turns)
  }

  private async append (turns: readonly Turn[]): Promise<void> {
    const entries = turns.flatMap(turn => turn.entry ?? [])
    try {
      await (entries.length > 0 ? this.store.append(entries) : null)
      for (const turn of turns) turn.appended()
      this.unsynced.push(ok => { if (ok) for (const turn of turns) turn.synced() })
      this.planSync()
    } catch (error) {
      this.failures++
      for (const turn of turns) turn.failed()
      this.onFailure(error)
    }
    this.appending = null
    if (this.woken.size > 0) this.schedule()
  }

  private planSync (): void {
    if (this.syncing !== null || this.timer !== null) return
    const wait = this.lastSync + this.syncEveryMs - performance.now()
    if (wait <= 0) this.startSync()
    else this.timer = setTimeout(() => { this.timer = null; this.startSync() }, wait)
  }

  private startSync (): void {
    if (this.syncing !== null) return
    if (this.timer !== null) { clearTimeout(this.timer); this.timer = null }
    this.syncing = this.sync()
  }

  private async sync (): Promise<void> {
    const covered = this.unsynced
    this.unsynced = []
    this.lastSync = performance.now()
    let ok = true
    try {
      await this.store.sync()
    } catch (error) {
      ok = false
      this.failures++
      this.onFailure(error)
    }
    for (const answer of covered) answer(ok)
    this.syncing = null
    if (this.unsynced.length > 0) this.planSync()
  }
}
