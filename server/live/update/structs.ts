import { Bytes, uintBytes } from './bytes.ts'
import type { Section, Struct } from './scan.ts'

const stringRef = 4
const contentRef = 0x1f
const hasOrigin = 0x80
const hasParentSub = 0x20

// The struct at the end of the bytes, as far as joining the next one to it needs.
interface Tail {
  readonly client: number
  clockEnd: number
  readonly rightClient: number
  readonly rightClock: number
  /** Where the string's length stands; its UTF-8 follows and ends where the bytes end. */
  readonly lengthAt: number
  textStart: number
}

/**
 * All structs of one client, in one run of bytes without gaps. A typed character joins the string before it, so that a
 * sentence typed letter by letter is one struct here as it would be in a Y.Doc.
 *
 * Joining is what Yjs does the other way when it splits: the right half of a split item has the left half's last id as
 * origin and the same right origin. Two strings of one client with just that relation are therefore one item, whatever
 * others wrote between them; who integrates the one gets what the other would have given.
 */
export class ClientStructs {
  readonly client: number
  readonly start: number
  end: number
  count = 0
  private readonly bytes: Bytes
  private tail: Tail | null = null

  constructor (client: number, start: number, capacity?: number) {
    this.client = client
    this.start = start
    this.end = start
    this.bytes = new Bytes(capacity)
  }

  /** Puts a section after what is here; its clock must be `end`. */
  append (source: Uint8Array, section: Section): void {
    const { first, last } = section
    if (this.joins(first)) {
      this.join(source, first)
      const rest = first.at + this.sizeOf(first)
      if (rest < section.end) this.put(source, rest, section.end, last)
      this.count += section.count - 1
    } else {
      this.put(source, section.start, section.end, last)
      this.count += section.count
    }
    this.end = section.clockEnd
    if (this.tail !== null) this.tail.clockEnd = section.clockEnd
  }

  /** Writes this client's section of an update. */
  write (target: Bytes): void {
    target.uint(this.count)
    target.uint(this.client)
    target.uint(this.start)
    target.append(this.bytes.view())
  }

  get byteLength (): number {
    return this.bytes.length
  }

  // A string's text is the last thing in a struct.
  private sizeOf (struct: Struct): number {
    return struct.textEnd - struct.at
  }

  private joins (next: Struct): boolean {
    const { tail } = this
    return tail !== null && (next.info & contentRef) === stringRef && (next.info & hasOrigin) !== 0 && (next.info & hasParentSub) === 0 &&
      next.originClient === tail.client && next.originClock === tail.clockEnd - 1 &&
      next.rightClient === tail.rightClient && next.rightClock === tail.rightClock
  }

  private join (source: Uint8Array, next: Struct): void {
    const { tail, bytes } = this
    if (tail === null) return
    const length = bytes.length - tail.textStart + next.textEnd - next.textStart
    const encoded = uintBytes(length)
    bytes.splice(tail.lengthAt, tail.textStart, encoded)
    tail.textStart = tail.lengthAt + encoded.length
    bytes.append(source, next.textStart, next.textEnd)
  }

  private put (source: Uint8Array, start: number, end: number, last: Struct): void {
    const shift = this.bytes.length - start
    this.bytes.append(source, start, end)
    if ((last.info & contentRef) !== stringRef) {
      this.tail = null
      return
    }
    this.tail = {
      client: this.client,
      clockEnd: 0,
      rightClient: last.rightClient,
      rightClock: last.rightClock,
      lengthAt: last.lengthAt + shift,
      textStart: last.textStart + shift,
    }
  }
}
