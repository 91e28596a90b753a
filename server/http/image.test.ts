import { sha256 } from '@samskriv/shared/version'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mostImageBytes, readImage, roomForImage } from './image.ts'
import { startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap(part => (typeof part === 'string' ? [...part].map(character => character.charCodeAt(0)) : [...part])))
const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

const png = (width: number, height: number) => bytesOf('\x89PNG\r\n\x1a\n', word(13), 'IHDR', word(width), word(height), [8, 6, 0, 0, 0], word(0))
const jpeg = bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3], [0, 0, 0, 0, 0, 0, 0, 0, 0])
const webp = bytesOf('RIFF', [30, 0, 0, 0], 'WEBP', 'VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 49, 0, 0, 59, 0, 0])

let house: TestHouse
let partnership: Partnership
beforeEach(async () => {
  house = await startHouse()
  partnership = await startPartnership(house)
})
afterEach(() => house.close())

const images = (): string => `/api/behovsmeldinger/${partnership.id}/images`

describe('an image', () => {
  it('is known by its bytes: PNG, JPEG, WebP and nothing else', () => {
    expect(readImage(png(3, 2))).toEqual({ ok: true, value: { type: 'image/png', width: 3, height: 2 } })
    expect(readImage(jpeg)).toEqual({ ok: true, value: { type: 'image/jpeg', width: 40, height: 30 } })
    expect(readImage(webp)).toEqual({ ok: true, value: { type: 'image/webp', width: 50, height: 60 } })
    for (const other of [bytesOf('GIF89a', [1, 0, 1, 0]), bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), bytesOf('%PDF-1.7'), bytesOf([]), png(3, 2).slice(0, 14), png(0, 2)]) {
      expect(readImage(other)).toMatchObject({ ok: false, refusal: { code: 'unsupported-type', facts: { taken: 'PNG, JPEG, WebP' } } })
    }
  })

  it('of more pixels than anybody can show is refused by its header alone', () => {
    expect(readImage(png(60_000, 60_000))).toMatchObject({ ok: false, refusal: { code: 'too-large', facts: { unit: 'pixels', width: 60_000 } } })
  })

  it('is kept by hash and given back as what it is, shut off from everything', async () => {
    const { people: { uh, leser } } = partnership
    const stored = await uh.send('POST', images(), png(3, 2), { 'Content-Type': 'image/jpeg' })
    const hash = await sha256(png(3, 2))
    expect([stored.status, stored.json]).toEqual([201, { hash, type: 'image/png', width: 3, height: 2 }])
    const shown = await leser.send('GET', `${images()}/${hash}`)
    expect(Object.fromEntries(['content-type', 'x-content-type-options', 'content-disposition', 'content-security-policy', 'cache-control'].map(name => [name, shown.headers.get(name)]))).toEqual({
      'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, max-age=31536000, immutable',
    })
    const before = house.store.commits()
    expect((await uh.send('POST', images(), png(3, 2))).status).toBe(201)
    expect(house.store.commits()).toBe(before)
  })

  it('is not an SVG that calls itself PNG', async () => {
    const svg = bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const answer = await partnership.people.uh.send('POST', images(), svg)
    expect([answer.status, answer.code]).toEqual([415, 'unsupported-type'])
    expect(house.store.files.size).toBe(0)
  })

  it('is refused where two hundred stand already, and one of those may come again', async () => {
    const { uh } = partnership.people
    const records = Array.from({ length: 200 }, (_, n) => ({
      id: `${partnership.id}/${n}`, behovsmelding: partnership.id, hash: `${n}`, type: 'image/png', bytes: 45, addedBy: '', addedAt: '',
    }))
    const [first] = records
    if (first === undefined) throw new Error('there are two hundred')
    const known = png(7, 7)
    await house.store.commit({ changes: [...records.slice(1), { ...first, hash: await sha256(known) }].map(put => ({ table: 'files', put })) })
    const answer = await uh.send('POST', images(), png(3, 2))
    expect([answer.status, answer.code]).toEqual([413, 'images-full'])
    expect((await uh.send('POST', images(), known)).status).toBe(201)
  })

  it('is refused where it would fill the disk', () => {
    const most = 100 * 1024 * 1024
    expect(roomForImage([{ bytes: most - 10 }], 10)).toEqual({ ok: true, value: true })
    expect(roomForImage([{ bytes: most - 10 }], 11)).toMatchObject({ ok: false, refusal: { code: 'images-full', facts: { unit: 'bytes' } } })
  })

  it('is taken up to ten megabytes and not a byte more', async () => {
    const just = new Uint8Array(mostImageBytes)
    just.set(png(3, 2))
    expect((await partnership.people.uh.send('POST', images(), just)).status).toBe(201)
    const more = new Uint8Array(mostImageBytes + 1)
    more.set(png(3, 2))
    const answer = await partnership.people.uh.send('POST', images(), more)
    expect([answer.status, answer.json]).toEqual([413, { refusal: { code: 'too-large', facts: { most: mostImageBytes, unit: 'bytes' } } }])
  })

  it('is put in by those who may write and seen by those who may read', async () => {
    const { people: { leser, eier }, outsider, id } = partnership
    expect((await leser.send('POST', images(), png(3, 2))).code).toBe('not-allowed')
    expect((await outsider.send('POST', images(), png(3, 2))).code).toBe('not-found')
    expect((await house.browser().send('POST', images(), png(3, 2))).code).toBe('not-signed-in')
    await eier.send('POST', images(), png(3, 2))
    const hash = await sha256(png(3, 2))
    expect((await outsider.send('GET', `${images()}/${hash}`)).code).toBe('not-found')
    expect((await eier.send('GET', `${images()}/${'0'.repeat(64)}`)).code).toBe('not-found')
    await eier.send('POST', `/api/behovsmeldinger/${id}/lock`, {})
    expect((await eier.send('POST', images(), png(4, 4))).code).toBe('wrong-state')
    expect((await leser.send('GET', `${images()}/${hash}`)).status).toBe(200)
  })
})
