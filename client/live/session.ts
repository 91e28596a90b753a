import type { Role, State } from '@samskriv/shared/access'
import type { RefusalCode } from '@samskriv/shared/base'
import type { Standing, Topic } from '@samskriv/shared/protocol'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** Something that changes and can be watched; fits React's `useSyncExternalStore`. `get` gives the same object until it changes. */
export interface Watchable<T> {
  get(): T
  /** Calls back after each change. Gives the stop. */
  watch(changed: () => void): () => void
}

/**
 * The truth about what was typed here. `saved`: the server has fsynced everything. `waiting`: `changes` (≥ 1) are not yet
 * on the server's disk; `kept` tells whether they are on this machine's disk (else closing the tab would lose them).
 * `connection` is the socket's.
 */
export interface SaveStatus {
  readonly state: 'opening' | 'saved' | 'waiting'
  readonly changes: number
  readonly kept: boolean
  readonly connection: 'connecting' | 'connected' | 'offline'
}

/** Why the session ended and will not come back by itself. */
export interface Ended { readonly reason: RefusalCode }

/**
 * Changes of this person's that the server did not take, for one reason at one moment (`at`: milliseconds since 1970).
 * They are kept on this machine until the person has dealt with them (`rescues` of the next session has their bytes).
 */
export interface RefusedChange { readonly code: RefusalCode, readonly at: number, readonly changes: number }

/** What was undone or redone last, so that the page can show the place. `key` names a field, or an item (`tiltak/<item>`). A new object each time. */
export interface Undone { readonly kind: 'undo' | 'redo', readonly key: string }

/** How often something beside the text has changed, by topic. */
export type News = Readonly<Record<Topic, number>>

/** A person who has the document open, as the server vouches for. `place` is the key of the field they are in. `clientId` is unique per tab. */
export interface Present {
  readonly clientId: number
  readonly personId: string
  readonly name: string
  readonly role: Role
  /** Index into the palette of person colours, the same for a person everywhere. */
  readonly color: number
  readonly place: string | null
  readonly self: boolean
}

/**
 * What stands on this machine and is not in the document: written in an earlier epoch, or refused in this one. Never slipped
 * in, never thrown away. `base` is what the server was known to have of that epoch (null: not kept): `base` against
 * `base` + `update` is what the person wrote. `code`: why it is not in.
 */
export interface Rescue {
  readonly epoch: number
  readonly changes: number
  readonly update: Uint8Array
  readonly base: Uint8Array | null
  readonly code: RefusalCode
}

/**
 * One behovsmelding open in this tab: its live document and everything around it. No React here.
 * Local writes are made as `doc.transact(…, session.origin)` so that undo knows them as one's own.
 */
export interface LiveSession {
  readonly behovsmelding: string
  readonly epoch: number
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** One history for all fields. An editor adds its own origin with `undo.addTrackedOrigin`. */
  readonly undo: Y.UndoManager
  readonly lastUndone: Watchable<Undone | null>
  readonly origin: object
  /** True once the content has come, from the server or from this machine. */
  readonly loaded: Watchable<boolean>
  readonly status: Watchable<SaveStatus>
  readonly standing: Watchable<Standing | null>
  readonly present: Watchable<readonly Present[]>
  /**
   * How often what is kept beside the text is known to have changed, by topic: when a number rises, ask for it over HTTP.
   * All rise when a connection is made anew: nobody knows what was missed.
   */
  readonly news: Watchable<News>
  readonly ended: Watchable<Ended | null>
  readonly refused: Watchable<readonly RefusedChange[]>
  readonly rescues: Watchable<readonly Rescue[]>
  /** Tells the others which field one is in; null: none. */
  setPlace(key: string | null): void
  /** Drops the rescue of that epoch, after the person has dealt with it. */
  dropRescue(epoch: number): Promise<void>
  /** Closes the socket; what is not yet on the server stays on this machine. */
  close(): Promise<void>
}

/** What is needed to open a session. `state` is what the page was told over HTTP, until the socket says otherwise. */
export interface OpenRequest {
  readonly behovsmelding: string
  readonly epoch: number
  readonly state: State
  readonly personId: string
  /** How this person is shown to themselves in the presence list; what others see is what the server vouches for. */
  readonly self?: { readonly name: string, readonly color: number }
  /** `ws://…/live` or `wss://…/live`. */
  readonly address: string
}
