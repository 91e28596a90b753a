import { sha256 } from '../version/index.ts'

const pem = /^\s*-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=\s]+?)\s+-----END PUBLIC KEY-----\s*$/

/** An Ed25519 public key is these twelve bytes of SPKI and 32 of its own. */
const head = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]

/** An Ed25519 public key out of a PEM text: its SPKI, DER. Null when the text is none. */
export function readPublicKey (text: string): Uint8Array<ArrayBuffer> | null {
  const base64 = pem.exec(text)?.[1]?.replaceAll(/\s+/g, '')
  if (base64 === undefined) return null
  try {
    const bytes = Uint8Array.from(atob(base64), letter => letter.codePointAt(0) ?? 0)
    return bytes.length === head.length + 32 && head.every((byte, index) => bytes[index] === byte) ? bytes : null
  } catch {
    return null
  }
}

/** What people compare a key by: the lower-case hex SHA-256 of its SPKI, DER, as `openssl pkey -pubin -outform DER | sha256sum` gives it. */
export function fingerprintOf (publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return sha256(publicKey)
}

/** Whether bytes are signed with the key. Rejects where the machine knows no Ed25519. */
export async function isSignedBy (publicKey: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const key = await crypto.subtle.importKey('spki', publicKey, 'Ed25519', false, ['verify'])
  return await crypto.subtle.verify('Ed25519', key, signature, bytes)
}
