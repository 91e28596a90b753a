import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { manifestBytes, pack, sealNames, type Manifest, type PackageFile } from '@samskriv/shared/package'
import { sha256 } from '@samskriv/shared/version'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSigningKey } from '../signing/index.ts'

const key = newSigningKey()
const main = resolve(import.meta.dirname, 'main.ts')
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
let folder: string
let zip: Uint8Array

async function makePackage (): Promise<Uint8Array> {
  const files: readonly PackageFile[] = [{ name: 'behovsmelding.json', content: bytes('{"navn":"Nordvik"}') }, { name: 'public-key.pem', content: bytes(key.publicKey) }]
  const [at, by] = ['2026-11-22T10:00:00.000Z', { name: 'eier', role: 'eier' }]
  const hash = await sha256(bytes('{"navn":"Nordvik"}'))
  const manifest: Manifest = {
    format: 'samskriv-package/1', key: key.fingerprint,
    behovsmelding: { id: 'b', title: 'Nordvik 2026', template: { id: 't', version: 1 } },
    delivery: { number: 2, on: '2026-11-22', to: 'Statsforvalteren', reference: '2026/17', language: 'nb', at, by },
    version: { number: 1, hash, at, by }, chain: [{ number: 1, hash, previous: null, kind: 'lock', at }],
    files: await Promise.all(files.map(async ({ name, content }) => ({ name, type: 'x', hash: await sha256(new Uint8Array(content)), bytes: content.length }))),
  }
  const written = manifestBytes(manifest)
  return pack([...files, { name: sealNames.manifest, content: written }, { name: sealNames.signature, content: key.sign(written) }])
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskriv-check-'))
  zip = await makePackage()
  await writeFile(join(folder, 'pakke.zip'), zip)
  await writeFile(join(folder, 'key.pem'), key.publicKey)
  await writeFile(join(folder, 'other.pem'), newSigningKey().publicKey)
})
afterAll(async () => { await rm(folder, { recursive: true, force: true }) })

/** Runs the command as from a folder of one's own. */
function run (...args: readonly string[]): Promise<{ readonly code: number | null, readonly said: string }> {
  return new Promise(done => {
    const child = execFile(process.execPath, [main, ...args], { env: { ...process.env, INIT_CWD: folder } }, (_error, out, err) => { done({ code: child.exitCode, said: out + err }) })
  })
}

describe('check-package', () => {
  it('says what was delivered, and ends with 0, when all is as it was signed', async () => {
    const { code, said } = await run('pakke.zip', '--key', 'key.pem')
    expect([code, said]).toEqual([0, expect.stringContaining('This is the package that was delivered.')])
    expect(said).toContain('Delivery 2 of version 1: Nordvik 2026')
    expect(said).toContain('Delivered 2026-11-22 to Statsforvalteren, reference 2026/17')
    const pretty = key.fingerprint.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:')
    expect((await run('pakke.zip', '--fingerprint', pretty)).code).toBe(0)
  })

  it('names the file with a changed byte, and ends with 1', async () => {
    const changed = zip.slice()
    const at = Buffer.from(zip).indexOf('Nordvik')
    changed[at] = 0x4d
    await writeFile(join(folder, 'endret.zip'), changed)
    const { code, said } = await run('endret.zip', '--key', 'key.pem')
    expect([code, said]).toEqual([1, expect.stringContaining('WRONG: behovsmelding.json: changed')])
  })

  it('tells another key from a wrong signature', async () => {
    for (const [flag, value] of [['--key', 'other.pem'], ['--fingerprint', 'ab12']] as const) {
      const { code, said } = await run('pakke.zip', flag, value)
      expect([code, said]).toEqual([1, expect.stringContaining('signed with another key')])
    }
  })

  it('ends with 2 when there is nothing it can check with or against', async () => {
    for (const args of [[], ['pakke.zip'], ['ingen.zip', '--key', 'key.pem'], ['pakke.zip', '--key', 'ingen.pem'], ['pakke.zip', '--key', 'pakke.zip'], ['pakke.zip', '--key', 'key.pem', '--fingerprint', 'ab'], ['--what']]) {
      expect([args, (await run(...args)).code]).toEqual([args, 2])
    }
    expect((await run('key.pem', '--key', 'key.pem')).code).toBe(1)
  })
})
