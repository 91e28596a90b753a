import type { JournalEntry } from '../port/index.ts'
import { writeChunk } from './chunk.ts'
import { isRoomName, stretchKey } from './keys.ts'

/** Chunks that lie loose in a room before they are bundled: the price of an open that reads them one by one (a microsecond or two each). */
export const looseChunks = 256

/** One room's part of a write: a chunk under its key. */
export interface PlannedChunk { readonly room: string, readonly first: number, readonly last: number, readonly key: string, readonly value: Uint8Array }

/** A room whose loose chunks, up to and including position `last`, are due to be bundled. */
export interface DueBundle { readonly room: string, readonly last: number }

/** Where a room's journal ends, where its bundles (or its state) end, and how many chunks lie loose after that. */
export interface RoomEnds { readonly last: number, readonly bundledTo: number, readonly loose: number }

/** What is known of the rooms in use since the store was opened: three numbers each, never content. */
export interface Rooms {
  /** Groups entries into one chunk per room. Throws an Error, and changes nothing, when positions do not follow on: a bug of the caller's. */
  plan (entries: readonly JournalEntry[]): PlannedChunk[]
  /** The bundles that planned chunks have made due. */
  due (chunks: readonly PlannedChunk[]): DueBundle[]
  /** Where a room's bundles end; null when that is not known (it was not loaded since the store was opened). */
  bundledTo (room: string): number | null
  /** Notes that everything up to a position is bundled, or in the room's state. */
  settle (room: string, position: number): void
  /** Notes what reading a room found, when that was not known yet. */
  learn (room: string, ends: RoomEnds): void
  /** Forgets everything: after a failure nobody knows what landed. */
  forget (): void
}

interface Known { last: number, bundledTo: number | null, loose: number }

/** Makes an empty {@link Rooms}. */
export function createRooms (): Rooms {
  const known = new Map<string, Known>()

  function group (entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
    const byRoom = new Map<string, JournalEntry[]>()
    for (const entry of entries) {
      const before = byRoom.get(entry.room)
      const last = before === undefined ? known.get(entry.room)?.last : before.at(-1)?.position
      if (last !== undefined && entry.position !== last + 1) {
        throw new Error(`room ${entry.room}: position ${entry.position} does not follow on ${last}`)
      }
      if (before !== undefined) before.push(entry)
      else if (isRoomName(entry.room) && Number.isSafeInteger(entry.position) && entry.position > 0) byRoom.set(entry.room, [entry])
      else throw new Error(`not a room and position: ${JSON.stringify(entry.room)}, ${entry.position}`)
    }
    return byRoom
  }

  function grow (room: string, first: number, last: number): void {
    const of = known.get(room)
    // A room nobody has loaded: where its bundles end is known only when it begins here.
    if (of === undefined) known.set(room, { last, bundledTo: first === 1 ? 0 : null, loose: 0 })
    else of.last = last
  }

  return {
    plan (entries) {
      const chunks: PlannedChunk[] = []
      for (const [room, list] of group(entries)) {
        const first = list[0]?.position ?? 0
        const last = first + list.length - 1
        chunks.push({ room, first, last, key: stretchKey('c', room, last, list.length), value: writeChunk(list.map(entry => entry.bytes)) })
        grow(room, first, last)
      }
      return chunks
    },
    due (chunks) {
      const due: DueBundle[] = []
      for (const { room, last } of chunks) {
        const of = known.get(room)
        if (of === undefined) continue
        of.loose += 1
        if (of.bundledTo === null || of.loose < looseChunks) continue
        of.loose = 0
        due.push({ room, last })
      }
      return due
    },
    bundledTo: room => known.get(room)?.bundledTo ?? null,
    settle (room, position) {
      const of = known.get(room)
      if (of !== undefined && of.bundledTo !== null) of.bundledTo = Math.max(of.bundledTo, position)
    },
    learn (room, ends) {
      const of = known.get(room)
      if (of === undefined) known.set(room, { ...ends })
      else of.bundledTo ??= ends.bundledTo
    },
    forget: () => known.clear(),
  }
}
