import type { RefusalCode } from '@samskriv/shared/base'
import { closeCode } from '@samskriv/shared/protocol'
import { StorageError, type StoredRoom } from '../store/port/index.ts'
import type { Connection, Home } from './connection.ts'
import { decodeEntry, decodeState, encodeEntry, encodeState, type Written } from './entry.ts'
import { fanOut, type Delivery } from './fanout.ts'
import type { Journal, Turn } from './journal.ts'
import { contentRoom, serverAuthor, type Compose, type Moment } from './live.ts'
import { Presence } from './presence.ts'
import { noSuggestions, Suggesting, type OpenJudge } from './suggesting.ts'
import { Content, cutKnown, scan, type Scanned } from './update/index.ts'

/** Who a write in a turn comes from, and is answered: a connection, or the server itself. */
export interface Source {
  readonly personId: string
  /** Null: nobody's socket; everybody is shown it. */
  readonly connection: Connection | null
  /** Called once it is fsynced. */
  taken(ordinal: number): void
}

/** A write frame that has passed the gate (`update`), or that only has to be answered in its turn (`update` null). */
export interface Judged {
  readonly source: Source
  readonly ordinal: number
  readonly isReply: boolean
  readonly update: Uint8Array | null
  readonly scanned: Scanned | null
}

/** A write frame that waits while the room is held. */
export interface Held { readonly connection: Connection, readonly ordinal: number, readonly isReply: boolean, readonly update: Uint8Array }

/**
 * One document in one epoch, while somebody has it open.
 *
 * Invariants: `content` holds exactly what is appended up to `position` (never what is on its way: nobody may see what is
 * not written); positions have no gaps; a judged frame is answered once, in the order it came.
 */
export class Room implements Home {
  readonly behovsmelding: string
  readonly epoch: number
  readonly name: string
  readonly members = new Set<Connection>()
  readonly presence: Presence
  readonly owners = new Map<number, string>()
  /** Who first brought a client id along in a handshake's reply: mostly what they wrote themselves while offline. */
  readonly bringers = new Map<number, string>()
  /** How far each client will have come when what is judged has been appended. */
  readonly ahead = new Map<number, number>()
  retired: ReadonlySet<number> = new Set()
  content = new Content()
  /** Last position that is appended, and last one covered by the stored state. */
  position = 0
  storedPosition = 0
  /** Bytes appended since the stored state. */
  tailBytes = 0
  /** Others than members who need the room in memory: a lock in progress, a read. */
  pins = 0
  held: Held[] | null = null
  heldBytes = 0
  /** Whether somebody has written since this was last looked at. */
  isWritten = false
  private readonly journal: Journal
  private readonly suggesting: Suggesting
  private isAbandoned = false
  private judged: Judged[] = []
  /** What is being appended; null: nothing. */
  private onItsWay: readonly Judged[] | null = null
  private holding: Promise<void> = Promise.resolve()
  private ownWriting: Promise<void> = Promise.resolve()
  /** What to tell the server's own writes that are on their way, should the disk refuse. */
  private readonly failing = new Set<(cause: unknown) => void>()

  constructor (behovsmelding: string, epoch: number, journal: Journal, openJudge: OpenJudge = noSuggestions) {
    this.behovsmelding = behovsmelding
    this.epoch = epoch
    this.name = contentRoom(behovsmelding, epoch)
    this.journal = journal
    this.suggesting = new Suggesting(openJudge)
    this.presence = new Presence(() => this.members)
  }

  /** Takes up what is stored. False when it is damaged: then nothing may be written behind it. */
  restore (stored: StoredRoom): boolean {
    if (stored.state !== null) {
      const state = decodeState(stored.state)
      if (state === null || !this.absorb(state.update)) return false
      for (const [client, personId] of state.owners) this.owners.set(client, personId)
      for (const [client, personId] of state.bringers) this.bringers.set(client, personId)
    }
    for (const entry of stored.tail) {
      const written = decodeEntry(entry.bytes)
      if (written === null || !written.every(each => this.absorb(each.update, each))) return false
      this.tailBytes += entry.bytes.length
    }
    this.storedPosition = stored.position
    this.position = stored.tail.at(-1)?.position ?? stored.position
    return true
  }

  vector (): Uint8Array {
    return this.content.stateVector()
  }

  since (vector: Uint8Array): Uint8Array | null {
    return this.content.since(vector)
  }

  /** Forgets what is only kept for those who suggest, when nobody here does. */
  rest (): void {
    const isSuggesting = [...this.members].some(({ standing }) => standing !== null && standing.maySuggest && !standing.mayWrite)
    if (!isSuggesting) this.suggesting.rest()
  }

  greet (connection: Connection): void {
    this.presence.greet(connection)
  }

  /** Puts a frame in the turn that is being gathered. */
  put (judged: Judged): void {
    if (this.isAbandoned) return
    this.judged.push(judged)
    const { personId } = judged.source
    for (const { client, clockEnd } of judged.scanned?.sections ?? []) {
      this.ahead.set(client, Math.max(clockEnd, this.ahead.get(client) ?? 0))
      this.credit(client, personId, judged.isReply)
    }
    this.journal.wake(this, judged.update?.length ?? 0)
  }

  /** Whether the room has something to write or on its way. */
  get isBusy (): boolean {
    return this.judged.length > 0 || this.onItsWay !== null
  }

  private known (client: number): number {
    return Math.max(this.content.clockOf(client), this.ahead.get(client) ?? 0)
  }

  private knowsPartOf ({ sections }: Scanned): boolean {
    return sections.some(({ client, clock, clockEnd }) => clock < this.known(client) && clockEnd > this.known(client))
  }

  /**
   * An update, and where it says again of a client what is known and then more, only what is not: Yjs hangs the rest where the known part lies,
   * whatever the update says of its place. Null: it is junk.
   */
  unknownOf (update: Uint8Array): { readonly update: Uint8Array, readonly scanned: Scanned } | null {
    const scanned = scan(update)
    if (scanned === null || !this.knowsPartOf(scanned)) return scanned === null ? null : { update, scanned }
    const rest = cutKnown(update, new Map(scanned.sections.map(({ client }) => [client, this.known(client)])))
    const left = scan(rest)
    return left === null || this.knowsPartOf(left) ? null : { update: rest, scanned: left }
  }

  /** Whether an update puts elements deeper in each other than programs that recurse can bear. */
  liesTooDeep (update: Uint8Array, scanned: Scanned): boolean {
    return this.content.liesTooDeep(update, scanned, () => [...this.onItsWay ?? [], ...this.judged].flatMap(judged => judged.update ?? []))
  }

  /** What this turn brings; null when nothing. */
  take (): Turn | null {
    const { judged } = this
    if (judged.length === 0) return null
    this.judged = []
    this.onItsWay = judged
    const written: Written[] = []
    for (const { source, isReply, update } of judged) if (update !== null) written.push({ personId: source.personId, isReply, update })
    const entry = written.length === 0 ? null : { room: this.name, position: this.position + 1, bytes: encodeEntry(written) }
    return {
      entry,
      appended: () => {
        this.onItsWay = null
        if (entry === null) return
        this.position = entry.position
        this.tailBytes += entry.bytes.length
        this.show(judged)
      },
      synced: () => { for (const { source, ordinal } of judged) source.taken(ordinal) },
      failed: () => {
        this.onItsWay = null
        this.abandon()
      },
    }
  }

  /** Whose open connection speaks for a client id. */
  speaker (client: number): string | null {
    return this.presence.speaker(client)
  }

  /** Why an update of somebody who may only suggest is not let in; null: it is. */
  judgeSuggestion (update: Uint8Array, personId: string): RefusalCode | null {
    return this.suggesting.ask({ update, personId, owns: client => this.owners.get(client) === personId, content: () => this.content.update() })
  }

  /** The content at this moment, and who wrote it as far as is known. */
  moment (): Moment {
    return { room: this.name, position: this.position, update: this.content.update(), owners: this.owners, bringers: this.bringers }
  }

  /** What to store in place of everything up to the present position. */
  state (update: Uint8Array): Uint8Array {
    return encodeState({ owners: this.owners, bringers: this.bringers, update })
  }

  /**
   * Runs `work` while write frames queue; one hold at a time. `resume` is given what queued, also when `work` failed.
   */
  async hold<T> (work: () => Promise<T>, resume: (held: readonly Held[]) => void): Promise<T> {
    const before = this.holding
    const { promise, resolve: done } = Promise.withResolvers<void>()
    this.holding = promise
    await before
    if (this.isAbandoned) {
      done()
      throw new StorageError('the disk failed while the room was held')
    }
    this.held = []
    try {
      return await work()
    } finally {
      const { held } = this
      this.held = null
      this.heldBytes = 0
      resume(held)
      done()
    }
  }

  /**
   * The server's own write: composed on the content as it is, under the server's client ids, once nobody holds the
   * room. False: there was nothing to write. Rejects with StorageError when the disk refuses.
   */
  async writeOwn (compose: Compose): Promise<boolean> {
    const before = this.ownWriting
    const { promise, resolve: done } = Promise.withResolvers<void>()
    this.ownWriting = promise
    await before
    try {
      while (this.held !== null) await this.holding
      return await this.compose(compose)
    } finally {
      done()
    }
  }

  private async compose (compose: Compose): Promise<boolean> {
    if (this.isAbandoned) throw new StorageError('the disk failed while the server was writing')
    const update = compose(this.content.update(), this.ownClient(1, 1), this.ownClient(2 ** 32 - 1, -1))
    const scanned = update === null ? null : scan(update)
    if (update === null || scanned === null || !this.content.isNew(scanned)) return false
    if (this.content.leavesGap(scanned, this.ahead)) throw new Error('the server composed an update that does not follow on the content')
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.failing.add(reject)
    this.put({ source: { personId: serverAuthor, connection: null, taken: () => { resolve() } }, ordinal: 0, isReply: false, update, scanned })
    try {
      await promise
    } finally {
      this.failing.delete(reject)
    }
    return true
  }

  // The first id from one end that nobody else has written under, nor the server in an earlier epoch.
  private ownClient (from: number, step: 1 | -1): number {
    let client = from
    const isOthers = (): boolean => this.retired.has(client) || (this.owners.get(client) ?? (this.content.clockOf(client) > 0 ? '' : serverAuthor)) !== serverAuthor
    while (isOthers()) client += step
    return client
  }

  /** Closes everybody's socket. */
  closeAll (code: number, reason: RefusalCode): void {
    for (const member of this.members) member.close(code, reason)
  }

  /** The disk failed: what is in memory may be more than what is stored, so everybody comes back to a room read anew. */
  abandon (): void {
    this.isAbandoned = true
    this.judged = []
    for (const fail of this.failing) fail(new StorageError('the disk failed while the server was writing'))
    this.failing.clear()
    this.closeAll(closeCode.storageFailed, 'storage-failed')
  }

  private show (judged: readonly Judged[]): void {
    const deliveries: Delivery[] = []
    for (const { source, update, scanned } of judged) {
      if (update === null || scanned === null) continue
      this.content.add(update, scanned)
      this.suggesting.shown(update)
      if (source.connection !== null) this.isWritten = true
      for (const { client } of scanned.sections) if (this.content.clockOf(client) >= (this.ahead.get(client) ?? 0)) this.ahead.delete(client)
      deliveries.push({ from: source.connection, update })
    }
    fanOut(this.members, deliveries)
  }

  private absorb (update: Uint8Array, from?: Pick<Written, 'personId' | 'isReply'>): boolean {
    const scanned = scan(update)
    if (scanned === null) return false
    // A small part of a bundle would keep all of it in memory.
    const mayStay = update.length * 2 > update.buffer.byteLength
    if (!(mayStay ? this.content.adopt(update, scanned) : this.content.add(update, scanned))) return false
    if (from !== undefined) for (const { client } of scanned.sections) this.credit(client, from.personId, from.isReply)
    return true
  }

  // Who only brings along what another wrote (a handshake after a power cut, a restored backup) does not come to own it.
  private credit (client: number, personId: string, isReply: boolean): void {
    const credited = isReply ? this.bringers : this.owners
    if (!credited.has(client)) credited.set(client, personId)
  }
}
