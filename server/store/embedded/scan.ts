import type { KeyRange } from './keys.ts'
import type { Level } from './level.ts'

/**
 * Keys and values taken out of LevelDB in one go: enough that the trips do not count, little enough that none is felt. The first
 * trips are short: room for all of a trip, and what it brought, stays until V8 collects the iterator, and most rooms hold an entry or none.
 */
const trips = [1, 16, 256]
const perTrip = 1_000
const bytesPerTrip = 1024 * 1024

/** LevelDB as it stood at one moment. */
type Snapshot = ReturnType<Level['snapshot']>

/** Where to read: as LevelDB stands now, or stood when the snapshot was taken. */
export interface Source { readonly level: Level, readonly snapshot?: Snapshot }

/** Everything in a range of keys, in order, in batches: past LevelDB's cache, since what is read so is read once. */
export async function * scan (source: Source, range: KeyRange): AsyncGenerator<readonly [string, Uint8Array][]> {
  const iterator = source.level.iterator({ ...range, ...reading(source), highWaterMarkBytes: bytesPerTrip })
  try {
    for (let trip = 0; ; trip++) {
      const batch = await iterator.nextv(trips[trip] ?? perTrip)
      if (batch.length === 0) return
      yield batch
    }
  } finally {
    await iterator.close()
  }
}

/** The keys of a range, in order, in batches. */
export async function * scanKeys (source: Source, range: KeyRange): AsyncGenerator<readonly string[]> {
  const iterator = source.level.keys({ ...range, ...reading(source), highWaterMarkBytes: bytesPerTrip })
  try {
    for (let trip = 0; ; trip++) {
      const batch = await iterator.nextv(trips[trip] ?? perTrip)
      if (batch.length === 0) return
      yield batch
    }
  } finally {
    await iterator.close()
  }
}

/** How to read a source, past the cache. */
export function reading (source: Source): { fillCache: false, snapshot?: Snapshot } {
  return source.snapshot === undefined ? { fillCache: false } : { fillCache: false, snapshot: source.snapshot }
}

/** Runs `work` on LevelDB as it stands now, however long it takes and whatever is written meanwhile. */
export async function atOneMoment<T> (level: Level, work: (source: Source) => Promise<T>): Promise<T> {
  const snapshot = level.snapshot()
  try {
    return await work({ level, snapshot })
  } finally {
    await snapshot.close()
  }
}
