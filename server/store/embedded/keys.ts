import type { TableName } from '../port/index.ts'

// Keys are ASCII strings whose byte order is the order we read in. The first letter says what it is, NUL ends each part:
//   a NUL number                 an audit entry
//   b NUL room NUL last NUL n    a bundle of a room's journal: n entries, the last at position `last`
//   c NUL room NUL last NUL n    the same for a chunk that is not bundled yet. Apart from the bundles, so that opening a room
//                                never runs through the thousands of deleted chunks LevelDB has not cleared away yet
//   b|c NUL room NUL ~           where a room's bundles or chunks end, once it has been compacted: looking for the next one would
//                                else run through what has been deleted of every room after it
//   m NUL name                   a fact about the whole store
//   s NUL room                   a room's state, apart from its journal so that reading a tail never runs through blobs
//   t NUL table NUL id           a record
const nul = '\0'

/** Where the next part would end if it could hold anything: the upper bound of a range over all keys that begin alike. */
const afterNul = '\x01'

/** Longest name of a room, in characters. Rooms are a few ids and slashes; a longer one is a mistake and would swell every key. */
export const maxRoomNameLength = 200

/** Whether a name can be part of a key: printable ASCII without spaces, 1 to {@link maxRoomNameLength} characters. */
export function isRoomName (room: string): boolean {
  return room.length <= maxRoomNameLength && /^[!-~]+$/.test(room)
}

/** A whole number ≥ 0 as text that sorts like the number: one letter for how many digits, then the digits ('a7', 'b42'). */
export function ordered (number: number): string {
  const digits = String(number)
  return String.fromCharCode(96 + digits.length) + digits
}

/** A range of keys: greater than `gt`, less than `lt`. */
export interface KeyRange { readonly gt: string, readonly lt: string }

/** Where a stretch of a room's journal lies: in a bundle, or still in a chunk as it was written. Bundles come first. */
export type Stretch = 'b' | 'c'

/** The key of a stretch of `count` entries that ends with position `last`. */
export function stretchKey (kind: Stretch, room: string, last: number, count: number): string {
  return `${kind}${nul}${room}${nul}${ordered(last)}${nul}${count}`
}

/** The stretches of a room that hold something after a position, in order. The first may begin at or before it. */
export function stretchesAfter (kind: Stretch, room: string, position: number): KeyRange {
  return { gt: `${kind}${nul}${room}${nul}${ordered(position)}${afterNul}`, lt: fenceKey(kind, room) }
}

/** The key behind all a room's stretches of one kind. */
export function fenceKey (kind: Stretch, room: string): string {
  return `${kind}${nul}${room}${nul}~`
}

/** What a stretch's key says: the positions of its first and last entry. */
export function readStretchKey (key: string): { readonly first: number, readonly last: number } {
  const countAt = key.lastIndexOf(nul)
  const lastAt = key.lastIndexOf(nul, countAt - 1)
  const last = Number(key.slice(lastAt + 2, countAt))
  return { first: last - Number(key.slice(countAt + 1)) + 1, last }
}

/** The key of a room's state. */
export function stateKey (room: string): string {
  return `s${nul}${room}`
}

/** The key of a record. */
export function recordKey (table: TableName, id: string): string {
  return `t${nul}${table}${nul}${id}`
}

/** All records of a table. */
export function recordsOf (table: TableName): KeyRange {
  return { gt: `t${nul}${table}${nul}`, lt: `t${nul}${table}${afterNul}` }
}

/** The key of an audit entry. */
export function auditKey (number: number): string {
  return `a${nul}${ordered(number)}`
}

/** The audit entries after a number. */
export function auditAfter (number: number): KeyRange {
  return { gt: auditKey(number), lt: `a${afterNul}` }
}

/** The number of the last commit that changed a record people may want to read. */
export const commitNumberKey = `m${nul}commit`

/** Written and removed to see whether the disk takes anything. */
export const probeKey = `m${nul}probe`
