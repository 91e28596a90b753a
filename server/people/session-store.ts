import { taken } from '@samskriv/shared/base'
import session, { type SessionData } from 'express-session'
import type { Change, SessionRecord, Store } from '../store/port/index.ts'
import type { Turns } from '../workflow/index.ts'
import { sessionLifetime } from './cookie.ts'
import { secretHash } from './secret.ts'

declare module 'express-session' {
  interface SessionData { personId: string }
}

/** What sessions are kept with. */
export interface SessionParts {
  readonly store: Store
  readonly turns: Turns
  readonly now: () => number
  /** Whether the cookie is for https only. */
  readonly secure: boolean
}

/** How far a session's kept expiry may lag behind its use, in milliseconds: so a session writes to disk once a day, not once a request. */
const expiryLag = 24 * 3600 * 1000
/** Outdated sessions taken away in one commit. */
const mostSwept = 100

/** A session's record, as it would be written now. */
export function sessionRecord (secret: string, personId: string, now: number): SessionRecord {
  return { id: secretHash(secret), personId, expiresAt: new Date(now + sessionLifetime).toISOString(), data: '{}' }
}

/** The session with this secret if it has not run out. */
export function liveSession (store: Store, secret: string, now: number): SessionRecord | null {
  const record = store.table('sessions').get(secretHash(secret))
  return record === undefined || Date.parse(record.expiresAt) <= now ? null : record
}

/** Takes some of the sessions away that have run out: to go with the next write of a session. */
export function sweepSessions (store: Store, now: number): readonly Change[] {
  return [...store.table('sessions').values()]
    .filter(record => Date.parse(record.expiresAt) <= now).slice(0, mostSwept)
    .map(record => ({ table: 'sessions', remove: record.id }) as const)
}

type Done = (error?: unknown) => void

/** express-session's store over the table `sessions`. Only sessions of somebody signed in are kept. */
export class SessionStore extends session.Store {
  readonly #parts: SessionParts

  constructor (parts: SessionParts) {
    super()
    this.#parts = parts
  }

  override get (secret: string, done: (error: unknown, data?: SessionData | null) => void): void {
    const record = liveSession(this.#parts.store, secret, this.#parts.now())
    if (record === null || record.personId === null) { done(null, null); return }
    const cookie = {
      path: '/', httpOnly: true, sameSite: 'lax', secure: this.#parts.secure,
      originalMaxAge: sessionLifetime, expires: new Date(record.expiresAt),
    } as const
    done(null, { cookie, personId: record.personId })
  }

  override set (secret: string, data: SessionData, done: Done = () => {}): void {
    if (data.personId === undefined) { done(); return }
    this.#keep(sessionRecord(secret, data.personId, this.#parts.now()), true, done)
  }

  override touch (secret: string, data: SessionData, done: Done = () => {}): void {
    if (data.personId === undefined) { done(); return }
    // What cannot be written now is tried at the next request: it must not stop this one.
    this.#keep(sessionRecord(secret, data.personId, this.#parts.now()), false, () => { done() })
  }

  override destroy (secret: string, done: Done = () => {}): void {
    const id = secretHash(secret)
    if (!this.#parts.store.table('sessions').has(id)) { done(); return }
    this.#commit(() => [{ table: 'sessions', remove: id }], done)
  }

  // A new session is kept; one that is there is written again only when its expiry lags, and never brought back once gone.
  #keep (record: SessionRecord, mayBeNew: boolean, done: Done): void {
    const sessions = this.#parts.store.table('sessions')
    const isWanted = (): boolean => {
      const kept = sessions.get(record.id)
      if (kept === undefined) return mayBeNew
      return kept.personId !== record.personId || Date.parse(record.expiresAt) - Date.parse(kept.expiresAt) > expiryLag
    }
    if (!isWanted()) { done(); return }
    this.#commit(() => isWanted() ? [{ table: 'sessions', put: record }, ...sweepSessions(this.#parts.store, this.#parts.now())] : [], done)
  }

  #commit (changesNow: () => readonly Change[], done: Done): void {
    const write = async (): Promise<void> => {
      try {
        await this.#parts.turns(async () => {
          const changes = changesNow()
          if (changes.length > 0) await this.#parts.store.commit({ changes })
          return taken(undefined)
        })
        done()
      } catch (cause) {
        done(cause)
      }
    }
    void write()
  }
}
