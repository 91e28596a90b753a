import { refusals, refused, type Refusal, type Result } from '@samskriv/shared/base'
import type { ErrorRequestHandler, Response } from 'express'
import { StorageError } from '../store/port/index.ts'
import { BodyTooLarge } from './json-body.ts'
import type { Log } from './parts.ts'

/** Answers a refusal: the status of its code, and the refusal as JSON. */
export function refuse (response: Response, refusal: Refusal): void {
  response.status(refusals[refusal.code]).json({ refusal })
}

/** Answers a value as JSON, or the refusal. */
export function answer<T> (response: Response, result: Result<T>, status = 200): void {
  if (result.ok) response.status(status).json(result.value)
  else refuse(response, result.refusal)
}

/** Answers that it is done, with nothing to say, or the refusal. */
export function answerDone (response: Response, result: Result<unknown>): void {
  if (result.ok) response.status(204).end()
  else refuse(response, result.refusal)
}

// What Express and its body parsers say about a request that was wrong, in our words.
function refusalOf (error: unknown): Refusal {
  if (error instanceof StorageError) return { code: 'storage-failed' }
  if (error instanceof BodyTooLarge) return refused('too-large', error.facts).refusal
  const status = statusOf(error)
  if (status === 413) return refused('too-large', limitOf(error)).refusal
  if (status === 415) return { code: 'unsupported-type' }
  return { code: status >= 400 && status < 500 ? 'junk' : 'broken' }
}

function numberIn (error: unknown, key: 'status' | 'limit'): number | null {
  if (typeof error !== 'object' || error === null || !(key in error)) return null
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'number' ? value : null
}

const statusOf = (error: unknown): number => numberIn(error, 'status') ?? 500

function limitOf (error: unknown): Refusal['facts'] {
  const limit = numberIn(error, 'limit')
  return limit === null ? undefined : { most: limit, unit: 'bytes' }
}

// Where it happened, without the message: a message may quote what somebody wrote.
function framesOf (error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)).slice(0, 12).join('\n') : ''
}

/** Whatever was thrown becomes a refusal; what is our own fault is logged, with neither address nor message. `storageFailed` is told when the disk was. */
export function answerErrors (log: Log, storageFailed: () => void): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refusal = refusalOf(error)
    const name = error instanceof Error ? error.name : typeof error
    if (error instanceof StorageError) {
      storageFailed()
      log('error', error.message, { method: request.method })
    } else if (refusal.code === 'broken') log('error', 'a request failed', { name, method: request.method, at: framesOf(error) })
    // Half an answer is out: it can only be cut off. (Express's own handler would print the error as it is.)
    if (response.headersSent) { response.destroy(); return }
    // The rest of a body that was too large is not waited for.
    if (refusal.code === 'too-large') response.set('Connection', 'close')
    refuse(response, refusal)
  }
}
