import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import encode, { init } from '@jsquash/webp/encode.js'
import { encodePng } from '../image/png.ts'

/** Lower-case hex SHA-256, as images are named. */
export function hashOf (bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Pixels (RGBA) of a gradient, so that no two are the same; `alpha` of them all. */
export function gradient (width: number, height: number, alpha = 255): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at += 1) {
    pixels.set([Math.floor((at % width) * 255 / width), Math.floor(Math.floor(at / width) * 255 / height), 140, alpha], at * 4)
  }
  return pixels
}

/** A PNG of a gradient. */
export function pngOf (width = 60, height = 40): Uint8Array {
  return encodePng({ width, height, data: gradient(width, height) })
}

const require = createRequire(import.meta.url)

/** A lossless WebP of a gradient. */
export async function webpOf (width = 48, height = 32, alpha = 255): Promise<Uint8Array> {
  await init(await WebAssembly.compile(await readFile(require.resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm'))))
  // The encoder asks only for these three, though its type is the browser's class.
  const image = { width, height, data: gradient(width, height, alpha), colorSpace: 'srgb' } as unknown as ImageData
  return new Uint8Array(await encode(image, { lossless: 1, exact: 1 }))
}

/** A JPEG of 16 × 8 grey pixels, written out by hand. `orientation`: Exif's number for how the camera was held. */
export function jpegOf (orientation?: number): Uint8Array {
  const exif = orientation === undefined ? [] : [
    0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08,
    0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  ]
  const quantisation = [0xff, 0xdb, 0x00, 0x43, 0x00, ...Array.from({ length: 64 }, () => 1)]
  const frame = [0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x08, 0x00, 0x10, 0x01, 0x01, 0x11, 0x00]
  // One code each for DC and AC: "nothing", one bit long.
  const dc = [0xff, 0xc4, 0x00, 0x14, 0x00, 0x01, ...Array.from({ length: 15 }, () => 0), 0x00]
  const ac = [0xff, 0xc4, 0x00, 0x14, 0x10, 0x01, ...Array.from({ length: 15 }, () => 0), 0x00]
  const scan = [0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x0f]
  return Uint8Array.from([0xff, 0xd8, ...exif, ...quantisation, ...frame, ...dc, ...ac, ...scan, 0xff, 0xd9])
}
