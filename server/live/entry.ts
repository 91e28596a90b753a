import { Bytes, Cursor } from './update/index.ts'

/**
 * What one person wrote in one turn: the bytes of a Yjs update and who sent them, as the session said. `isReply`: a
 * handshake's step 2, which may bring along what others wrote, and so says nothing of whose client ids are in it.
 */
export interface Written { readonly personId: string, readonly isReply: boolean, readonly update: Uint8Array }

const encoder = new TextEncoder()

/** Bytes of a journal entry: one after the other who, how, and what. */
export function encodeEntry (written: readonly Written[]): Uint8Array {
  const size = written.reduce((sum, each) => sum + each.update.length + each.personId.length + 16, 0)
  const bytes = new Bytes(size)
  for (const { personId, isReply, update } of written) {
    const name = encoder.encode(personId)
    bytes.uint(name.length)
    bytes.append(name)
    bytes.uint(isReply ? 1 : 0)
    bytes.uint(update.length)
    bytes.append(update)
  }
  return bytes.view()
}

// One cursor for all entries: a room may have thousands in its tail.
const entryCursor = new Cursor()

// Whose entry was read last. Thousands in a row are of the same few people, so the name is mostly the one before.
let lastBytes: Uint8Array = new Uint8Array(0)
let lastName = ''

function isLast (bytes: Uint8Array, start: number, length: number): boolean {
  if (length !== lastBytes.length) return false
  for (let at = 0; at < length; at++) if (bytes[start + at] !== lastBytes[at]) return false
  return true
}

function readName (cursor: Cursor): string {
  const before = cursor.at
  const length = cursor.uint()
  const start = cursor.skip(length)
  if (cursor.ok && isLast(cursor.bytes, start, length)) return lastName
  if (!cursor.ok) return ''
  cursor.at = before
  lastName = cursor.text()
  lastBytes = cursor.ok ? cursor.bytes.slice(start, start + length) : new Uint8Array(0)
  if (!cursor.ok) lastName = ''
  return lastName
}

/** Reads a journal entry back. Null when its bytes are damaged. The updates are views into `bytes`. */
export function decodeEntry (bytes: Uint8Array): readonly Written[] | null {
  const cursor = entryCursor.reset(bytes)
  const written: Written[] = []
  while (cursor.ok && cursor.at < bytes.length) {
    const personId = readName(cursor)
    const isReply = cursor.uint() === 1
    const length = cursor.uint()
    const start = cursor.skip(length)
    // Not `subarray`: on a Buffer it is several times slower.
    if (cursor.ok) written.push({ personId, isReply, update: new Uint8Array(bytes.buffer, bytes.byteOffset + start, length) })
  }
  return cursor.ok ? written : null
}

/**
 * A room's stored state: who owns which Yjs client id, who first brought along which in a handshake's reply, and everything up to a
 * position as one update.
 */
export interface StoredState { readonly owners: ReadonlyMap<number, string>, readonly bringers: ReadonlyMap<number, string>, readonly update: Uint8Array }

/** The first had no bringers. */
const stateFormats = [1, 2] as const

function appendPeople (bytes: Bytes, people: ReadonlyMap<number, string>): void {
  bytes.uint(people.size)
  for (const [client, personId] of people) {
    const name = encoder.encode(personId)
    bytes.uint(client)
    bytes.uint(name.length)
    bytes.append(name)
  }
}

function readPeople (cursor: Cursor): Map<number, string> {
  const people = new Map<number, string>()
  for (let n = cursor.uint(); n > 0 && cursor.ok; n--) {
    const client = cursor.uint()
    people.set(client, cursor.text())
  }
  return people
}

/** Bytes of a room's stored state. */
export function encodeState ({ owners, bringers, update }: StoredState): Uint8Array {
  const bytes = new Bytes(update.length + (owners.size + bringers.size) * 24 + 16)
  bytes.uint(stateFormats[1])
  appendPeople(bytes, owners)
  appendPeople(bytes, bringers)
  bytes.append(update)
  return bytes.view()
}

/** Reads a stored state back. Null when it is damaged or of a format this server does not know. */
export function decodeState (bytes: Uint8Array): StoredState | null {
  const cursor = new Cursor().reset(bytes)
  const format = cursor.uint()
  if (!stateFormats.some(known => known === format)) return null
  const owners = readPeople(cursor)
  const bringers = format === stateFormats[0] ? new Map<number, string>() : readPeople(cursor)
  return cursor.ok ? { owners, bringers, update: bytes.subarray(cursor.at) } : null
}
