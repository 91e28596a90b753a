import { isUtf8 } from 'node:buffer'

/** As it is written: its length and its letters. */
const protoName = Buffer.from('\u0009__proto__', 'latin1')

/**
 * Reads lib0's encoding (varuint, varstring, any) out of bytes nobody has checked. It never throws: past the end, or on
 * something malformed, `ok` turns false and stays so, and reads give 0. One cursor is reused for every frame.
 */
export class Cursor {
  bytes: Uint8Array = new Uint8Array(0)
  at = 0
  end = 0
  ok = true

  /** Starts over on other bytes, from `at` up to but not including `end`. */
  reset (bytes: Uint8Array, at = 0, end = bytes.length): this {
    this.bytes = bytes
    this.at = at
    this.end = end
    this.ok = true
    return this
  }

  fail (): 0 {
    this.ok = false
    this.at = this.end
    return 0
  }

  byte (): number {
    return this.at < this.end ? this.bytes[this.at++] ?? 0 : this.fail()
  }

  /** An unsigned number of at most 53 bits. */
  uint (): number {
    let value = 0
    let factor = 1
    while (this.at < this.end) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) return value <= Number.MAX_SAFE_INTEGER ? value : this.fail()
      factor *= 128
      if (factor > 2 ** 53) return this.fail()
    }
    return this.fail()
  }

  /** Moves past `length` bytes and gives where they started. */
  skip (length: number): number {
    const start = this.at
    if (length > this.end - start) return this.fail()
    this.at = start + length
    return start
  }

  /** Moves past a string, checked to be UTF-8: a client's decoder throws on anything else. */
  string (): void {
    this.utf8(this.uint())
  }

  /** Moves past a string that names something in an object. In JavaScript `__proto__` is no name: what has it is not seen by whoever lists the names. */
  name (): void {
    const start = this.at
    this.string()
    if (this.ok && this.at - start === protoName.length && protoName.every((byte, index) => this.bytes[start + index] === byte)) this.fail()
  }

  /** Moves past `length` bytes that must be UTF-8 and gives where they started. */
  utf8 (length: number): number {
    const start = this.skip(length)
    return this.ok && !isUtf8(this.bytes.subarray(start, this.at)) ? this.fail() : start
  }

  /** Moves past `length` bytes that must be UTF-8 and gives how many UTF-16 units they are: what Yjs counts as clocks. */
  utf16Length (length: number): number {
    const start = this.skip(length)
    if (!this.ok) return 0
    const { bytes, at: end } = this
    let at = start
    while (at < end && (bytes[at] ?? 0) < 0x80) at++
    if (at === end) return end - start
    if (!isUtf8(bytes.subarray(at, end))) return this.fail()
    let units = at - start
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
    }
    return units
  }

  /** The string itself. */
  text (): string {
    const start = this.utf8(this.uint())
    if (!this.ok) return ''
    const slice = this.bytes.subarray(start, this.at)
    return Buffer.from(slice.buffer, slice.byteOffset, slice.length).toString('utf8')
  }

  /** A string that must be JSON. */
  json (): void {
    const text = this.text()
    if (!this.ok) return
    if (text.includes('"__proto__"')) { this.fail(); return }
    try { JSON.parse(text) } catch { this.fail() }
  }

  /** Moves past a value written by lib0's `writeAny`. Nested deeper than 64 is refused: decoders recurse. */
  any (depth = 0): void {
    if (depth > 64) { this.fail(); return }
    switch (this.byte()) {
      case 127: case 126: case 121: case 120: return
      case 125: this.signed(); return
      case 124: this.skip(4); return
      case 123: case 122: this.skip(8); return
      case 119: this.string(); return
      case 118: for (let n = this.uint(); n > 0 && this.ok; n--) { this.name(); this.any(depth + 1) } return
      case 117: for (let n = this.uint(); n > 0 && this.ok; n--) this.any(depth + 1); return
      case 116: this.skip(this.uint()); return
      default: this.fail()
    }
  }

  // lib0's signed number: the first byte holds sign and six bits.
  private signed (): void {
    let byte = this.byte()
    for (let n = 0; byte >= 128 && this.ok; n++) {
      if (n > 8) { this.fail(); return }
      byte = this.byte()
    }
  }
}
