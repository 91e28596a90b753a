import { refused, taken, type Result } from '@samskriv/shared/base'
import { imageDimensionsFromData } from 'image-dimensions'

/** An image's kind and size in pixels, as its bytes say. */
export interface ImageFacts { readonly type: 'image/png' | 'image/jpeg' | 'image/webp', readonly width: number, readonly height: number }

/** Bytes of one image: a photo from a telephone is some 4 MB. */
export const mostImageBytes = 10 * 1024 * 1024
/** Pixels of one image, whatever its bytes: unpacked it takes four bytes each wherever it is shown or put into a document. */
export const mostPixels = 50_000_000

/** Images of one behovsmelding, and their bytes: more than any form has use for. A delivery holds each three times (itself, in PDF, in DOCX) and must fit its own bound. */
const mostImages = 200
const mostImagesBytes = 100 * 1024 * 1024

/** Whether one more image has room beside those a behovsmelding has. Refuses `images-full` (`most`; `unit`: images or bytes). */
export function roomForImage (there: readonly { readonly bytes: number }[], bytes: number): Result<true> {
  if (there.length >= mostImages) return refused('images-full', { most: mostImages, unit: 'images' })
  const sum = there.reduce((before, each) => before + each.bytes, bytes)
  return sum > mostImagesBytes ? refused('images-full', { most: mostImagesBytes, unit: 'bytes' }) : taken(true)
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCodePoint(...bytes.subarray(from, to))

// By the first bytes: what a header or a file name claims decides nothing.
function typeOf (bytes: Uint8Array): ImageFacts['type'] | null {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && ascii(bytes, 12, 16) === 'IHDR') return 'image/png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  return null
}

/**
 * What an image is. Refuses `unsupported-type` when it is no PNG, JPEG or WebP, or none that can be read;
 * `too-large` (`most`, `unit`: bytes or pixels) when it is too much.
 */
export function readImage (bytes: Uint8Array): Result<ImageFacts> {
  if (bytes.length > mostImageBytes) return refused('too-large', { most: mostImageBytes, unit: 'bytes' })
  const type = typeOf(bytes)
  if (type === null) return refused('unsupported-type', { taken: 'PNG, JPEG, WebP' })
  const size = imageDimensionsFromData(bytes)
  if (size === undefined || size.width < 1 || size.height < 1) return refused('unsupported-type', { taken: 'PNG, JPEG, WebP', type })
  const { width, height } = size
  if (width * height > mostPixels) return refused('too-large', { most: mostPixels, unit: 'pixels', width, height })
  return taken({ type, width, height })
}
