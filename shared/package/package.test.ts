import { generateKeyPairSync, sign } from 'node:crypto'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sha256, versionKinds } from '../version/index.ts'
import { checkPackage, fingerprintOf, manifestBytes, mostPackageBytes, pack, packageNames, readManifest, readPublicKey, sealNames, unpack, type Manifest, type PackageFile } from './index.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function newKey () {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const read = readPublicKey(String(publicKey.export({ type: 'spki', format: 'pem' })))
  if (read === null) throw new Error('no public key')
  return { publicKey: read, sign: (content: Uint8Array) => new Uint8Array(sign(null, content, privateKey)) }
}

const key = newKey()
const stranger = newKey()
const contents = [{ name: packageNames.version, content: bytes('{"navn":"Nordvik"}') }, { name: 'behovsmelding.pdf', content: bytes('%PDF') }] as const

async function manifestOf (files: readonly PackageFile[], more: Partial<Manifest> = {}, signer = key): Promise<Manifest> {
  const hash = await sha256(contents[0].content)
  const by = { name: 'Ingrid', role: 'eier' }
  const at = '2026-11-22T10:00:00.000Z'
  return {
    format: 'samskriv-package/1',
    behovsmelding: { id: 'b', title: 'Nordvik', template: { id: 't', version: 1 } },
    delivery: { number: 1, on: '2026-11-22', to: 'Statsforvalteren', reference: '', language: 'nb', at, by },
    version: { number: 2, hash, at, by },
    chain: [{ number: 1, hash: '1'.repeat(64), previous: null, kind: 'round', at }, { number: 2, hash, previous: '1'.repeat(64), kind: 'lock', at }],
    files: await Promise.all(files.map(async ({ name, content }) => ({ name, type: 'x', hash: await sha256(new Uint8Array(content)), bytes: content.length }))),
    key: await fingerprintOf(signer.publicKey),
    ...more,
  }
}

async function sealed (files: readonly PackageFile[] = contents, more: Partial<Manifest> = {}, signer = key): Promise<PackageFile[]> {
  const written = manifestBytes(await manifestOf(files, more, signer))
  return [...files, { name: sealNames.manifest, content: written }, { name: sealNames.signature, content: signer.sign(written) }]
}

const found = async (files: readonly PackageFile[]) => (await checkPackage(pack(files), key.publicKey)).findings
const withContent = (files: readonly PackageFile[], name: string, content: Uint8Array): PackageFile[] => files.map(file => file.name === name ? { name, content } : file)

describe('a package', () => {
  it('is the same bytes from the same files, and comes apart again', async () => {
    const files = await sealed()
    expect(pack(files)).toEqual(pack(files))
    expect(unpack(pack(files))).toEqual(files)
  })

  it('is found whole with the key it is signed with, and tells what it is', async () => {
    const { manifest, findings } = await checkPackage(pack(await sealed()), key.publicKey)
    expect(findings).toEqual([])
    expect(manifest?.delivery).toMatchObject({ number: 1, to: 'Statsforvalteren' })
  })

  it('is found out whichever of its bytes is changed', async () => {
    const zip = pack(await sealed())
    const missed: number[] = []
    for (let at = 0; at < zip.length; at++) {
      const changed = zip.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      if ((await checkPackage(changed, key.publicKey)).findings.length === 0) missed.push(at)
    }
    expect(missed).toEqual([])
  })

  it('is found out when it is cut off anywhere, or has something before or behind it', async () => {
    const zip = pack(await sealed())
    for (const length of [0, 1, 40, zip.length - 23, zip.length - 1]) expect((await checkPackage(zip.slice(0, length), key.publicKey)).findings).toHaveLength(1)
    for (const other of [new Uint8Array([...zip, 0]), new Uint8Array([0, ...zip])]) expect((await checkPackage(other, key.publicKey)).findings).not.toEqual([])
  })

  it('says which file is another, is gone or has come', async () => {
    const files = await sealed()
    expect(await found(withContent(files, 'behovsmelding.pdf', bytes('%PDG')))).toEqual([{ kind: 'changed', name: 'behovsmelding.pdf' }])
    expect(await found(files.filter(({ name }) => name !== 'behovsmelding.pdf'))).toEqual([{ kind: 'missing', name: 'behovsmelding.pdf' }])
    expect(await found([...files, { name: 'mer.pdf', content: bytes('x') }])).toEqual([{ kind: 'added', name: 'mer.pdf' }])
  })

  it('says that the signature is wrong when the manifest was changed after it was signed', async () => {
    const files = await sealed()
    const other = manifestBytes(await manifestOf(contents, { behovsmelding: { id: 'b', title: 'Sørvik', template: { id: 't', version: 1 } } }))
    expect(await found(withContent(files, sealNames.manifest, other))).toEqual([{ kind: 'wrong-signature' }])
    expect(await found(withContent(files, sealNames.signature, bytes('x')))).toEqual([{ kind: 'wrong-signature' }])
  })

  it('says that the key is another when somebody else signed it, whatever the manifest claims', async () => {
    const [signed, given] = [await fingerprintOf(stranger.publicKey), await fingerprintOf(key.publicKey)]
    expect(await found(await sealed(contents, {}, stranger))).toEqual([{ kind: 'wrong-key', signed, given }])
    expect(await found(await sealed(contents, { key: given }, stranger))).toEqual([{ kind: 'wrong-signature' }])
  })

  it('is none without a manifest that can be read, or without a signature', async () => {
    const files = await sealed()
    for (const name of Object.values(sealNames)) expect(await found(files.filter(file => file.name !== name))).toEqual([{ kind: 'no-package', name }])
    expect(await found(withContent(files, sealNames.manifest, bytes('{}')))).toEqual([{ kind: 'wrong-signature' }, { kind: 'no-package', name: sealNames.manifest }])
    expect((await checkPackage(bytes('PK er ikke nok'), key.publicKey)).findings).toEqual([{ kind: 'no-zip' }])
  })

  it('is found out when its versions do not follow on each other, or the one in it is not the one it names', async () => {
    const { chain, version } = await manifestOf(contents)
    for (const more of [{ chain: chain.slice(1) }, { chain: chain.map(link => ({ ...link, previous: null })) }, { version: { ...version, hash: '2'.repeat(64) } }]) {
      expect(await found(await sealed(contents, more))).toEqual([{ kind: 'chain' }])
    }
  })

  it('that was only packed anew is said to be just that', async () => {
    const files = await sealed()
    const again = zipSync(Object.fromEntries(files.map(({ name, content }) => [name, [content, { level: 9 }]])))
    expect((await checkPackage(again, key.publicKey)).findings).toEqual([{ kind: 'wrapping' }])
  })

  it('with a name twice, or more inside than a package may hold, is not taken apart', async () => {
    const zip = pack([{ name: 'a.txt', content: bytes('1') }, { name: 'b.txt', content: bytes('2') }])
    const twice = Uint8Array.from(zip, byte => (byte === 0x62 ? 0x61 : byte))
    expect(unpack(twice)).toBeNull()
    const large = zip.slice()
    const central = large.findLastIndex((_, at) => large[at] === 0x50 && large[at + 2] === 0x01 && large[at + 3] === 0x02)
    new DataView(large.buffer).setUint32(central + 24, mostPackageBytes + 1, true)
    expect(unpack(large)).toBeNull()
  })
})

describe('a manifest', () => {
  it('is read whatever the versions on the way to the delivered one were made for', async () => {
    const { chain: [first, last] } = await manifestOf(contents)
    if (first === undefined || last === undefined) throw new Error('a manifest with two versions')
    for (const kind of versionKinds) expect((await checkPackage(pack(await sealed(contents, { chain: [{ ...first, kind }, last] })), key.publicKey)).findings, kind).toEqual([])
  })

  it('is read as what was written, and nothing else is', async () => {
    const manifest = await manifestOf(contents)
    expect(readManifest(manifestBytes(manifest))).toEqual(manifest)
    for (const text of ['', 'null', '[]', '{"format":"samskriv-package/2"}']) expect(readManifest(bytes(text))).toBeNull()
  })
})
