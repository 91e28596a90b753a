import { zlibSync } from 'fflate'

/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export interface Pixels { readonly width: number, readonly height: number, readonly data: Uint8Array | Uint8ClampedArray }

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crcOf (bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function chunk (type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, body.length)
  bytes.set([...type].map(letter => letter.charCodeAt(0)), 4)
  bytes.set(body, 8)
  view.setUint32(body.length + 8, crcOf(bytes.subarray(4, body.length + 8)))
  return bytes
}

function isOpaque ({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

// The Paeth filter: each byte as its difference from whichever neighbour comes nearest. Photos shrink to about half.
function filtered ({ width, height, data }: Pixels, channels: 3 | 4): Uint8Array {
  const stride = width * channels
  const rows = new Uint8Array((stride + 1) * height)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(stride)
    for (let x = 0; x < width; x += 1) for (let c = 0; c < channels; c += 1) row[x * channels + c] = data[(y * width + x) * 4 + c] ?? 0
    const out = y * (stride + 1)
    rows[out] = 4
    for (let at = 0; at < stride; at += 1) {
      const left = row[at - channels] ?? 0
      const up = above[at] ?? 0
      const corner = above[at - channels] ?? 0
      const guess = left + up - corner
      const dLeft = Math.abs(guess - left)
      const dUp = Math.abs(guess - up)
      const dCorner = Math.abs(guess - corner)
      const nearest = dLeft <= dUp && dLeft <= dCorner ? left : dUp <= dCorner ? up : corner
      rows[out + 1 + at] = (row[at] ?? 0) - nearest
    }
    above = row
  }
  return rows
}

/** Writes pixels as PNG. The same pixels give the same bytes: there is no time in it, and the compression is ours. */
export function encodePng (pixels: Pixels): Uint8Array {
  const channels = isOpaque(pixels) ? 3 : 4
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, pixels.width)
  view.setUint32(4, pixels.height)
  header.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8)
  const parts = [Uint8Array.from(signature), chunk('IHDR', header), chunk('IDAT', zlibSync(filtered(pixels, channels), { level: 6 })), chunk('IEND', new Uint8Array())]
  return new Uint8Array(Buffer.concat(parts))
}
