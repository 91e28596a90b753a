import decode from '@jsquash/webp/decode.js'
import { unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { gradient, hashOf, jpegOf, pngOf, webpOf } from '../testing/images.ts'
import { doc, fullValues, img, li, p, table, tr, ul, versionOf } from '../testing/sample.ts'
import { imageHashes, withImages } from './load.ts'
import { encodePng } from './png.ts'
import { imageFacts, uprightSize } from './sniff.ts'
import { pngFromWebp } from './webp.ts'

describe('An image\'s facts', () => {
  it('are read from the bytes of PNG, JPEG and WebP', async () => {
    expect(imageFacts(pngOf(60, 40))).toEqual({ type: 'png', width: 60, height: 40, turn: 0 })
    expect(imageFacts(jpegOf())).toEqual({ type: 'jpeg', width: 16, height: 8, turn: 0 })
    expect(imageFacts(await webpOf(48, 32))).toEqual({ type: 'webp', width: 48, height: 32, turn: 0 })
  })

  it('say how a photo must be turned, and its size when it is', () => {
    for (const [orientation, turn, width, height] of [[1, 0, 16, 8], [3, 180, 16, 8], [6, 90, 8, 16], [8, 270, 8, 16]] as const) {
      const facts = imageFacts(jpegOf(orientation))
      expect(facts?.turn).toBe(turn)
      expect(facts === null ? null : uprightSize(facts)).toEqual({ width, height })
    }
  })

  it('survive a photo that says nothing sensible of how it was held', () => {
    const cut = jpegOf(6)
    cut.set([0xff, 0xff, 0xff, 0xff], 16)
    expect(imageFacts(cut)?.turn).toBe(0)
  })

  it('are none for anything else, also when it begins right', () => {
    for (const bytes of [[], [0xff, 0xd8], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0x3c, 0x73, 0x76, 0x67]]) expect(imageFacts(Uint8Array.from(bytes))).toBeNull()
  })
})

describe('A WebP', () => {
  it.each([255, 90])('becomes a PNG with the same pixels (alpha %i)', async alpha => {
    const webp = await webpOf(48, 32, alpha)
    const png = await pngFromWebp(webp)
    const pixels = await decode(new Uint8Array(webp).buffer)
    expect(Buffer.from(pixels.data).equals(Buffer.from(gradient(48, 32, alpha)))).toBe(true)
    expect(png).toEqual(encodePng({ width: 48, height: 32, data: gradient(48, 32, alpha) }))
  })

  it('that is broken, or too large to decode, gives nothing', async () => {
    const webp = await webpOf()
    expect(await pngFromWebp(webp.slice(0, 40))).toBeNull()
    const huge = webp.slice()
    new DataView(huge.buffer).setUint32(21, 0x0fffffff, true)
    expect(await pngFromWebp(huge)).toBeNull()
  })
})

describe('A PNG', () => {
  it('holds the pixels it was made of', () => {
    const png = pngOf(5, 3)
    const length = new DataView(png.buffer).getUint32(33)
    const rows = unzlibSync(png.subarray(41, 41 + length))
    // The first pixel of the first row is its own Paeth difference: nothing stands before it.
    expect([...rows.subarray(0, 4)]).toEqual([4, ...gradient(5, 3).subarray(0, 3)])
    expect(rows.length).toBe(3 * (5 * 3 + 1))
  })
})

describe('A version\'s images', () => {
  it('are found wherever they stand, each once', () => {
    const [one, two] = ['1'.repeat(64), '2'.repeat(64)]
    const rich = doc(ul(li(p(), img(one, ''))), table(tr({ type: 'tableCell', content: [img(two, ''), img(one, '')] })), img('not a hash', ''))
    expect(imageHashes(fullValues(rich))).toEqual([one, two])
  })

  it('are left out when they are not there or cannot be read', async () => {
    const png = pngOf()
    const [there, gone, failing] = [hashOf(png), '2'.repeat(64), '3'.repeat(64)]
    const input = versionOf(fullValues(doc(img(there, ''), img(gone, ''), img(failing, ''))))
    const loaded = await withImages({ ...input, image: hash => hash === failing ? Promise.reject(new Error('disk')) : Promise.resolve(hash === there ? png : null) })
    expect([...loaded.images.keys()]).toEqual([there])
  })
})
