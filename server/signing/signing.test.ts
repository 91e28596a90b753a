import { fingerprintOf, isSignedBy, readPublicKey } from '@samskriv/shared/package'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../http/testing/memory-store.ts'
import { StorageError } from '../store/port/index.ts'
import { announceKey, newSigningKey, openSigningKey, signingKeyFile } from './index.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'samskriv-key-')) })
afterEach(async () => { await rm(folder, { recursive: true, force: true }) })

const bytes = new TextEncoder().encode('et manifest')

describe('the signing key', () => {
  it('is made once, for the server’s user alone, and is the same afterwards', async () => {
    const made = await openSigningKey(folder)
    expect((await stat(join(folder, signingKeyFile))).mode & 0o777).toBe(0o600)
    const again = await openSigningKey(folder)
    expect([again.fingerprint, again.publicKey]).toEqual([made.fingerprint, made.publicKey])
    expect(again.sign(bytes)).toEqual(made.sign(bytes))
  })

  it('signs what its public key, and no other, vouches for', async () => {
    const key = await openSigningKey(folder)
    const [publicKey, other] = [readPublicKey(key.publicKey), readPublicKey(newSigningKey().publicKey)]
    if (publicKey === null || other === null) throw new Error('no public key')
    const signature = new Uint8Array(key.sign(bytes))
    expect(await fingerprintOf(publicKey)).toBe(key.fingerprint)
    expect(await isSignedBy(publicKey, signature, bytes)).toBe(true)
    expect(await isSignedBy(other, signature, bytes)).toBe(false)
    expect(await isSignedBy(publicKey, signature, new TextEncoder().encode('et annet'))).toBe(false)
  })

  it('that is damaged stops the start: a new one would fit no package any more', async () => {
    await openSigningKey(folder)
    await writeFile(join(folder, signingKeyFile), 'x')
    await expect(openSigningKey(folder)).rejects.toThrow(StorageError)
    expect(await readFile(join(folder, signingKeyFile), 'utf8')).toBe('x')
  })

  it('is read as a public key only from what is one', () => {
    const { publicKey } = newSigningKey()
    expect(readPublicKey(`\n${publicKey.replaceAll('\n', '\r\n')}\n`)).toEqual(readPublicKey(publicKey))
    for (const text of ['', 'x', publicKey.replace('PUBLIC', 'PRIVATE'), publicKey.replace('MCow', 'MIIB'), publicKey.replace(/M.*\n/, '\n')]) expect(readPublicKey(text)).toBeNull()
  })

  it('is entered once among the keys and in the audit log, and another one after it is told of', async () => {
    const store = memoryStore()
    const [first, second] = [newSigningKey(), newSigningKey()]
    expect(await announceKey(store, first, 0)).toEqual({ isAnother: false })
    expect(await announceKey(store, first, 1)).toEqual({ isAnother: false })
    expect(await announceKey(store, second, 2)).toEqual({ isAnother: true })
    expect([...store.table('signingKeys').keys()]).toEqual([first.fingerprint, second.fingerprint])
    expect(store.entries.map(({ personId, action, facts }) => [personId, action, facts])).toEqual([first, second].map(key => [null, 'make-signing-key', { fingerprint: key.fingerprint }]))
  })
})
