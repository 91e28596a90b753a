import { newId } from '@samskriv/shared/base'
import type { NewLink } from '@samskriv/shared/workflow'
import { createHash, randomBytes } from 'node:crypto'

/** What is kept of a secret: its SHA-256, lower-case hex. A copied data folder signs nobody in. */
export function secretHash (secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A new secret for a cookie or a link: 32 random bytes as base64url, 43 characters. */
export function newSecret (): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a string from outside has the shape of a secret of ours. */
export function isSecret (value: string): boolean {
  return /^[\w-]{43}$/.test(value)
}

/** A link about to be made, and the token that is shown once. */
export function newLink (): { readonly token: string, readonly link: NewLink } {
  const token = newSecret()
  return { token, link: { id: secretHash(token), handle: newId() } }
}
