import { Bytes, uintLength } from './bytes.ts'
import type { Section } from './scan.ts'
import { bit, kind, type Struct } from './struct.ts'

// The struct at the end of the bytes, as far as joining the next one to it needs.
interface Tail {
  readonly rightClient: number
  readonly rightClock: number
  /** Where the string's length stands; its UTF-8 follows and ends where the bytes end. */
  readonly lengthAt: number
  textStart: number
}

/**
 * All structs of one client from its clock 0, in one run of bytes without gaps. A typed character joins the string before it, so
 * that a sentence typed letter by letter is one struct here as it would be in a Y.Doc.
 *
 * Joining is what Yjs does the other way when it splits: the right half of a split item has the left half's last id as
 * origin and the same right origin. Two strings of one client with just that relation are therefore one item, whatever
 * others wrote between them; who integrates the one gets what the other would have given.
 */
export class ClientStructs {
  readonly client: number
  /** The clock after the last. */
  end = 0
  /** Clocks of deleted things whose content is thrown away already. */
  collected = 0
  private count = 0
  private bytes: Bytes
  private tail: Tail | null = null

  constructor (client: number, bytes: Bytes) {
    this.client = client
    this.bytes = bytes
  }

  /** A client's structs as they lie in an update. `source` is kept: nobody may write to it. */
  static of (source: Uint8Array, section: Section): ClientStructs {
    const structs = new ClientStructs(section.client, Bytes.borrow(source.subarray(section.start, section.end)))
    structs.took(section, section.count)
    structs.end = section.clockEnd
    structs.remember(section.last, -section.start)
    return structs
  }

  /** Puts a section after what is here; its clock must be `end`. */
  append (source: Uint8Array, section: Section): void {
    const { first, last } = section
    if (this.joins(first)) {
      this.join(source, first)
      this.took(section, section.count - 1)
      // A string's text is the last thing in a struct.
      if (first.textEnd < section.end) this.put(source, first.textEnd, section.end, last)
    } else {
      this.took(section, section.count)
      this.put(source, section.start, section.end, last)
    }
    this.end = section.clockEnd
  }

  /** Writes this client's section of an update, and from then on has its bytes there (`settle`). Gives where they begin. */
  write (target: Bytes): number {
    target.uint(this.count)
    target.uint(this.client)
    target.uint(0)
    target.append(this.bytes.view())
    return target.length - this.bytes.length
  }

  /** Its bytes now lie in `whole` from `start` on, which nobody may write to: its own are let go. */
  settle (whole: Uint8Array, start: number): void {
    this.bytes = Bytes.borrow(whole.subarray(start, start + this.bytes.length))
  }

  /** How many bytes `write` writes. */
  get encodedLength (): number {
    return uintLength(this.count) + uintLength(this.client) + 1 + this.bytes.length
  }

  get byteLength (): number {
    return this.bytes.length
  }

  private took ({ collected }: Section, count: number): void {
    this.count += count
    this.collected += collected
  }

  private joins (next: Struct): boolean {
    const { tail } = this
    return tail !== null && (next.info & bit.content) === kind.string && (next.info & bit.origin) !== 0 && (next.info & bit.parentSub) === 0 &&
      next.originClient === this.client && next.originClock === this.end - 1 &&
      next.rightClient === tail.rightClient && next.rightClock === tail.rightClock
  }

  private join (source: Uint8Array, next: Struct): void {
    const { tail, bytes } = this
    if (tail === null) return
    const length = bytes.length - tail.textStart + next.textEnd - next.textStart
    tail.textStart = bytes.putUint(tail.lengthAt, tail.textStart, length)
    bytes.append(source, next.textStart, next.textEnd)
  }

  private put (source: Uint8Array, start: number, end: number, last: Struct): void {
    const shift = this.bytes.length - start
    this.bytes.append(source, start, end)
    this.remember(last, shift)
  }

  // `shift`: from offsets in what `last` was read of to offsets here.
  private remember (last: Struct, shift: number): void {
    this.tail = (last.info & bit.content) !== kind.string ? null : {
      rightClient: last.rightClient,
      rightClock: last.rightClock,
      lengthAt: last.lengthAt + shift,
      textStart: last.textStart + shift,
    }
  }
}
