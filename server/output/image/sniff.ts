/** What kind of image the bytes are, and its size in pixels. */
export interface ImageFacts { readonly type: 'png' | 'jpeg' | 'webp', readonly width: number, readonly height: number }

const ascii = (bytes: Uint8Array, start: number, length: number): string => String.fromCharCode(...bytes.subarray(start, start + length))

function png (view: DataView): ImageFacts | null {
  return view.byteLength < 24 ? null : { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

// JPEG: the size stands in the first "start of frame" segment (C0–CF but C4, C8 and CC, which are tables).
function jpeg (view: DataView): ImageFacts | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) { at += 1; continue }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

// WebP: three ways to say the size, one for each way of coding (lossy, lossless, extended).
function webp (bytes: Uint8Array, view: DataView): ImageFacts | null {
  if (view.byteLength < 30) return null
  const coding = ascii(bytes, 12, 4)
  if (coding === 'VP8 ') return { type: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (coding === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (coding !== 'VP8X') return null
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  return { type: 'webp', width: uint24(24) + 1, height: uint24(27) + 1 }
}

/** Reads an image's kind and size from its first bytes, whatever it was called. Null when it is no PNG, JPEG or WebP. */
export function imageFacts (bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const facts = ascii(bytes, 1, 3) === 'PNG' ? png(view)
    : view.byteLength > 3 && view.getUint16(0) === 0xffd8 ? jpeg(view)
      : ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP' ? webp(bytes, view) : null
  return facts !== null && facts.width > 0 && facts.height > 0 ? facts : null
}
