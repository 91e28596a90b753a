// Websocket frames as a client sends and reads them (RFC 6455), so that the load costs its core as little as can be: a load
// that is slower than the server would measure itself.

/** A mask like a browser's: not zero, which servers skip. */
const mask = [0x37, 0xfa, 0x21, 0x3d] as const
/** Opcodes that are looked at. */
export const opcode = { binary: 2, close: 8, ping: 9, pong: 10 } as const

/** A payload as a masked client frame. */
export function clientFrame (payload: Uint8Array, code: number = opcode.binary): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + 4 + length)
  frame[0] = 0x80 | code
  frame[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127)
  if (head === 4) frame.writeUInt16BE(length, 2)
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(mask, head)
  for (let index = 0; index < length; index++) frame[head + 4 + index] = (payload[index] ?? 0) ^ (mask[index & 3] ?? 0)
  return frame
}

/** Cuts what a socket brings into frames; gives each payload as a view that is right during the call. */
export function frameReader (onFrame: (payload: Buffer, code: number) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = []
  let held = 0
  let needed = 2
  const read = (bytes: Buffer): number => {
    let at = 0
    for (;;) {
      needed = 2
      if (bytes.length - at < 2) return at
      const short = (bytes[at + 1] ?? 0) & 127
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      needed = head
      if (bytes.length - at < head) return at
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
      needed = head + length
      if (bytes.length - at < needed) return at
      onFrame(bytes.subarray(at + head, at + needed), (bytes[at] ?? 0) & 15)
      at += needed
    }
  }
  return chunk => {
    held += chunk.length
    if (parts.length > 0 && held < needed) { parts.push(chunk); return }
    const bytes = parts.length === 0 ? chunk : Buffer.concat([...parts, chunk])
    const rest = bytes.subarray(read(bytes))
    parts = rest.length === 0 ? [] : [rest]
    held = rest.length
  }
}

/** Numbers as lib0 writes them, one after the other. */
export function uints (...numbers: readonly number[]): number[] {
  const bytes: number[] = []
  for (const number of numbers) {
    let rest = number
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128))
    bytes.push(rest)
  }
  return bytes
}

/** Reads numbers as lib0 writes them. */
export class Reader {
  at: number
  private readonly bytes: Uint8Array

  constructor (bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  /** The next number. */
  uint (): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++] ?? 0
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  /** The next bytes, with their length in front. */
  bytesWithLength (): Uint8Array {
    const length = this.uint()
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}
