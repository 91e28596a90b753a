import { StorageError, type JournalEntry, type StoredRoom } from '../port/index.ts'
import { DamagedValue, readChunk, readState } from './chunk.ts'
import { readStretchKey, stateKey, stretchesAfter, type Stretch } from './keys.ts'
import type { Level } from './level.ts'
import type { RoomEnds } from './rooms.ts'
import { atOneMoment, reading, scan, scanKeys, type Source } from './scan.ts'

const kinds: readonly Stretch[] = ['b', 'c']

/** A room as read, and what is worth remembering of how it lies there. */
export interface ReadRoom { readonly stored: StoredRoom, readonly ends: RoomEnds }

/**
 * What a room holds. Rejects with StorageError naming the room when something is missing or is not what was written: a room
 * with a hole would go on as if nobody had written there.
 */
export async function readRoom (level: Level, room: string): Promise<ReadRoom> {
  return atOneMoment(level, async source => {
    const { position, state } = await stateOf(source, room)
    const tail: JournalEntry[] = []
    const walk = createWalk(room, position)
    const found = { bundledTo: position, loose: 0 }
    for (const kind of kinds) {
      for await (const batch of scan(source, stretchesAfter(kind, room, walk.reached()))) {
        for (const [key, value] of batch) addEntries(tail, room, walk.step(key), named(room, () => readChunk(value)))
        if (kind === 'c') found.loose += batch.length
      }
      if (kind === 'b') found.bundledTo = walk.reached()
    }
    return { stored: { position, state, tail }, ends: { last: walk.reached(), bundledTo: found.bundledTo, loose: found.loose } }
  })
}

function addEntries (tail: JournalEntry[], room: string, step: Step, values: readonly Uint8Array[]): void {
  if (values.length !== step.last - step.first + 1) throw damaged(room, `the entries ${step.first} to ${step.last} are not all there`)
  let position = step.first
  for (const bytes of values) {
    if (position > step.after) tail.push({ room, position, bytes })
    position += 1
  }
}

/** What compacting a room takes: keys to remove, or null when its state is already further. */
export interface Compaction { readonly remove: readonly string[] }

/** Plans a compaction up to and including `position`. Rejects with StorageError naming the room when the journal does not hold all of it. */
export async function readCompaction (level: Level, room: string, position: number): Promise<Compaction | null> {
  return atOneMoment(level, async source => {
    const stored = await stateOf(source, room)
    if (stored.position > position) return null
    const walk = createWalk(room, stored.position)
    const remove: string[] = []
    for (const kind of kinds) {
      for await (const keys of scanKeys(source, stretchesAfter(kind, room, walk.reached()))) {
        for (const key of keys) {
          if (walk.reached() >= position) break
          // One that goes on past the position stays whole; reading leaves its beginning out.
          if (walk.step(key).last <= position) remove.push(key)
        }
      }
    }
    if (walk.reached() < position) throw damaged(room, `the entries ${walk.reached() + 1} to ${position} are missing`)
    return { remove }
  })
}

async function stateOf (source: Source, room: string): Promise<{ readonly position: number, readonly state: Uint8Array | null }> {
  const value = await source.level.get(stateKey(room), reading(source))
  return value === undefined ? { position: 0, state: null } : named(room, () => readState(value))
}

/** One stretch on the way: its positions, and up to where everything was there before it. */
interface Step { readonly first: number, readonly last: number, readonly after: number }

interface Walk { step (key: string): Step, reached (): number }

/** Walks a room's stretches from the one that holds the entry after `position`, and throws where one is missing. */
function createWalk (room: string, position: number): Walk {
  let after = position
  return {
    step (key) {
      const { first, last } = readStretchKey(key)
      if (first > after + 1) throw damaged(room, `the entries ${after + 1} to ${first - 1} are missing`)
      // Only the state may end inside a stretch.
      if (first <= after && after !== position) throw damaged(room, `the entries from ${first} on are there twice`)
      const step = { first, last, after }
      after = last
      return step
    },
    reached: () => after,
  }
}

function named<T> (room: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof DamagedValue) throw damaged(room, error.message)
    throw error
  }
}

function damaged (room: string, what: string): StorageError {
  return new StorageError(`The journal of room ${room} is damaged: ${what}. ` +
    'The room stays closed, so that nobody writes on over the hole. Keep a copy of the data folder as it is, and take the room back from a backup.')
}
