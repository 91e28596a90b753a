import { taken } from '@samskriv/shared/base'
import { checkPackage, readManifest, readPublicKey, sealNames, unpack } from '@samskriv/shared/package'
import { sha256 } from '@samskriv/shared/version'
import { fill, textOf } from '@samskriv/shared/document'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newSigningKey } from '../signing/index.ts'
import { at, stringAt, type Answer } from './testing/browser.ts'
import { startHouse, startPartnership, template, type Partnership, type TestHouse } from './testing/house.ts'

const signing = newSigningKey()
const publicKey = readPublicKey(signing.publicKey) ?? new Uint8Array()
const facts = { version: 1, on: '2026-11-22', to: 'Statsforvalteren i Nordland', reference: '2026/17', language: 'nn' }
let house: TestHouse
let partnership: Partnership
let rendering: () => Promise<void>

beforeEach(async () => {
  rendering = async () => undefined
  house = await startHouse(parts => ({
    ...parts, signing,
    renderPdf: async input => { await rendering(); return taken(new TextEncoder().encode(`pdf ${input.meta.hash} ${input.language}`)) },
  }))
  partnership = await startPartnership(house)
})
afterEach(() => house.close())

const path = (rest = ''): string => `/api/behovsmeldinger/${partnership.id}${rest}`
const write = (text: string, epoch = 1): void => { textOf(house.live.doc(partnership.id, epoch), 'navn').insert(0, text) }
const lock = (reason?: string): Promise<Answer> => partnership.people.eier.send('POST', path('/lock'), reason === undefined ? {} : { reason })
const deliver = (more: object = {}): Promise<Answer> => partnership.people.eier.send('POST', path('/deliver'), { ...facts, ...more })
const view = async (): Promise<unknown> => (await partnership.people.leser.send('GET', path())).json
async function packageOf (number: number): Promise<Uint8Array> {
  const { people } = partnership
  const response = await fetch(house.base + path(`/deliveries/${number}.zip`), { headers: { Cookie: people.leser.cookie() } })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return new Uint8Array(await response.arrayBuffer())
}

describe('delivering', () => {
  it('hands in the locked version with a package anybody can check, and keeps it', async () => {
    write('Nordvik')
    await lock()
    const delivered = await deliver()
    expect(delivered.json).toMatchObject({ number: 1, version: 1, on: '2026-11-22', to: 'Statsforvalteren i Nordland', reference: '2026/17', by: { name: 'eier', role: 'eier' } })
    expect(await view()).toMatchObject({ state: 'levert', deliveries: [{ number: 1 }] })
    const zip = await packageOf(1)
    expect(await sha256(new Uint8Array(zip))).toBe(stringAt(delivered.json, 'package', 'hash'))
    const { manifest, findings } = await checkPackage(zip, publicKey)
    expect(findings).toEqual([])
    expect(manifest).toMatchObject({ behovsmelding: { id: partnership.id, title: 'Nordvik 2026' }, delivery: { number: 1, to: 'Statsforvalteren i Nordland', language: 'nn' }, version: { number: 1 } })
    const files = unpack(zip) ?? []
    expect(files.map(({ name }) => name)).toEqual(['behovsmelding.json', 'behovsmelding.pdf', 'behovsmelding.docx', 'public-key.pem', 'LES-MEG.txt', sealNames.manifest, sealNames.signature])
    const text = (name: string): string => new TextDecoder().decode(files.find(file => file.name === name)?.content)
    expect(text('behovsmelding.pdf')).toBe(`pdf ${manifest?.version.hash ?? ''} nn`)
    expect(text('public-key.pem')).toBe(signing.publicKey)
    expect(text('LES-MEG.txt')).toContain(signing.fingerprint)
  })

  it('leaves one audit entry with the package’s hash', async () => {
    await lock()
    const delivered = await deliver()
    expect(house.store.entries.at(-1)).toMatchObject({ action: 'deliver', role: 'eier', result: 'done', facts: { delivery: 1, version: 1, package: stringAt(delivered.json, 'package', 'hash') } })
    expect(house.live.told).toContainEqual({ behovsmelding: partnership.id, topic: 'view' })
  })

  it('knows what the same version looks like in every language', async () => {
    await lock()
    const renderings = at((await deliver()).json, 'package', 'renderings')
    const hash = stringAt(await view(), 'versions', 0, 'hash')
    const expected = await Promise.all(['pdf', 'docx'].flatMap(kind => ['nb', 'nn', 'en'].map(async language => ({ kind, language, hash: await sha256(new TextEncoder().encode(`${kind} ${hash} ${language}`)) }))))
    expect(renderings).toEqual(expected)
  })

  it('takes images along under names that say nothing of persons', async () => {
    const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), letter => letter.codePointAt(0) ?? 0)
    const stored = await partnership.people.eier.send('POST', path('/images'), png)
    const hash = stringAt(stored.json, 'hash')
    fill(template, house.live.doc(partnership.id, 1), { om: { type: 'doc', content: [{ type: 'image', attrs: { hash, alt: 'et kart', type: 'image/png', width: 1, height: 1 } }] } })
    await lock()
    await deliver()
    const files = unpack(await packageOf(1)) ?? []
    expect(files.find(({ name }) => name === `vedlegg/${hash.slice(0, 16)}.png`)?.content).toEqual(png)
  })

  it('is not done with another version, a wrong day, nobody to send it to, or by others', async () => {
    await lock()
    for (const [more, field] of [[{ on: '2026-11-23' }, 'on'], [{ on: 'x' }, 'on'], [{ to: ' ' }, 'to'], [{ to: 7 }, 'to'], [{ reference: 'x'.repeat(101) }, 'reference'], [{ language: 'se' }, 'language']] as const) {
      expect(await deliver(more)).toMatchObject({ code: 'invalid', json: { refusal: { facts: { field } } } })
    }
    expect((await deliver({ version: 2 })).code).toBe('other-version')
    for (const role of ['uh', 'tillitsvalgt', 'leser'] as const) expect((await partnership.people[role].send('POST', path('/deliver'), facts)).code).toBe('not-allowed')
    expect((await partnership.outsider.send('POST', path('/deliver'), facts)).code).toBe('not-found')
    const refusedSteps = house.store.entries.filter(({ action, result }) => action === 'deliver' && result === 'refused')
    expect(refusedSteps.map(({ facts: said }) => said?.['code'])).toEqual(['other-version', 'not-allowed', 'not-allowed', 'not-allowed', 'not-found'])
    expect(await view()).toMatchObject({ state: 'låst', deliveries: [] })
  })

  it('is done once when two coordinators deliver in the same moment', async () => {
    await lock()
    const [first, second] = await Promise.all([deliver(), deliver({ to: 'Fylkeskommunen' })])
    expect([first.code, second.code].toSorted()).toEqual([null, 'wrong-state'].toSorted())
    expect(at(await view(), 'deliveries')).toHaveLength(1)
  })

  it('is not done when it was reopened while the package was made', async () => {
    await lock()
    rendering = async () => {
      rendering = async () => undefined
      await partnership.people.eier.send('POST', path('/reopen'), { reason: 'en sum' })
    }
    expect((await deliver()).code).toBe('wrong-state')
    expect(await view()).toMatchObject({ state: 'utkast', deliveries: [] })
  })

  it('says no when the documents cannot be written now, and is not half done', async () => {
    await lock()
    rendering = () => Promise.reject(new Error('out of order'))
    expect((await deliver()).code).toBe('broken')
    expect(await view()).toMatchObject({ state: 'låst', deliveries: [] })
    rendering = async () => undefined
    expect((await deliver()).status).toBe(200)
  })

  it('comes back to be corrected with a reason everybody sees, and a second delivery follows the first', async () => {
    write('Nordvik')
    await lock()
    await deliver()
    await partnership.people.eier.send('POST', path('/reopen'), { reason: 'Summen for UH mangler.' })
    expect(await view()).toMatchObject({ state: 'utkast', deliveries: [{ number: 1, returned: { reason: 'Summen for UH mangler.', by: { name: 'eier' } } }] })
    write('Sør-', 2)
    await lock()
    expect((await deliver({ version: 2, reference: '' })).json).toMatchObject({ number: 2, version: 2, reference: '' })
    const deliveries = at(await view(), 'deliveries')
    expect(deliveries).toMatchObject([{ number: 1, returned: {} }, { number: 2 }])
    for (const number of [1, 2]) expect((await checkPackage(await packageOf(number), publicKey)).findings).toEqual([])
    const second = unpack(await packageOf(2))?.find(({ name }) => name === sealNames.manifest)
    expect(readManifest(second?.content ?? new Uint8Array())?.chain.map(({ number }) => number)).toEqual([1, 2])
  })

  it('gives the package to those with a part alone, and none that is not there', async () => {
    await lock()
    await deliver()
    expect((await partnership.outsider.send('GET', path('/deliveries/1.zip'))).code).toBe('not-found')
    for (const file of ['2.zip', '1', '0.zip', 'x.zip']) expect((await partnership.people.eier.send('GET', path(`/deliveries/${file}`))).code).toBe('not-found')
    const sent = await partnership.people.eier.send('GET', path('/deliveries/1.zip'))
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment; filename=behovsmelding-levering-1-[0-9a-f]{8}\.zip$/)
  })
})
