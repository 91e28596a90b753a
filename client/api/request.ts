import { isRefusalCode, refused, type Refusal, type Result } from '@samskriv/shared/base'
import { sendFile, type Progress } from './sending.ts'

/** Why a request came to nothing: the server's own refusal, or `unreachable`, no answer at all (no network, the server is down). */
export type Failure = Refusal | { readonly code: 'unreachable', readonly facts?: Refusal['facts'] }

/** What a request gives: the value, or why not. Never throws. */
export type Outcome<T> = Extract<Result<T>, { ok: true }> | { readonly ok: false, readonly refusal: Failure }

/** What is sent: JSON, or a file's bytes with their type; `progress` is told how much of the file has been sent. `keepalive`: it goes on when the page is left. */
export interface Sent { readonly json?: unknown, readonly file?: Blob, readonly progress?: Progress, readonly signal?: AbortSignal, readonly keepalive?: boolean }

const signedOutWatchers = new Set<() => void>()

/** Calls back when the server no longer knows who we are. Gives the stop. */
export function watchSignedOut (signedOut: () => void): () => void {
  signedOutWatchers.add(signedOut)
  return () => { signedOutWatchers.delete(signedOut) }
}

const unreachable = { ok: false, refusal: { code: 'unreachable' } } as const
// An answer that is not ours: a proxy's error page, or a bug.
const notOurs = refused('broken')

function bodyOf (sent: Sent): RequestInit {
  if (sent.file !== undefined) return { body: sent.file, headers: { 'Content-Type': sent.file.type } }
  if (sent.json !== undefined) return { body: JSON.stringify(sent.json), headers: { 'Content-Type': 'application/json' } }
  return {}
}

const optionsOf = ({ signal, keepalive = false }: Sent): RequestInit => ({ ...(signal === undefined ? {} : { signal }), ...(keepalive ? { keepalive } : {}) })

function isRefusal (value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && isRefusalCode(value.code)
}

async function readJson (response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function refusalIn (body: unknown, status: number): { readonly ok: false, readonly refusal: Failure } {
  const refusal = typeof body === 'object' && body !== null && 'refusal' in body ? body.refusal : undefined
  // A proxy in front of a server that is being restarted.
  if (!isRefusal(refusal)) return status >= 502 && status <= 504 ? unreachable : notOurs
  if (refusal.code === 'not-signed-in') for (const signedOut of signedOutWatchers) signedOut()
  return { ok: false, refusal }
}

/**
 * Asks the server, on its own origin, with the session's cookie. The only place that calls `fetch` (and what stands in for it in `sending.ts`). `T` is what shared/api
 * says the address answers with: the server is ours and of the same build, so its answers are not checked again here.
 */
export async function request<T> (method: string, path: string, sent: Sent = {}): Promise<Outcome<T>> {
  let response: Response
  try {
    if (sent.file !== undefined && sent.progress !== undefined) response = await sendFile(method, path, sent.file, sent.progress)
    else response = await fetch(path, { method, credentials: 'same-origin', ...bodyOf(sent), ...optionsOf(sent) })
  } catch {
    return unreachable
  }
  if (response.status === 204) return { ok: true, value: undefined as T }
  const body = await readJson(response)
  if (!response.ok) return refusalIn(body, response.status)
  return body === undefined ? notOurs : { ok: true, value: body as T }
}
