import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import decode, { init } from '@jsquash/webp/decode.js'
import { encodePng } from './png.ts'
import { imageFacts } from './sniff.ts'

const require = createRequire(import.meta.url)

// An image larger than this is shown as unreadable: decoded it would take 160 MB of memory.
const mostPixels = 40_000_000

let ready: Promise<void> | null = null

// The decoder is WebAssembly that asks a browser for its file and its class of pixels: here it gets both from us.
async function start (): Promise<void> {
  const module = await WebAssembly.compile(await readFile(require.resolve('@jsquash/webp/codec/dec/webp_dec.wasm')))
  globalThis.ImageData ??= class {
    readonly colorSpace = 'srgb'
    readonly data: Uint8ClampedArray<ArrayBuffer>
    readonly width: number
    readonly height: number
    constructor (data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number) {
      this.data = data
      this.width = width
      this.height = height
    }
  } as unknown as typeof ImageData
  await init(module)
}

/**
 * A WebP as a PNG, for Word, which does not read WebP everywhere. Null when it is broken or too large. Decoded in
 * WebAssembly: what somebody uploaded cannot reach further than its own memory, and every machine gives the same pixels.
 */
export async function pngFromWebp (bytes: Uint8Array): Promise<Uint8Array | null> {
  const facts = imageFacts(bytes)
  if (facts === null || facts.width * facts.height > mostPixels) return null
  ready ??= start()
  await ready
  try {
    return encodePng(await decode(new Uint8Array(bytes).buffer))
  } catch {
    return null
  }
}
