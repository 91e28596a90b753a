import type { Cursor } from './cursor.ts'

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

/** Which bits of a struct's first byte say what. */
export const bit = { origin: 0x80, right: 0x40, parentSub: 0x20, content: 0x1f } as const
/** What a struct is, by its content bits: only what is asked for by name. */
export const kind = { gone: 0, deleted: 1, string: 4, type: 7, skip: 10 } as const
/** How many shared types Yjs 13 knows: array, map, text, element, fragment, hook, xml text. */
const typeRefs = 7

/**
 * Reads structs one after the other, each into the same fields: a document has thousands, and only some are looked at
 * afterwards (`kept`). What is malformed fails the cursor.
 */
export class StructReader implements Struct {
  at = 0
  info = 0
  clock = 0
  length = 0
  originClient = -1
  originClock = -1
  rightClient = -1
  rightClock = -1
  /** The id of the type it lies in, where that is said; else −1. */
  parentClient = -1
  parentClock = -1
  lengthAt = -1
  textStart = -1
  textEnd = -1

  /** What it is. */
  get kind (): number {
    return this.info & bit.content
  }

  /** Reads the struct that begins at a clock of a client. */
  read (c: Cursor, client: number, clock: number): void {
    this.at = c.at
    const info = c.byte()
    const ref = info & bit.content
    this.info = info
    this.clock = clock
    this.originClient = this.originClock = this.rightClient = this.rightClock = this.parentClient = this.parentClock = -1
    this.lengthAt = this.textStart = this.textEnd = -1
    // Yjs has two decoders; one of them takes a skip with other bits set for an item.
    if (ref === kind.gone || info === kind.skip) this.length = c.uint()
    else {
      this.readPlace(c, info)
      this.length = ref === kind.string ? this.readString(c) : readContent(c, ref)
      if (this.isOfFuture(client, clock)) c.fail()
    }
    if (this.length < 1) c.fail()
  }

  /** The present struct, to keep. */
  kept (): Struct {
    const { at, info, clock, length, originClient, originClock, rightClient, rightClock, lengthAt, textStart, textEnd } = this
    return { at, info, clock, length, originClient, originClock, rightClient, rightClock, lengthAt, textStart, textEnd }
  }

  // Neighbours, or where there are none the parent.
  private readPlace (c: Cursor, info: number): void {
    if (info & bit.origin) { this.originClient = c.uint(); this.originClock = c.uint() }
    if (info & bit.right) { this.rightClient = c.uint(); this.rightClock = c.uint() }
    if (info & (bit.origin | bit.right)) return
    if (c.uint() === 1) c.string()
    else { this.parentClient = c.uint(); this.parentClock = c.uint() }
    if (info & bit.parentSub) c.name()
  }

  private readString (c: Cursor): number {
    this.lengthAt = c.at
    const size = c.uint()
    this.textStart = c.at
    const length = c.utf16Length(size)
    this.textEnd = c.at
    return length
  }

  // Yjs looks for a neighbour or parent written by the same client without asking whether it has come: one that names a
  // clock of its own future throws in every browser.
  private isOfFuture (client: number, clock: number): boolean {
    return (this.originClient === client && this.originClock >= clock) || (this.rightClient === client && this.rightClock >= clock) ||
      (this.parentClient === client && this.parentClock >= clock)
  }
}

// Moves past content and gives how many clocks it takes.
function readContent (c: Cursor, ref: number): number {
  switch (ref) {
    case kind.deleted: return c.uint()
    case 2: { const n = c.uint(); for (let i = 0; i < n && c.ok; i++) jsonOrUndefined(c); return n }
    case 3: c.skip(c.uint()); return 1
    case 5: c.json(); return 1
    case 6: c.name(); c.json(); return 1
    case kind.type: { const type = c.uint(); if (type === 3 || type === 5) c.string(); return type < typeRefs ? 1 : c.fail() }
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
