/** Bytes of a number as lib0 writes it. */
export function uintLength (value: number): number {
  let length = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length++
  return length
}

/** Writes a number as lib0 does and gives where the next byte goes. */
export function writeUint (target: Uint8Array, at: number, value: number): number {
  let next = at
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) target[next++] = 128 | (rest % 128)
  target[next++] = rest
  return next
}

/**
 * Bytes that grow at the end. Doubling until 64 kB, then by a half: little waste for the thousands of small rooms. Bytes that are
 * borrowed are somebody else's: they are copied, with little room to grow, before anything is written.
 */
export class Bytes {
  private buffer: Uint8Array
  private isBorrowed: boolean
  length: number

  constructor (capacity = 64, borrowed: Uint8Array | null = null) {
    this.buffer = borrowed ?? new Uint8Array(capacity)
    this.isBorrowed = borrowed !== null
    this.length = borrowed?.length ?? 0
  }

  /** Starts with bytes that are only looked at until there is something to add. */
  static borrow (bytes: Uint8Array): Bytes {
    return new Bytes(0, bytes)
  }

  /** The bytes so far: a view that is right until the next write. */
  view (): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  append (source: Uint8Array, start = 0, end = source.length): void {
    this.reserve(end - start)
    // A key press: a native copy of some bytes costs more than copying them here.
    if (end - start < 32) for (let at = start; at < end; at++) this.buffer[this.length++] = source[at] ?? 0
    else {
      this.buffer.set(start === 0 && end === source.length ? source : source.subarray(start, end), this.length)
      this.length += end - start
    }
  }

  uint (value: number): void {
    this.reserve(8)
    this.length = writeUint(this.buffer, this.length, value)
  }

  /** Writes a number where another stood from `start` to `end`; what is behind moves. Gives where the number ends. */
  putUint (start: number, end: number, value: number): number {
    const grow = uintLength(value) - (end - start)
    this.reserve(Math.max(grow, 0))
    if (grow !== 0) {
      this.buffer.copyWithin(end + grow, end, this.length)
      this.length += grow
    }
    return writeUint(this.buffer, start, value)
  }

  private reserve (more: number): void {
    const needed = this.length + more
    if (needed <= this.buffer.length && !this.isBorrowed) return
    const factor = this.isBorrowed ? 1.25 : this.buffer.length < 65_536 ? 2 : 1.5
    const grown = new Uint8Array(Math.max(needed, Math.ceil(this.buffer.length * factor)))
    grown.set(this.view())
    this.buffer = grown
    this.isBorrowed = false
  }
}
