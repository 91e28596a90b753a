import { crc32 } from 'node:zlib'

// A chunk is what one write brings one room: entries that stood next to each other, kept as one value. A value costs LevelDB
// and the bridge to it some microseconds however small it is, so fifty keystrokes in one write are one value, and old loose
// ones are bundled (bundle.ts). LevelDB does not check its tables' checksums when it reads them through classic-level, so
// each value carries its own:
//   chunk: CRC-32 of what follows (4 bytes) · per entry: length (4 bytes), bytes
//   state: CRC-32 of what follows (4 bytes) · position (8 bytes, a double: exact for every safe whole number) · bytes
// All numbers little-endian.
const checkBytes = 4
const lengthBytes = 4
const positionBytes = 8

/** Thrown by the readers below: the bytes are not those that were written. */
export class DamagedValue extends Error {
  override readonly name = 'DamagedValue'
}

/** Puts entries' bytes into one value, copying them. */
export function writeChunk (entries: readonly Uint8Array[]): Uint8Array {
  let size = checkBytes
  for (const bytes of entries) size += lengthBytes + bytes.length
  const chunk = Buffer.allocUnsafe(size)
  let at = checkBytes
  for (const bytes of entries) {
    at = chunk.writeUInt32LE(bytes.length, at)
    chunk.set(bytes, at)
    at += bytes.length
  }
  return seal(chunk)
}

/** The entries' bytes in a chunk, as views into it. Throws {@link DamagedValue}. */
export function readChunk (value: Uint8Array): Uint8Array[] {
  const view = unseal(value)
  const entries: Uint8Array[] = []
  let at = checkBytes
  while (at < value.length) {
    const length = view.getUint32(at, true)
    at += lengthBytes
    if (at + length > value.length) throw new DamagedValue('an entry runs past the end of its chunk')
    // Not `subarray`: on a Buffer it is several times slower, and an open may make a hundred thousand of these.
    entries.push(new Uint8Array(value.buffer, value.byteOffset + at, length))
    at += length
  }
  return entries
}

/** Several chunks' entries in one chunk. Throws {@link DamagedValue}: what is damaged is not given a new checksum. */
export function joinChunks (chunks: readonly Uint8Array[]): Uint8Array {
  for (const chunk of chunks) unseal(chunk)
  const joined = Buffer.allocUnsafe(checkBytes + chunks.reduce((sum, chunk) => sum + chunk.length - checkBytes, 0))
  let at = checkBytes
  for (const chunk of chunks) {
    joined.set(chunk.subarray(checkBytes), at)
    at += chunk.length - checkBytes
  }
  return seal(joined)
}

/** Puts a room's state and the position it covers into one value, copying the state. */
export function writeState (position: number, state: Uint8Array): Uint8Array {
  const value = Buffer.allocUnsafe(checkBytes + positionBytes + state.length)
  value.writeDoubleLE(position, checkBytes)
  value.set(state, checkBytes + positionBytes)
  return seal(value)
}

/** A room's state and the position it covers. Throws {@link DamagedValue}. */
export function readState (value: Uint8Array): { readonly position: number, readonly state: Uint8Array } {
  const view = unseal(value)
  const head = checkBytes + positionBytes
  return { position: view.getFloat64(checkBytes, true), state: new Uint8Array(value.buffer, value.byteOffset + head, value.length - head) }
}

function seal (value: Buffer): Uint8Array {
  value.writeUInt32LE(crc32(value.subarray(checkBytes)), 0)
  return value
}

function unseal (value: Uint8Array): DataView {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
  if (value.length < checkBytes || view.getUint32(0, true) !== crc32(value.subarray(checkBytes))) {
    throw new DamagedValue('the checksum does not match the bytes')
  }
  return view
}
