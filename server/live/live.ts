import type { Role, State } from '@samskriv/shared/access'
import type { Topic } from '@samskriv/shared/protocol'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { JournalEntry, Store } from '../store/port/index.ts'

/** What the live half asks of the store: its journal, nothing of its records. */
export type LiveStore = Pick<Store, 'append' | 'sync' | 'load' | 'compact' | 'recover'>

/** Who asks for a socket, as the session says. `color` is an index into the palette; `sessionId` names the session, and is no secret. */
export interface Visitor { readonly personId: string, readonly name: string, readonly color: number, readonly sessionId: string }

/** How a behovsmelding stands now, and what a person is in it. `role` null: nothing, the socket is closed. */
export interface Rights { readonly state: State, readonly epoch: number, readonly role: Role | null }

/**
 * Where the live half asks who may do what: in memory, cheap, asked for each frame. It never learns where rights come from.
 */
export interface RightsSource {
  /** Null: no such behovsmelding. */
  of(behovsmelding: string, personId: string): Rights | null
}

/**
 * The content of a room at one moment, as one Yjs update (version 1). `position` is the last journal position it covers. `owners`: who wrote
 * under which Yjs client id, as their sessions said; `bringers`: who first brought one along in a handshake's reply, which says less.
 * Both are read at once or copied: they grow.
 */
export interface Moment {
  readonly room: string
  readonly position: number
  readonly update: Uint8Array
  readonly owners: ReadonlyMap<number, string>
  readonly bringers: ReadonlyMap<number, string>
}

/** The live half as the rest of the server sees it: bytes and positions, no meaning. */
export interface Live {
  /** Takes an upgrade over. The caller has checked path, Origin and session; refusals past that point are close codes. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, behovsmelding: string, visitor: Visitor): void
  /** Judges every open socket of a behovsmelding again: sends the new standing, closes those who may not read or whose epoch is over. */
  rightsChanged(behovsmelding: string): void
  /** Closes the sockets of a session that was signed out, with `notSignedIn`. */
  sessionEnded(sessionId: string): void
  /**
   * Holds a room's writes (they queue, bounded), waits until what was in hand is on disk, gives its content to `work`, and
   * judges what queued meanwhile by the rights that then hold. Locking, and everything that must see one moment, runs in it.
   */
  hold<T>(behovsmelding: string, epoch: number, work: (moment: Moment) => Promise<T>): Promise<T>
  /** The content as it is now, without holding anybody. */
  read(behovsmelding: string, epoch: number): Promise<Moment>
  /** Tells everybody who has the behovsmelding open that something kept beside its text has changed. */
  tell(behovsmelding: string, topic: Topic): void
  /**
   * The server's own writing: `compose` is given the content as it is now and the Yjs client ids to write under, and gives
   * an update, or null when there is nothing to write. One at a time in a room; waits while the room is held. Resolves
   * once it is fsynced and shown to everybody, with whether anything was written. Rejects with StorageError.
   */
  write(behovsmelding: string, epoch: number, compose: Compose): Promise<boolean>
  /**
   * Says who is told that somebody has written in a behovsmelding, for what can wait for a calm moment: at most once in three seconds, and
   * not of the server's own writing.
   */
  watch(written: (behovsmelding: string) => void): void
  /** Ids of the people who have the behovsmelding open. */
  online(behovsmelding: string): ReadonlySet<string>
  /** Whether writes are taken: not while the disk refuses, nor while stopping. */
  isTaking(): boolean
  /** Stops taking sockets, lets everything in hand reach the disk and be answered, closes all with `shuttingDown`. */
  stop(): Promise<void>
}

/**
 * Makes an update out of the content at one moment (one Yjs update, version 1), under the server's Yjs client ids: `client` is below and
 * `highest` above everybody else's. Of what two insert at the same place at once Yjs sets that of the lower id first, so the server can
 * say on which side of others' letters its own come to stand.
 */
export type Compose = (content: Uint8Array, client: number, highest: number) => Uint8Array | null

/** Whose Yjs client ids the server's own are, in place of a person's id. */
export const serverAuthor = 'samskriv'

/** The room of a behovsmelding's content in one epoch. */
export function contentRoom (behovsmelding: string, epoch: number): string {
  return `${behovsmelding}/${epoch}/content`
}

/** A journal entry for content the server itself makes (a new epoch's first, the demo's). To be committed together with the records that mention it. */
export type SeedEntry = (room: string, update: Uint8Array, personId: string) => JournalEntry
