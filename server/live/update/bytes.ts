/** Bytes that grow at the end. Doubling until 64 kB, then by a half: little waste for the thousands of small rooms. */
export class Bytes {
  private buffer: Uint8Array
  length = 0

  constructor (capacity = 64) {
    this.buffer = new Uint8Array(capacity)
  }

  /** The bytes so far: a view that is right until the next write. */
  view (): Uint8Array {
    return this.buffer.subarray(0, this.length)
  }

  at (index: number): number {
    return this.buffer[index] ?? 0
  }

  append (source: Uint8Array, start = 0, end = source.length): void {
    this.reserve(end - start)
    this.buffer.set(start === 0 && end === source.length ? source : source.subarray(start, end), this.length)
    this.length += end - start
  }

  uint (value: number): void {
    this.reserve(8)
    let rest = value
    while (rest > 127) {
      this.buffer[this.length++] = 128 | (rest % 128)
      rest = Math.floor(rest / 128)
    }
    this.buffer[this.length++] = rest
  }

  /** Puts `replacement` where `start` to `end` stood; what is behind moves. */
  splice (start: number, end: number, replacement: Uint8Array): void {
    const grow = replacement.length - (end - start)
    if (grow > 0) this.reserve(grow)
    this.buffer.copyWithin(start + replacement.length, end, this.length)
    this.buffer.set(replacement, start)
    this.length += grow
  }

  private reserve (more: number): void {
    const needed = this.length + more
    if (needed <= this.buffer.length) return
    const factor = this.buffer.length < 65_536 ? 2 : 1.5
    const grown = new Uint8Array(Math.max(needed, Math.ceil(this.buffer.length * factor)))
    grown.set(this.view())
    this.buffer = grown
  }
}

/** A number as lib0 writes it. */
export function uintBytes (value: number): Uint8Array {
  const bytes = new Bytes(8)
  bytes.uint(value)
  return bytes.view()
}
