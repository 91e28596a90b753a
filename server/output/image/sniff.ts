/** What kind of image the bytes are, its size in pixels as stored, and how far it must be turned (degrees, clockwise) to stand upright. */
export interface ImageFacts { readonly type: 'png' | 'jpeg' | 'webp', readonly width: number, readonly height: number, readonly turn: Turn }
/** A phone held sideways stores the picture lying down and says so. */
export type Turn = 0 | 90 | 180 | 270

const ascii = (bytes: Uint8Array, start: number, length: number): string => String.fromCharCode(...bytes.subarray(start, start + length))

function png (view: DataView): ImageFacts | null {
  return view.byteLength < 24 ? null : { type: 'png', width: view.getUint32(16), height: view.getUint32(20), turn: 0 }
}

const turns: Readonly<Record<number, Turn>> = { 3: 180, 6: 90, 8: 270 }

// Exif: a small TIFF file inside the JPEG, in which tag 0x0112 says how the camera was held.
function exifTurn (bytes: Uint8Array, start: number, end: number): Turn {
  if (ascii(bytes, start, 4) !== 'Exif' || start + 14 > end) return 0
  const view = new DataView(bytes.buffer, bytes.byteOffset + start + 6, end - start - 6)
  const little = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, little)
  const entries = first + 2 <= view.byteLength ? view.getUint16(first, little) : 0
  for (let entry = first + 2; entry < first + 2 + entries * 12 && entry + 12 <= view.byteLength; entry += 12) {
    if (view.getUint16(entry, little) === 0x0112) return turns[view.getUint16(entry + 8, little)] ?? 0
  }
  return 0
}

// JPEG: the size stands in the first "start of frame" segment (C0–CF but C4, C8 and CC, which are tables).
function jpeg (bytes: Uint8Array, view: DataView): ImageFacts | null {
  let at = 2
  let turn: Turn = 0
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) { at += 1; continue }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), turn }
    if (marker === 0xe1) turn = exifTurn(bytes, at + 4, Math.min(at + 2 + view.getUint16(at + 2), view.byteLength))
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

// WebP: three ways to say the size, one for each way of coding (lossy, lossless, extended).
function webp (bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (view.byteLength < 30) return null
  const coding = ascii(bytes, 12, 4)
  if (coding === 'VP8 ') return { type: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, turn: 0 }
  if (coding === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, turn: 0 }
  }
  if (coding !== 'VP8X') return null
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  return { type: 'webp', width: uint24(24) + 1, height: uint24(27) + 1, turn: 0 }
}

/** Reads an image's kind and size from its first bytes, whatever it was called. Null when it is no PNG, JPEG or WebP. */
export function imageFacts (bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const facts = ascii(bytes, 1, 3) === 'PNG' ? png(view)
    : view.byteLength > 3 && view.getUint16(0) === 0xffd8 ? jpeg(bytes, view)
      : ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP' ? webp(bytes, view) : null
  return facts !== null && facts.width > 0 && facts.height > 0 ? facts : null
}

/** How large an image is when it stands upright, in pixels. */
export function uprightSize ({ width, height, turn }: Pick<ImageFacts, 'width' | 'height' | 'turn'>): { readonly width: number, readonly height: number } {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}
