import { refused, taken, type Result } from '@samskriv/shared/base'
import type { IncomingMessage } from 'node:http'

/**
 * Whether a request that changes something, or opens a websocket, comes from our own pages. `Origin`, when there is one,
 * must be ours: that of PUBLIC_URL, or without it the host the request was sent to. A browser that says `cross-site` is
 * refused whatever else it says. A request with neither header is no browser, and carries no cookie somebody else planted.
 * Refuses `foreign-origin`.
 */
export function checkOrigin (request: IncomingMessage, publicUrl: string | null): Result<undefined> {
  if (request.headers['sec-fetch-site'] === 'cross-site') return refused('foreign-origin')
  const { origin } = request.headers
  if (origin === undefined) return taken(undefined)
  const ours = publicUrl === null ? hostOf(origin) === request.headers.host?.toLowerCase() : origin === new URL(publicUrl).origin
  return ours ? taken(undefined) : refused('foreign-origin')
}

// `null` for what is no origin at all, e.g. the string "null" that sandboxed pages send.
function hostOf (origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** Methods that change nothing. */
export function isSafe (method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}
