import { joinChunks } from './chunk.ts'
import { readStretchKey, stretchesAfter, stretchKey } from './keys.ts'
import type { Level } from './level.ts'
import { scan } from './scan.ts'
import type { Operation } from './writer.ts'

/** A bundle holds at most this many bytes, or one chunk: what is larger gains nothing by standing together. */
export const maxBundleBytes = 1024 * 1024

/** A bundle ready to be written in place of its chunks. Everything up to `last` is bundled then. */
export interface Bundle { readonly last: number, readonly operations: readonly Operation[] }

/**
 * Joins a room's loose chunks after `after` and up to `last` to few values, so that a room with a hundred thousand small entries is
 * some hundreds of values to read. Stops where chunks do not follow on: opening the room will tell. Each bundle must have been
 * written before the next is asked for.
 */
export async function * readBundles (level: Level, room: string, after: number, last: number): AsyncGenerator<Bundle> {
  let keys: string[] = []
  let values: Uint8Array[] = []
  let bytes = 0
  let first = 0
  let reached = after
  const range = { gt: stretchesAfter('c', room, after).gt, lt: stretchesAfter('c', room, last).gt }
  for await (const batch of scan({ level }, range)) {
    for (const [key, value] of batch) {
      const stretch = readStretchKey(key)
      // The first may begin before: compacting leaves a chunk whole that goes on past its position.
      if (stretch.first > reached + 1 || (stretch.first <= reached && reached !== after)) return
      if (values.length > 0 && bytes + value.length > maxBundleBytes) {
        yield bundle(room, first, reached, keys, values)
        keys = []
        values = []
        bytes = 0
      }
      if (values.length === 0) first = stretch.first
      keys.push(key)
      values.push(value)
      bytes += value.length
      reached = stretch.last
    }
  }
  if (values.length > 0) yield bundle(room, first, reached, keys, values)
}

function bundle (room: string, first: number, last: number, keys: readonly string[], values: readonly Uint8Array[]): Bundle {
  const put = { key: stretchKey('b', room, last, last - first + 1), value: joinChunks(values) }
  return { last, operations: [put, ...keys.map(key => ({ key, value: null }))] }
}
