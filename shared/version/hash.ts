import canonicalize from 'canonicalize'

/** A plain value as canonical JSON (RFC 8785), UTF-8: the same value gives the same bytes everywhere. Throws on what JSON cannot hold (a bug). */
export function canonicalBytes (value: unknown): Uint8Array<ArrayBuffer> {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('not a JSON value')
  return new TextEncoder().encode(json)
}

/** SHA-256 of bytes, lower-case hex. In a browser it needs a secure context (https or localhost). */
export async function sha256 (bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
