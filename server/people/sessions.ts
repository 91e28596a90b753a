import type { Request, RequestHandler, Response } from 'express'
import session from 'express-session'
import type { IncomingMessage } from 'node:http'
import type { Change, PersonRecord } from '../store/port/index.ts'
import { cookieName, secretInCookie, sessionLifetime, signatureKey } from './cookie.ts'
import { newSecret, secretHash } from './secret.ts'
import { liveSession, sessionRecord, SessionStore, sweepSessions, type SessionParts } from './session-store.ts'

/** Who asks for a socket, as the session says. `sessionId` is the hash the session is kept under. */
export interface SessionVisitor { readonly personId: string, readonly name: string, readonly sessionId: string }

/** Who is signed in where. */
export interface Sessions {
  /** To be put before every route that asks who it is. */
  readonly middleware: RequestHandler
  /** Who is signed in, after the middleware; null: nobody. */
  personOf(request: Request): PersonRecord | null
  /** The same for any request, also one that wants a websocket: reads the cookie itself and writes nothing. */
  visitorOf(request: IncomingMessage): SessionVisitor | null
  /**
   * Opens a new session for a person, under a new id, in place of the one that was. It holds only when the changes this
   * gives are committed; if that fails, call `abandon`.
   */
  open(request: Request, personId: string): readonly Change[]
  /** Takes back an `open` whose changes were not committed. */
  abandon(request: Request): void
  /** Ends the session here and takes the cookie away. Gives the id it was kept under. */
  close(request: Request, response: Response): Promise<string>
}

const asPromise = (call: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => { call(error => { if (error === undefined || error === null) resolve(); else reject(error) }) })

function sessionMiddleware (parts: SessionParts): RequestHandler {
  const { secure } = parts
  return session({
    name: cookieName(secure),
    secret: signatureKey,
    genid: newSecret,
    store: new SessionStore(parts),
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: sessionLifetime },
    resave: false,
    saveUninitialized: false,
    rolling: true,
  })
}

/** Sessions over a store: HttpOnly, SameSite=Lax, 14 days from the last use. */
export function createSessions (parts: SessionParts): Sessions {
  const { store, secure, now } = parts
  const withSession = sessionMiddleware(parts)
  const name = cookieName(secure)
  const personById = (id: string | null | undefined): PersonRecord | null => (id === null || id === undefined ? null : store.table('people').get(id) ?? null)
  return {
    middleware (request, response, next) {
      // Under https the proxy in front speaks plain http to us; PUBLIC_URL says what the browser sees.
      if (secure) Object.defineProperty(request, 'secure', { value: true, configurable: true })
      withSession(request, response, next)
    },
    personOf: request => personById(request.session.personId),
    visitorOf (request) {
      const secret = secretInCookie(request.headers.cookie, name)
      const session = secret === null ? null : liveSession(store, secret, now())
      const person = personById(session?.personId)
      return person === null || session === null ? null : { personId: person.id, name: person.name, sessionId: session.id }
    },
    open (request, personId) {
      const before = secretHash(request.sessionID)
      // Not `regenerate`: that would take the old session away in a commit of its own, before this one is sure.
      request.sessionStore.generate(request)
      request.session.personId = personId
      const opened: Change = { table: 'sessions', put: sessionRecord(request.sessionID, personId, now()) }
      const gone: readonly Change[] = store.table('sessions').has(before) ? [{ table: 'sessions', remove: before }] : []
      return [...sweepSessions(store, now()), ...gone, opened]
    },
    abandon (request) { delete request.session.personId },
    async close (request, response) {
      const sessionId = secretHash(request.sessionID)
      await asPromise(done => { request.session.destroy(done) })
      response.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure })
      return sessionId
    },
  }
}
