import { openSession } from '../open-session.ts'
import type { LiveSession, OpenRequest } from '../session.ts'
import type { FakeServer } from './fake-server.ts'
import { until } from './until.ts'

/** One tab of one person's browser. */
export interface Tab {
  readonly session: LiveSession
  readonly page: EventTarget
  /** Appends to a line as if it were typed. */
  type(words: string, key?: string): void
  /** Takes away letters at the beginning of a line. */
  take(letters: number, key?: string): void
  read(key?: string): string
  /** Tries the connection at once, as when the network comes back. */
  online(): void
  /** Resolves when everything typed here is on the server's disk. */
  saved(): Promise<unknown>
  /** Resolves when everything that waits here is on this machine's disk. */
  kept(): Promise<unknown>
}

/** Opens a behovsmelding in a new tab against a fake server. */
export function visit (server: FakeServer, personId: string, request: Partial<OpenRequest> = {}): Tab {
  const page = new EventTarget()
  const session = openSession(
    { behovsmelding: 'bm12', epoch: 1, state: 'utkast', personId, address: 'ws://server/live', self: { name: `Self ${personId}`, color: 3 }, ...request },
    { Socket: server.socketOf(personId), page },
  )
  const line = (key: string) => session.doc.getText(`text:${key}`)
  return {
    session,
    page,
    type (words, key = 'navn') {
      session.doc.transact(() => { line(key).insert(line(key).length, words) }, session.origin)
    },
    take (letters, key = 'navn') {
      session.doc.transact(() => { line(key).delete(0, letters) }, session.origin)
    },
    read: (key = 'navn') => line(key).toString(),
    online () { page.dispatchEvent(new Event('online')) },
    saved: () => until(session.status, status => status.state === 'saved'),
    kept: () => until(session.status, status => status.state === 'waiting' && status.kept),
  }
}
