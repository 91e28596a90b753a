import { closeCode } from '@samskriv/shared/protocol'
import type { Log } from '../log.ts'
import { Compactor } from './compactor.ts'
import { decodeEntry, decodeState } from './entry.ts'
import type { Journal } from './journal.ts'
import { contentRoom, type LiveStore } from './live.ts'
import { Room } from './room.ts'
import type { OpenJudge } from './suggesting.ts'
import { StorageError } from '../store/port/index.ts'
import { Content, scan } from './update/index.ts'

/** Entries or bytes behind the stored state after which an open room is rolled up, so that no start has a long tail to read. */
const rollUpEntries = 2_000
const rollUpBytes = 1024 * 1024
/** How long a peer gets to answer the close when the server stops, ms. */
const silentMs = 1_500

/** The rooms that are in memory: opened when somebody comes, rolled up while used, compacted and let go when the last leaves. */
export class Hub {
  /** How many rooms have been read so far. */
  opened = 0
  private readonly rooms = new Map<string, Room>()
  private readonly opening = new Map<string, Promise<Room>>()
  private readonly store: LiveStore
  private readonly journal: Journal
  private readonly log: Log
  private readonly openJudge: OpenJudge
  private readonly compactor = new Compactor()
  /** Counts failures of the disk: a room whose reading began before one is not to be trusted. */
  private generation = 0

  constructor (store: LiveStore, journal: Journal, log: Log, openJudge: OpenJudge) {
    this.store = store
    this.journal = journal
    this.log = log
    this.openJudge = openJudge
  }

  /** A room, read from the store when it is not in memory. Rejects when what is stored is damaged. */
  open (behovsmelding: string, epoch: number): Room | Promise<Room> {
    const name = contentRoom(behovsmelding, epoch)
    const room = this.rooms.get(name)
    if (room !== undefined) return room
    let opening = this.opening.get(name)
    if (opening === undefined) {
      opening = this.read(behovsmelding, epoch).finally(() => { this.opening.delete(name) })
      this.opening.set(name, opening)
    }
    return opening
  }

  /** Rooms in memory. */
  all (): IterableIterator<Room> {
    return this.rooms.values()
  }

  /** Whether no room is in memory. */
  get isEmpty (): boolean {
    return this.rooms.size === 0 && this.opening.size === 0
  }

  /** Looks whether a room has grown a long tail. */
  tend (room: Room): void {
    const entries = room.position - room.storedPosition
    if (entries < rollUpEntries && room.tailBytes < Math.max(rollUpBytes, room.content.byteLength)) return
    const { position } = room
    room.storedPosition = position
    room.tailBytes = 0
    const update = room.content.update()
    if (!this.isSound(room, update)) return
    this.store.compact(room.name, position, room.state(update)).catch((error: unknown) => { this.failed('roll-up', error) })
  }

  /** Lets go of a room that nobody needs any more, once it is compacted. */
  async release (room: Room): Promise<void> {
    if (this.isNeeded(room)) return
    room.presence.stop()
    await this.compactor.enqueue(async () => {
      if (this.isNeeded(room)) return
      const { position } = room
      if (position > room.storedPosition) {
        const whole = room.content.update()
        // Yjs is asked only where it can throw something away; letters are joined here already.
        const update = room.content.hasUncollected ? await this.compactor.compact(whole) : whole
        if (!this.isSound(room, update)) return
        await this.store.compact(room.name, position, room.state(update))
        room.storedPosition = position
        room.tailBytes = 0
      }
      if (!this.isNeeded(room) && room.position === position && this.rooms.get(room.name) === room) this.rooms.delete(room.name)
    }).catch((error: unknown) => { this.failed('compact', error) })
  }

  /** Forgets everything in memory: the disk failed, and rooms must be read anew. */
  forget (): void {
    this.generation++
    for (const room of this.rooms.values()) {
      room.presence.stop()
      room.abandon()
    }
    this.rooms.clear()
  }

  /** Lets go of rooms that were left while they were busy, or whose compaction failed, and of what the others need not keep. */
  sweep (): void {
    for (const room of this.rooms.values()) {
      room.rest()
      if (!this.isNeeded(room)) void this.release(room)
    }
  }

  /** Closes everybody and resolves when all rooms are compacted. */
  async stop (): Promise<void> {
    for (const room of this.rooms.values()) {
      room.closeAll(closeCode.shuttingDown, 'shutting-down')
      // Who does not answer the close is not waited for.
      const silent = [...room.members]
      setTimeout(() => { for (const member of silent) member.terminate() }, silentMs).unref()
      room.members.clear()
    }
    for (const room of this.rooms.values()) await this.release(room)
    await this.compactor.stop()
  }

  private isNeeded (room: Room): boolean {
    return room.members.size > 0 || room.pins > 0 || room.isBusy || room.held !== null
  }

  private async read (behovsmelding: string, epoch: number): Promise<Room> {
    const { generation } = this
    const room = new Room(behovsmelding, epoch, this.journal, this.openJudge)
    const [stored, retired] = [await this.store.load(room.name), await this.retired(behovsmelding, epoch)]
    if (!room.restore(stored)) throw new Error(`room ${room.name} is damaged on disk`)
    room.retired = retired
    if (generation !== this.generation) throw new StorageError('the disk failed while the room was read')
    this.rooms.set(room.name, room)
    this.opened++
    return room
  }

  // Client ids that wrote in earlier epochs.
  private async retired (behovsmelding: string, epoch: number): Promise<ReadonlySet<number>> {
    const clients = new Set<number>()
    for (let earlier = 1; earlier < epoch; earlier++) {
      const stored = await this.store.load(contentRoom(behovsmelding, earlier))
      const state = stored.state === null ? null : decodeState(stored.state)
      for (const client of state?.owners.keys() ?? []) clients.add(client)
      const updates = stored.tail.flatMap(entry => decodeEntry(entry.bytes) ?? []).map(written => scan(written.update))
      for (const scanned of updates) for (const section of scanned?.sections ?? []) clients.add(section.client)
    }
    return clients
  }

  // Nothing is stored in a journal's place that could not be read back.
  private isSound (room: Room, update: Uint8Array): boolean {
    const scanned = scan(update)
    const isSound = scanned !== null && !new Content().leavesGap(scanned)
    if (!isSound) this.log('error', 'a room was not compacted: its content would not read back', { room: room.name })
    return isSound
  }

  private failed (what: string, error: unknown): void {
    this.log('error', `${what} failed`, { error: error instanceof Error ? error.message : String(error) })
  }
}
