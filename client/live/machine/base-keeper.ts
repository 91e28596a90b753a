import { bounds } from '@samskriv/shared/protocol'
import * as Y from 'yjs'
import { extendBase, putBase, readBase, removeBase, type Database } from './database.ts'
import { mergeMany } from './merge.ts'

/** Milliseconds of quiet before what the server has is written, and the longest it is put off while others go on writing. */
const quietMs = 2_000
const longestMs = 15_000

/** Updates held between two writes; 25 people at 40 a second make 15 000 in the longest wait. Above it the next write is a whole one. */
const heldUpdates = 20_000

/**
 * Keeps on this machine what the server is known to have, so that a behovsmelding opens offline. It never holds a change
 * of one's own that waits or was refused: a copy that did would slip it in later without anybody counting it.
 */
export interface BaseKeeper {
  /** The server has this on disk, or sent it. */
  learned (update: Uint8Array): void
  /**
   * This came from the server, as it came. While something of one's own waits it is no part of what that was built on, and is kept back:
   * should the server refuse what waits, a rescue is compared with what stood there when it was written.
   */
  arrived (update: Uint8Array): void
  /** What was kept back belongs to it: one writes on in a text that has it, or nothing waits any more. */
  goesOn (): void
  /** What is kept, with all that was learned; null: nothing. Rejects when the machine gives no database. */
  read (): Promise<Uint8Array | null>
  /** Writes now, if something was learned. Never throws: the server has it all. */
  flush(): Promise<void>
  /** Takes away what is kept, and keeps no more. Never throws. */
  forget(): Promise<void>
  /** Writes no more. */
  stop(): void
}

/** What a base keeper needs. `clean`: the document is what the server has, nothing of one's own beyond it. */
export interface BaseKeeperNeeds {
  readonly behovsmelding: string
  readonly epoch: number
  readonly doc: Y.Doc
  readonly database: () => Promise<Database>
  readonly clean: () => boolean
  /** Something of one's own waits for the server, or was refused. */
  readonly waits: () => boolean
}

/** Opens a {@link BaseKeeper}. */
export function openBaseKeeper ({ behovsmelding, epoch, doc, database, clean, waits }: BaseKeeperNeeds): BaseKeeper {
  let held: Uint8Array[] = []
  let back: Uint8Array[] = []
  let incomplete = false
  let forgotten = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let oldest = 0
  let writing: Promise<void> = Promise.resolve()

  async function write (): Promise<void> {
    const whole = clean()
    if (forgotten || held.length === 0 || (incomplete && !whole)) return
    const update = whole ? Y.encodeStateAsUpdate(doc) : mergeMany(held)
    held = []
    oldest = 0
    // Larger than the server would take: not worth this machine's quota, which the pending changes need.
    if (update.byteLength > bounds.documentBytes) return
    try {
      const opened = await database()
      if (whole) await putBase(opened, { behovsmelding, epoch, update })
      else await extendBase(opened, { behovsmelding, epoch, update }, (stored, more) => mergeMany([stored, more]))
      if (whole) incomplete = false
    } catch {
      // Opening offline shows an older text then, or none: a loss of comfort, not of words. The next whole write mends it.
      incomplete = true
    }
  }

  async function remove (): Promise<void> {
    try { await removeBase(await database(), behovsmelding, epoch) } catch { /* What cannot be reached cannot be shown either. */ }
  }

  function flush (): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }

  function learned (update: Uint8Array): void {
    if (forgotten) return
    if (held.length < heldUpdates) held.push(update)
    else incomplete = true
    const now = performance.now()
    if (oldest === 0) oldest = now
    clearTimeout(timer)
    timer = setTimeout(() => { void flush() }, Math.max(0, Math.min(quietMs, oldest + longestMs - now)))
  }

  function goesOn (): void {
    const updates = back
    back = []
    for (const update of updates) learned(update)
  }

  return {
    learned,
    arrived (update) {
      if (!waits()) { learned(update); return }
      back.push(update)
      if (back.length >= heldUpdates) goesOn()
    },
    goesOn,
    async read () {
      await flush()
      return readBase(await database(), behovsmelding, epoch)
    },
    flush,
    forget () {
      forgotten = true
      clearTimeout(timer)
      writing = writing.then(remove)
      return writing
    },
    stop () { clearTimeout(timer) },
  }
}
