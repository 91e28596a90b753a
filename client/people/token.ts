/**
 * The token in what somebody pasted: a whole link, the end of one, or the token alone. Null when there is none: tokens are
 * 32 bytes in base64url, but any run of at least 16 such characters is worth asking the server about.
 */
export function tokenIn (pasted: string): string | null {
  const last = pasted.trim().split(/[?#]/)[0]?.split('/').findLast(part => part !== '') ?? ''
  return /^[\w-]{16,200}$/.test(last) ? last : null
}
