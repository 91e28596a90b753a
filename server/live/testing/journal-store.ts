import { StorageError, type JournalEntry, type Store, type StoredRoom } from '../../store/port/index.ts'

/** The journal half of a store, in memory, with hands on it: a test can hold appends and fsyncs back, or make them fail. */
export class JournalStore implements Pick<Store, 'append' | 'sync' | 'load' | 'compact' | 'recover'> {
  readonly rooms = new Map<string, { position: number, state: Uint8Array | null, tail: JournalEntry[] }>()
  appends = 0
  syncs = 0
  compactions = 0
  isBroken = false
  /** Set to hold what is asked of the disk until the gate opens. */
  appendGate: Promise<void> | null = null
  syncGate: Promise<void> | null = null

  async append (entries: readonly JournalEntry[]): Promise<void> {
    if (this.appendGate !== null) await this.appendGate
    if (this.isBroken) throw new StorageError('no space left')
    this.appends++
    for (const entry of entries) {
      const room = this.room(entry.room)
      const expected = (room.tail.at(-1)?.position ?? room.position) + 1
      if (entry.position !== expected) throw new Error(`gap in ${entry.room}: ${entry.position} instead of ${expected}`)
      room.tail.push({ ...entry, bytes: entry.bytes.slice() })
    }
  }

  async sync (): Promise<void> {
    if (this.syncGate !== null) await this.syncGate
    if (this.isBroken) throw new StorageError('no space left')
    this.syncs++
  }

  async load (room: string): Promise<StoredRoom> {
    const { position, state, tail } = this.room(room)
    return { position, state, tail: [...tail] }
  }

  async compact (name: string, position: number, state: Uint8Array): Promise<void> {
    const room = this.room(name)
    if (position <= room.position) return
    this.compactions++
    this.rooms.set(name, { position, state: state.slice(), tail: room.tail.filter(entry => entry.position > position) })
  }

  async recover (): Promise<void> {
    if (this.isBroken) throw new StorageError('no space left')
  }

  private room (name: string): { position: number, state: Uint8Array | null, tail: JournalEntry[] } {
    let room = this.rooms.get(name)
    if (room === undefined) this.rooms.set(name, room = { position: 0, state: null, tail: [] })
    return room
  }
}
