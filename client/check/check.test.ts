import { generateKeyPairSync, sign } from 'node:crypto'
import type { KnownHash } from '@samskriv/shared/api'
import { fingerprintOf, manifestBytes, pack, readPublicKey, sealNames, type Manifest } from '@samskriv/shared/package'
import { sha256 } from '@samskriv/shared/version'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { standingOf } from '../delivery/deliveries-list.tsx'
import { hashFile, hashIn, mostFileBytes } from './hash-file.ts'
import { lookInside } from './look-inside.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }))
const older = String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }))
const version = bytes('{"navn":"Nordvik"}')
const known = { what: 'version', standing: 'delivered' } as const
let asked: unknown[]

async function packageWith (content = version): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await sha256(version)
  const [at, by] = ['2026-11-22T10:00:00.000Z', { name: 'eier', role: 'eier' }]
  const manifest: Manifest = {
    format: 'samskriv-package/1', key: await fingerprintOf(readPublicKey(pem) ?? bytes('')),
    behovsmelding: { id: 'b', title: 'Nordvik', template: { id: 't', version: 1 } },
    delivery: { number: 1, on: '2026-11-22', to: 'Statsforvalteren', reference: '', language: 'nb', at, by },
    version: { number: 1, hash, at, by }, chain: [{ number: 1, hash, previous: null, kind: 'lock', at }],
    files: [{ name: 'behovsmelding.json', type: 'application/json', hash, bytes: version.length }],
  }
  const written = manifestBytes(manifest)
  return new Uint8Array(pack([{ name: 'behovsmelding.json', content }, { name: sealNames.manifest, content: written }, { name: sealNames.signature, content: new Uint8Array(sign(null, written, privateKey)) }]))
}

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (path: string, options: { readonly body?: string }) => {
    asked.push(options.body)
    const keys = [older, pem].map((publicKey, index) => ({ fingerprint: String(index), publicKey, madeAt: '', isPresent: index === 0 }))
    return new Response(JSON.stringify(path === '/api/signing-keys' ? keys : { known }))
  })
})
afterEach(() => { vi.unstubAllGlobals() })

describe('a fingerprint somebody pasted', () => {
  it('is taken in any case and with spaces, and nothing else is', () => {
    const hash = 'ab12'.repeat(16)
    expect([hashIn(hash.toUpperCase()), hashIn(` ${hash.replaceAll(/(.{8})/g, '$1 ')}\n`)]).toEqual([hash, hash])
    expect(['', 'ab12cd34', `${hash}0`, hash.replace('a', 'g')].map(hashIn)).toEqual([null, null, null, null])
  })
})

describe('a file', () => {
  it('is hashed here; one too large, or that cannot be read, is told of', async () => {
    expect(await hashFile(new File([version], 'x.json'))).toMatchObject({ name: 'x.json', hash: await sha256(version) })
    expect(await hashFile({ size: mostFileBytes + 1 } as File)).toBe('too-large')
    expect(await hashFile({ size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as File)).toBe('unreadable')
  })
})

describe('a package that is not known as a whole', () => {
  it('is looked into with each key there ever was; only the hash of its version is asked for', async () => {
    const inside = await lookInside(await packageWith())
    expect(inside).toEqual({ findings: [], version: known as unknown as KnownHash })
    expect(asked).toEqual([undefined, JSON.stringify({ hash: await sha256(version) })])
  })
  it('says which file was changed', async () => {
    expect((await lookInside(await packageWith(bytes('{"navn":"Sørvik!"}'))))?.findings).toEqual([{ kind: 'changed', name: 'behovsmelding.json' }])
  })
  it('is no package when it is another zip, or none', async () => {
    expect(await lookInside(new Uint8Array(pack([{ name: 'a.txt', content: version }])))).toBeNull()
    expect(await lookInside(bytes('%PDF'))).toBeNull()
    expect(await lookInside(bytes('PK ødelagt'))).toBeNull()
  })
  it('is not judged where the browser knows no Ed25519', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', 'NotSupportedError'))
    expect(await lookInside(await packageWith())).toBeNull()
    vi.restoreAllMocks()
  })
})

describe('a delivery', () => {
  it('stands until it comes back or a later one is made', () => {
    const delivery = { number: 1 } as Parameters<typeof standingOf>[0]
    const returned = { ...delivery, returned: { at: '', by: { personId: '', name: '', role: '' }, reason: '' } }
    expect([standingOf(delivery, true), standingOf(returned, true), standingOf(returned, false), standingOf(delivery, false)]).toEqual(['stands', 'returned', 'superseded', 'superseded'])
  })
})
