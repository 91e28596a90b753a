import { taken } from '@samskriv/shared/base'
import { textOf } from '@samskriv/shared/document'
import { unpack } from '@samskriv/shared/package'
import { sha256 } from '@samskriv/shared/version'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { announceKey, newSigningKey } from '../signing/index.ts'
import { at, stringAt, type Answer, type Browser } from './testing/browser.ts'
import { startHouse, startPartnership, type Partnership, type TestHouse } from './testing/house.ts'

const signing = newSigningKey()
const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), letter => letter.codePointAt(0) ?? 0)
let house: TestHouse
let partnership: Partnership
let stranger: Browser

beforeEach(async () => {
  house = await startHouse(parts => ({ ...parts, signing, renderPdf: async input => taken(new TextEncoder().encode(`pdf ${input.meta.hash} ${input.language}`)) }))
  await announceKey(house.store, signing, house.now())
  partnership = await startPartnership(house)
  stranger = house.browser()
})
afterEach(() => house.close())

const path = (rest: string): string => `/api/behovsmeldinger/${partnership.id}${rest}`
const ask = (hash: string, as = stranger): Promise<Answer> => as.send('POST', '/api/check', { hash })
async function known (hash: string, as = stranger): Promise<unknown> { return at((await ask(hash, as)).json, 'known') }
const hashOf = (text: string): Promise<string> => sha256(new TextEncoder().encode(text))

/** Writes, locks and delivers. Gives the hashes of the version and of the package. */
async function deliver (version: number): Promise<{ readonly version: string, readonly package: string }> {
  const { eier } = partnership.people
  textOf(house.live.doc(partnership.id, version), 'navn').insert(0, `Nordvik ${version}`)
  const locked = await eier.send('POST', path('/lock'), {})
  const delivered = await eier.send('POST', path('/deliver'), { version, on: '2026-11-22', to: 'Statsforvalteren', reference: '2026/17' })
  return { version: stringAt(locked.json, 'hash'), package: stringAt(delivered.json, 'package', 'hash') }
}
const reopen = (): Promise<Answer> => partnership.people.eier.send('POST', path('/reopen'), { reason: 'en sum' })

describe('whoever has a file', () => {
  it('is told that it is of the delivered version, what it is and when, and no names', async () => {
    const { version, package: zip } = await deliver(1)
    const delivered = { standing: 'delivered', version: { number: 1, kind: 'lock', at: '2026-11-22T09:00:00.000Z' }, delivery: { number: 1, version: 1, on: '2026-11-22' }, latest: null, inside: null }
    expect(await known(zip)).toEqual({ what: 'package', language: 'nb', ...delivered })
    expect(await known(version)).toEqual({ what: 'version', language: null, ...delivered })
    expect(await known(await hashOf(`pdf ${version} nn`))).toEqual({ what: 'pdf', language: 'nn', ...delivered })
    expect(await known(await hashOf(`docx ${version} en`))).toEqual({ what: 'docx', language: 'en', ...delivered })
  })

  it('is told the names too with a part in it, and not as a member of another one', async () => {
    const { package: zip } = await deliver(1)
    expect(await known(zip, partnership.people.leser)).toMatchObject({ inside: { behovsmelding: partnership.id, title: 'Nordvik 2026', to: 'Statsforvalteren', reference: '2026/17', by: 'eier' } })
    expect(await known(zip, partnership.outsider)).toMatchObject({ inside: null })
  })

  it('is told when it came back to be corrected, and when a newer one was delivered', async () => {
    const first = await deliver(1)
    await reopen()
    expect(await known(first.package)).toMatchObject({ standing: 'returned', delivery: { number: 1 }, latest: null })
    const second = await deliver(2)
    expect(await known(first.package)).toMatchObject({ standing: 'superseded', delivery: { number: 1, version: 1 }, latest: { number: 2, version: 2 } })
    expect(await known(second.version)).toMatchObject({ standing: 'delivered', delivery: { number: 2 }, latest: null })
  })

  it('is told that a version was never delivered, and which one was', async () => {
    const { eier } = partnership.people
    const locked = await eier.send('POST', path('/lock'), {})
    const hash = stringAt(locked.json, 'hash')
    expect(await known(hash)).toEqual({ what: 'version', language: null, standing: 'not-delivered', version: { number: 1, kind: 'lock', at: '2026-11-22T09:00:00.000Z' }, delivery: null, latest: null, inside: null })
    await reopen()
    await deliver(2)
    expect(await known(hash)).toMatchObject({ standing: 'not-delivered', latest: { number: 1, version: 2 } })
  })

  it('is told which version a document is of that somebody fetched, and whether that was delivered', async () => {
    const { eier, tillitsvalgt } = partnership.people
    const named = await eier.send('POST', path('/versions'), { kind: 'named', name: 'Før møtet' })
    const document = `pdf ${stringAt(named.json, 'hash')} nb`
    expect(await known(await hashOf(document))).toBeNull()
    expect((await tillitsvalgt.send('GET', path('/versions/1.pdf?language=nb'))).text).toBe(document)
    expect(await known(await hashOf(document))).toEqual({ what: 'pdf', language: 'nb', standing: 'not-delivered', version: { number: 1, kind: 'named', at: '2026-11-22T09:00:00.000Z' }, delivery: null, latest: null, inside: null })
    expect(await known(await hashOf(document), tillitsvalgt)).toMatchObject({ inside: { behovsmelding: partnership.id, to: null } })
    const { store } = house
    await store.commit({ changes: [{ table: 'renderings', put: { id: 'f'.repeat(64), behovsmelding: partnership.id, version: 2, kind: 'docx', language: 'nn', at: '2026-11-22T09:00:00.000Z' } }] })
    await deliver(2)
    expect(await known('f'.repeat(64))).toMatchObject({ what: 'docx', language: 'nn', standing: 'delivered', delivery: { number: 1, version: 2 } })
  })

  it('is told nothing of what is not known here, nor of an image or the key, which may be anybody’s', async () => {
    const { eier } = partnership.people
    const image = stringAt((await eier.send('POST', path('/images'), png)).json, 'hash')
    const { package: zip } = await deliver(1)
    const readme = unpack(new Uint8Array(await house.store.getFile(zip) ?? []))?.find(({ name }) => name === 'LES-MEG.txt')
    for (const hash of ['0'.repeat(64), image, await hashOf(signing.publicKey), await sha256(new Uint8Array(readme?.content ?? []))]) expect(await known(hash)).toBeNull()
  })

  it('is asked for a hash, and not to ask without end', async () => {
    for (const hash of ['', 'x', 'A'.repeat(64), 7]) expect((await stranger.send('POST', '/api/check', { hash })).code).toBe('invalid')
    for (let n = 4; n < 60; n++) expect((await ask('0'.repeat(64))).status).toBe(200)
    expect((await ask('0'.repeat(64))).code).toBe('too-fast')
    house.wait(60_000)
    expect((await ask('0'.repeat(64))).status).toBe(200)
  })

  it('is counted by the address a trusted proxy tells, and by the proxy’s own when it is not trusted', async () => {
    const from = async (n: number): Promise<number> => (await stranger.send('POST', '/api/check', { hash: '0'.repeat(64) }, { 'X-Forwarded-For': `203.0.113.${n}` })).status
    for (let n = 0; n < 61; n++) expect(await from(n)).toBe(200)
    await house.close()
    house = await startHouse(parts => ({ ...parts, trustProxy: '10.0.0.0/8' }))
    stranger = house.browser()
    for (let n = 0; n < 60; n++) expect(await from(n)).toBe(200)
    expect(await from(60)).toBe(429)
  })
})

describe('the keys', () => {
  it('are there for anybody, the present one first', async () => {
    const older = newSigningKey()
    await announceKey(house.store, older, house.now() - 1000)
    const keys = (await stranger.send('GET', '/api/signing-keys')).json
    expect(keys).toMatchObject([{ fingerprint: signing.fingerprint, publicKey: signing.publicKey, isPresent: true }, { fingerprint: older.fingerprint, isPresent: false }])
    const pem = await stranger.send('GET', '/api/signing-key.pem')
    expect([pem.text, pem.headers.get('content-type')]).toEqual([signing.publicKey, 'application/x-pem-file; charset=utf-8'])
  })
})
