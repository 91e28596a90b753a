import type { Topic } from '@samskriv/shared/protocol'
import * as Y from 'yjs'
import type { Duplex } from 'node:stream'
import { contentRoom, type Live, type Moment, type Visitor } from '../../live/live.ts'
import type { JournalEntry } from '../../store/port/index.ts'

/** A live half that keeps one Y.Doc a room and lets tests see what was asked of it. */
export interface FakeLive extends Live {
  readonly docs: Map<string, Y.Doc>
  readonly judged: string[]
  /** What everybody there was told has changed. */
  readonly told: readonly { readonly behovsmelding: string, readonly topic: Topic }[]
  /** Sessions whose sockets were to be closed. */
  readonly ended: string[]
  readonly accepted: { readonly behovsmelding: string, readonly visitor: Visitor }[]
  /** Who wrote under which Yjs client id, in every room. */
  readonly owners: Map<number, string>
  doc(behovsmelding: string, epoch: number): Y.Doc
  /** Somebody has written. */
  wrote(behovsmelding: string): void
}

/** Answers an upgrade and ends the socket: enough to see that it was let in. */
function welcome (socket: Duplex): void {
  socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')
}

/** A live half in memory. Two holds of one room follow each other, as in the real one. */
export function fakeLive (): FakeLive {
  const docs = new Map<string, Y.Doc>()
  const owners = new Map<number, string>()
  const held = new Map<string, Promise<unknown>>()
  const judged: string[] = []
  const told: { behovsmelding: string, topic: Topic }[] = []
  const ended: string[] = []
  const accepted: FakeLive['accepted'] = []
  let written: ((behovsmelding: string) => void) | null = null
  const doc = (behovsmelding: string, epoch: number): Y.Doc => {
    const room = contentRoom(behovsmelding, epoch)
    const found = docs.get(room) ?? new Y.Doc()
    docs.set(room, found)
    return found
  }
  const moment = (behovsmelding: string, epoch: number): Moment =>
    ({ room: contentRoom(behovsmelding, epoch), position: 1, update: Y.encodeStateAsUpdate(doc(behovsmelding, epoch)), owners, bringers: new Map() })
  return {
    docs, judged, told, ended, accepted, owners, doc,
    wrote: behovsmelding => { written?.(behovsmelding) },
    accept (_request, socket, _head, behovsmelding, visitor) { accepted.push({ behovsmelding, visitor }); welcome(socket) },
    rightsChanged: behovsmelding => { judged.push(behovsmelding) },
    sessionEnded: sessionId => { ended.push(sessionId) },
    async hold (behovsmelding, epoch, work) {
      const room = contentRoom(behovsmelding, epoch)
      const before = held.get(room)
      const mine = (async () => {
        await before
        return await work(moment(behovsmelding, epoch))
      })()
      held.set(room, mine.then(() => undefined, () => undefined))
      return await mine
    },
    tell: (behovsmelding, topic) => { told.push({ behovsmelding, topic }) },
    async write (behovsmelding, epoch, compose) {
      const into = doc(behovsmelding, epoch)
      const update = compose(Y.encodeStateAsUpdate(into), 1, 2 ** 32 - 1)
      if (update !== null) Y.applyUpdate(into, update)
      return update !== null
    },
    read: async (behovsmelding, epoch) => moment(behovsmelding, epoch),
    watch: listen => { written = listen },
    online: () => new Set(),
    isTaking: () => true,
    stop: async () => {},
  }
}

/** A seed entry whose bytes are the bare update, so that a test can open it. */
export function bareSeed (room: string, update: Uint8Array): JournalEntry {
  return { room, position: 1, bytes: update }
}
