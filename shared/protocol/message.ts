/**
 * What the first byte of a frame means. 0–3 are y-websocket's own; ours start at 100 and are sent only to clients that
 * asked for them with `answers=1` in the address, so an unmodified provider never meets one.
 */
export const message = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** server → client: varuint n. The first n write frames (sync step 2 and update) of this connection are answered: on disk, or refused. */
  taken: 100,
  /** server → client: varuint ordinal of the write frame (1 is the first of this connection), varstring refusal code. */
  refused: 101,
  /** server → client: varstring JSON {@link Standing}. Sent first on a connection and whenever it changes. */
  standing: 102,
  /** server → client: varstring {@link Topic}. Something kept beside the text has changed: ask for it over HTTP. */
  changed: 103,
} as const

/**
 * What is kept beside the text and can change while somebody looks: `view` what surrounds it (members, versions, state),
 * `comments`, `medbestemmelse` (rounds, stances, statements), `proposals` (what somebody wrote too late and sent in).
 */
export const topics = ['view', 'comments', 'medbestemmelse', 'proposals'] as const
/** One of the things that are kept beside the text. */
export type Topic = (typeof topics)[number]

/** The second byte of a sync frame (y-protocols/sync). */
export const syncStep = { one: 0, two: 1, update: 2 } as const

/** How the connection stands: what the server would let this person do now. */
export interface Standing {
  readonly role: 'eier' | 'uh' | 'tillitsvalgt' | 'leser'
  readonly state: 'utkast' | 'medbestemmelse' | 'låst' | 'levert'
  readonly epoch: number
  readonly mayWrite: boolean
  /** Also where one may not write: what is marked as a suggestion of one's own, and nothing else, is then taken. */
  readonly maySuggest: boolean
}

/** Query parameters of the websocket's address that our own client adds. All optional: an unmodified provider sends none. */
export interface ConnectionParameters {
  /** `'1'`: send message types ≥ 100. */
  readonly answers?: '1'
  /** Version of the rich-text and document schema the client was built with; another one than the server's is closed with `oldSchema`. */
  readonly schema?: string
  /** The epoch the client's copy belongs to; another one than the current is closed with `oldEpoch`. */
  readonly epoch?: string
}

/** Where the websocket is: `/live/<document id>`. */
export const livePath = '/live'

/** Bumped whenever content written by a newer client would be dropped by an older one. 2: comments' marks. 3: suggestions' marks. */
export const schemaVersion = 3

/** Bounds both sides keep to. */
export const bounds = {
  /** Bytes in one websocket frame. A whole behovsmelding of 60 000 characters is some 200 kB; an offline person's return is one frame. */
  frameBytes: 8 * 1024 * 1024,
  /** Bytes of one document's stored state. Above it only deletions could help, so it is refused loudly long before memory is a question. */
  documentBytes: 32 * 1024 * 1024,
  /** Bytes of one person's presence state. A caret is some 300 bytes. */
  presenceBytes: 4 * 1024,
} as const
