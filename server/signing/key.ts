import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from '../store/embedded/index.ts'
import { StorageError } from '../store/port/index.ts'

/** What packages are signed with. `fingerprint`: the lower-case hex SHA-256 of the public key (SPKI, DER); `publicKey`: PEM. */
export interface SigningKey {
  readonly fingerprint: string
  readonly publicKey: string
  /** The Ed25519 signature over bytes, 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array
}

/** The private key's file in the data folder. Only the server's user may read it. */
export const signingKeyFile = 'signing-key.pem'

/** A key nobody has had before, in memory alone. */
export function newSigningKey (): SigningKey {
  return keyOf(generateKeyPairSync('ed25519').privateKey)
}

/**
 * The installation's key, made the first time: on disk, whole, before anything is signed with it. Rejects with StorageError when its
 * file cannot be read or is no such key: a new one in its place would make nobody's packages fit any more.
 */
export async function openSigningKey (folder: string): Promise<SigningKey> {
  const path = join(folder, signingKeyFile)
  const written = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new StorageError(`The signing key in ${path} cannot be read. Give the server's user the right to, or bring the file back from a backup.`)
  })
  if (written !== null) return keyOf(readKey(written, path))
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    await replaceFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  } catch {
    throw new StorageError(`The signing key could not be written to ${path}. Is the disk full, or may the server's user not write there?`)
  }
  return keyOf(privateKey)
}

function readKey (text: string, path: string): KeyObject {
  try {
    const key = createPrivateKey(text)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below.
  }
  throw new StorageError(`${path} is damaged, or no Ed25519 key. Bring it back from a backup: what is delivered is signed with it.`)
}

function keyOf (privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey)
  return {
    fingerprint: createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex'),
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
    sign: bytes => new Uint8Array(sign(null, bytes, privateKey)),
  }
}
