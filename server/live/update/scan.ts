import { Cursor } from './cursor.ts'

/** What joining needs to know of one struct. For a string, `lengthAt` is where the length of its UTF-8 stands, `textStart` to `textEnd` the UTF-8 itself; else −1. */
export interface Struct {
  readonly at: number
  readonly info: number
  readonly clock: number
  readonly length: number
  readonly originClient: number
  readonly originClock: number
  readonly rightClient: number
  readonly rightClock: number
  readonly lengthAt: number
  readonly textStart: number
  readonly textEnd: number
}

/** One client's structs in an update: contiguous clocks from `clock` to `clockEnd`, encoded in bytes `start` to `end`. */
export interface Section {
  readonly client: number
  readonly clock: number
  readonly clockEnd: number
  readonly count: number
  readonly start: number
  readonly end: number
  readonly hasSkip: boolean
  readonly first: Struct
  readonly last: Struct
}

/** A range of deleted clocks of one client, `end` exclusive. */
export interface DeletedRange { readonly client: number, readonly start: number, readonly end: number }

/** An update (version 1) taken apart without building anything of Yjs. */
export interface Scanned { readonly sections: readonly Section[], readonly deleted: readonly DeletedRange[] }

const hasOrigin = 0x80
const hasRight = 0x40
const hasParentSub = 0x20
const contentRef = 0x1f
const skipRef = 10
/** How many shared types Yjs 13 knows: array, map, text, element, fragment, hook, xml text. */
const typeRefs = 7

/** Clients and deleted ranges one frame may name: far above what a whole behovsmelding holds, and still taken apart in some milliseconds. */
const mostSections = 20_000
const mostRanges = 200_000

const cursor = new Cursor()

// Length in UTF-16 units of valid UTF-8, as Yjs counts clocks.
function utf16Length (bytes: Uint8Array, start: number, end: number): number {
  let length = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1
  }
  return length
}

function content (c: Cursor, ref: number): number {
  switch (ref) {
    case 1: return c.uint()
    case 2: { const n = c.uint(); for (let i = 0; i < n && c.ok; i++) jsonOrUndefined(c); return n }
    case 3: c.skip(c.uint()); return 1
    case 5: c.json(); return 1
    case 6: c.string(); c.json(); return 1
    case 7: { const type = c.uint(); if (type === 3 || type === 5) c.string(); return type < typeRefs ? 1 : c.fail() }
    case 8: { const n = c.uint(); for (let i = 0; i < n && c.ok; i++) c.any(); return n }
    // Sub-documents (9) are nothing Samskriv has: a client that met one would open another document.
    default: return c.fail()
  }
}

// ContentJSON writes the bare word `undefined` where there is nothing.
function jsonOrUndefined (c: Cursor): void {
  const text = c.text()
  if (!c.ok || text === 'undefined') return
  try { JSON.parse(text) } catch { c.fail() }
}

// Yjs looks for a neighbour or parent written by the same client without asking whether it has come: one that names a
// clock of its own future throws in every browser.
const isFuture = (client: number, clock: number, ofClient: number, ofClock: number): boolean =>
  client === ofClient && clock >= ofClock

function readParent (c: Cursor, client: number, clock: number): void {
  if (c.uint() === 1) { c.string(); return }
  const parentClient = c.uint()
  if (isFuture(parentClient, c.uint(), client, clock)) c.fail()
}

function readStruct (c: Cursor, client: number, clock: number): Struct {
  const at = c.at
  const info = c.byte()
  const ref = info & contentRef
  let originClient = -1; let originClock = -1; let rightClient = -1; let rightClock = -1
  let lengthAt = -1; let textStart = -1; let textEnd = -1
  let length: number
  // Yjs has two decoders; one of them takes a skip with other bits set for an item.
  if (ref === 0 || info === skipRef) length = c.uint()
  else {
    if (info & hasOrigin) { originClient = c.uint(); originClock = c.uint() }
    if (info & hasRight) { rightClient = c.uint(); rightClock = c.uint() }
    if (isFuture(originClient, originClock, client, clock) || isFuture(rightClient, rightClock, client, clock)) c.fail()
    if ((info & (hasOrigin | hasRight)) === 0) {
      readParent(c, client, clock)
      if (info & hasParentSub) c.string()
    }
    if (ref === 4) {
      lengthAt = c.at
      textStart = c.utf8(c.uint())
      textEnd = c.at
      length = c.ok ? utf16Length(c.bytes, textStart, textEnd) : 0
    } else length = content(c, ref)
  }
  if (length < 1) c.fail()
  return { at, info, clock, length, originClient, originClock, rightClient, rightClock, lengthAt, textStart, textEnd }
}

function readSection (c: Cursor): Section | null {
  const count = c.uint()
  const client = c.uint()
  let clock = c.uint()
  const start = c.at
  const clockStart = clock
  let first: Struct | null = null
  let last: Struct | null = null
  let hasSkip = false
  for (let n = 0; n < count && c.ok; n++) {
    last = readStruct(c, client, clock)
    first ??= last
    if (last.info === skipRef) hasSkip = true
    clock += last.length
  }
  if (!c.ok || first === null || last === null || clock > Number.MAX_SAFE_INTEGER) return null
  return { client, clock: clockStart, clockEnd: clock, count, start, end: c.at, hasSkip, first, last }
}

function readDeleted (c: Cursor): DeletedRange[] {
  const deleted: DeletedRange[] = []
  for (let clients = c.uint(); clients > 0 && c.ok; clients--) {
    const client = c.uint()
    for (let n = c.uint(); n > 0 && c.ok; n--) {
      const start = c.uint()
      const length = c.uint()
      if (deleted.length >= mostRanges) c.fail()
      if (length < 1 || start + length > Number.MAX_SAFE_INTEGER) c.fail()
      deleted.push({ client, start, end: start + length })
    }
  }
  return deleted
}

/**
 * Takes an update (Yjs version 1) apart and checks it to the last byte: whatever passes can be decoded by every client.
 * Null when it is cut, junk, or holds something Samskriv does not have (sub-documents, unknown types, text that is not
 * UTF-8, bytes left over). Offsets are into `bytes`. Costs well under a microsecond for a keystroke.
 */
export function scan (bytes: Uint8Array, at = 0, end = bytes.length): Scanned | null {
  const c = cursor.reset(bytes, at, end)
  const sections: Section[] = []
  const seen = new Set<number>()
  for (let clients = c.uint(); clients > 0 && c.ok; clients--) {
    const section = readSection(c)
    // A client's second section would overwrite its first in Yjs' decoder.
    if (section === null || seen.has(section.client) || sections.length >= mostSections) return null
    seen.add(section.client)
    sections.push(section)
  }
  const deleted = readDeleted(c)
  return c.ok && c.at === end ? { sections, deleted } : null
}
