import type { Level, LevelBatch } from './level.ts'

/** A value put under a key, or (null) the key removed. */
export interface Operation { readonly key: string, readonly value: Uint8Array | null }

/** Hands a batch to LevelDB. Tests put a failing one in its place. */
export type WriteBatch = (batch: LevelBatch) => Promise<void>

/** The real one. Without `sync`: what has to survive a power cut goes through durability.ts. */
export const writeBatch: WriteBatch = batch => batch.write()

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
  let gathering: { batch: LevelBatch, bytes: number, landed: PromiseWithResolvers<void> } | null = null
  let flight: Promise<void> | null = null
  let broken: { readonly error: unknown } | null = null

  async function fly (): Promise<void> {
    // One turn of the microtasks, so that what one callback writes goes together.
    await Promise.resolve()
    while (gathering !== null) {
      const { batch, landed } = gathering
      gathering = null
      try {
        if (broken !== null) throw broken.error
        await writeBatch(batch)
        landed.resolve()
      } catch (error) {
        broken ??= { error }
        landed.reject(error)
        await batch.close().catch(() => undefined)
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
      gathering ??= { batch: level.batch(), bytes: 0, landed: Promise.withResolvers<void>() }
      gathering.bytes += bytes
      addTo(gathering.batch, operations)
      const { promise } = gathering.landed
      flight ??= fly()
      return promise
    },
    async settled () {
      await flight
    },
  }
}

/** Adds operations to a batch. */
export function addTo (batch: LevelBatch, operations: readonly Operation[]): LevelBatch {
  for (const { key, value } of operations) {
    if (value === null) batch.del(key)
    else batch.put(key, value)
  }
  return batch
}
