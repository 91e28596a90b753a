import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * express-session wants its cookie signed. What protects a session is its id (256 random bits, kept as a hash), so the key
 * of the signature is no secret and needs no keeping: it only tells our cookies from others'.
 */
export const signatureKey = 'samskriv'

/** How long a session lives after it was last used: 14 days, in milliseconds. */
export const sessionLifetime = 14 * 24 * 3600 * 1000

/** The cookie's name. `__Host-` makes the browser hold it to https, to this very host and to the path `/`. */
export function cookieName (secure: boolean): string {
  return secure ? '__Host-samskriv' : 'samskriv'
}

function valueOf (header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key = '', ...rest] = part.split('=')
    if (key.trim() === name) return rest.join('=').trim()
  }
  return null
}

function decoded (value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/**
 * The session's secret out of a `Cookie` header, or null when there is none with a valid signature. Reads what
 * express-session writes (`s:<secret>.<HMAC-SHA256, base64 without padding>`), in a few microseconds: a thousand sockets
 * may come in one second.
 */
export function secretInCookie (header: string | undefined, name: string): string | null {
  const value = header === undefined ? null : valueOf(header, name)
  const signed = value === null ? null : decoded(value)
  if (signed === null || !signed.startsWith('s:')) return null
  const dot = signed.lastIndexOf('.')
  const secret = signed.slice(2, dot)
  const expected = createHmac('sha256', signatureKey).update(secret).digest('base64').replace(/=+$/, '')
  const [a, b] = [Buffer.from(expected), Buffer.from(signed.slice(dot + 1))]
  return a.length === b.length && timingSafeEqual(a, b) ? secret : null
}
