import type { Level } from './level.ts'

/** A value put under a key, or (null) the key removed. Nobody may write to the value until it has landed. */
export interface Operation { readonly key: string, readonly value: Uint8Array | null }

/** Has LevelDB take operations together or not at all. Tests put a failing one in its place. */
export type WriteBatch = (level: Level, operations: readonly Operation[]) => Promise<void>

/**
 * The real one. Without `sync`: what has to survive a power cut goes through durability.ts. Not LevelDB's chained batch: its
 * memory is only freed when V8 happens to collect the object it hangs on, of whose size V8 knows nothing.
 */
export const writeBatch: WriteBatch = (level, operations) =>
  level.batch(operations.map(({ key, value }) => value === null ? { type: 'del', key } : { type: 'put', key, value }))

/** Brings writes to LevelDB, strictly in the order of the calls. */
export interface Writer {
  /**
   * Resolves when LevelDB has taken the operations: they survive the end of this process. All of one call land or none. After a
   * rejection every later call is rejected too. Without operations it waits for what was written before.
   */
  write (operations: readonly Operation[]): Promise<void>
  /** Resolves when everything written so far has landed or failed. */
  settled (): Promise<void>
}

/** What may gather while the disk is slow. Past it the disk counts as failed: clients keep what is not acknowledged and send it again. */
export const maxGatheredBytes = 128 * 1024 * 1024

/**
 * One batch is in flight, and what comes meanwhile gathers in the next. Never two: classic-level runs each on a thread of a pool, and
 * the later could overtake the earlier. It also means that when one fails, and leaves a torn record, nothing lies behind it.
 */
export function createWriter (level: Level, writeBatch: WriteBatch, bound = maxGatheredBytes): Writer {
  let gathering: { operations: Operation[], bytes: number, landed: PromiseWithResolvers<void> } | null = null
  let flight: Promise<void> | null = null
  let broken: { readonly error: unknown } | null = null

  async function fly (): Promise<void> {
    // One turn of the microtasks, so that what one callback writes goes together.
    await Promise.resolve()
    while (gathering !== null) {
      const { operations, landed } = gathering
      gathering = null
      try {
        if (broken !== null) throw broken.error
        if (operations.length > 0) await writeBatch(level, operations)
        landed.resolve()
      } catch (error) {
        broken ??= { error }
        landed.reject(error)
      }
    }
    flight = null
  }

  return {
    write (operations) {
      const bytes = operations.reduce((sum, { key, value }) => sum + key.length + (value?.length ?? 0), 0)
      if (broken !== null) return Promise.reject(broken.error)
      if (gathering !== null && gathering.bytes + bytes > bound) {
        broken = { error: new Error(`the disk takes less than is written: over ${bound} bytes wait for it`) }
        return Promise.reject(broken.error)
      }
      gathering ??= { operations: [], bytes: 0, landed: Promise.withResolvers<void>() }
      gathering.bytes += bytes
      for (const operation of operations) gathering.operations.push(operation)
      const { promise } = gathering.landed
      flight ??= fly()
      return promise
    },
    async settled () {
      await flight
    },
  }
}
