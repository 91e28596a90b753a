import { join } from 'node:path'
import type { ChainedAuditEntry, Commit, JournalEntry, Store, StoredRoom, TableName, Tables } from '../port/index.ts'
import { auditOperations, readAudit, type AuditLog } from './audit-log.ts'
import type { Background } from './background.ts'
import { readBundles } from './bundle.ts'
import { writeState } from './chunk.ts'
import { storageError } from './failure.ts'
import type { Files } from './files.ts'
import { createHealth, type Health } from './health.ts'
import { fenceKey, stateKey } from './keys.ts'
import type { StoreLog } from './log.ts'
import { isMirrored } from './mirror.ts'
import { closeJournal, openJournal, type Disk, type Opening } from './opening.ts'
import { readCompaction, readRoom } from './read-room.ts'
import { changeOperations, type Records } from './records.ts'
import { commitNumberOperation, takeOut, type Rejected } from './recovery.ts'
import { createRooms, type DueBundle } from './rooms.ts'
import type { Operation } from './writer.ts'

/** What a store is put together from. `folder` is the data folder, `disk` what the journal is written with. */
export interface Parts {
  readonly folder: string
  readonly log: StoreLog
  readonly disk: Disk
  readonly records: Records
  readonly audit: AuditLog
  readonly mirror: Background
  readonly files: Files
  /** `planned` counts commits given to the journal, `seen` those visible to readers. */
  readonly commits: { planned: number, seen: number }
}

/**
 * Invariants. Writes reach LevelDB in the order of the calls, and so does what is visible. Nothing is taken while a failure stands;
 * `recover` takes out what was rejected before anything new is taken. `#opening` is only used after `#health` was asked in the same turn.
 */
export class EmbeddedStore implements Store {
  readonly #parts: Parts
  readonly #health: Health
  readonly #rooms = createRooms()
  #opening: Opening
  #rejected: Rejected[] = []
  /** The commit before; a later one is visible only after it, and fails when it has. */
  #visible: Promise<void> = Promise.resolve()
  /** Compactions and bundles, one at a time: each reads what the one before has written. */
  #upkeep: Promise<void> = Promise.resolve()
  #recovery: Promise<void> | null = null
  #end: Promise<void> | null = null

  constructor (parts: Parts, opening: Opening) {
    this.#parts = parts
    this.#opening = opening
    this.#health = createHealth(parts.log)
  }

  async append (entries: readonly JournalEntry[]): Promise<void> {
    this.#health.mustTake()
    const chunks = this.#rooms.plan(entries)
    const landed = this.#write(chunks)
    const due = this.#rooms.due(chunks)
    await landed.catch(this.#takeOutLater({ ...nothing, chunks }))
    for (const bundle of due) this.#bundle(bundle)
  }

  async sync (): Promise<void> {
    this.#health.mustTake()
    await this.#sync()
  }

  async load (room: string): Promise<StoredRoom> {
    this.#health.mustRead()
    const opening = this.#opening
    const { stored, ends } = await readRoom(opening.level, room).catch(error => {
      throw storageError(`Reading room ${room}`, error)
    })
    // What was read before a recovery says nothing of the room after it.
    if (opening === this.#opening) this.#rooms.learn(room, ends)
    return stored
  }

  async compact (room: string, position: number, state: Uint8Array): Promise<void> {
    this.#health.mustTake()
    // What was appended before this call has to be there to be read.
    const landed = this.#write([])
    landed.catch(() => undefined)
    await this.#keepUp(async () => {
      await landed
      const plan = await readCompaction(this.#opening.level, room, position).catch(error => {
        throw storageError(`Compacting room ${room}`, error)
      })
      if (plan === null) return
      await this.#write([{ key: stateKey(room), value: writeState(position, state) }, ...fences(room), ...plan.remove.map(key => ({ key, value: null }))])
      this.#rooms.settle(room, position)
    })
  }

  async commit ({ changes = [], journal = [], audit = [] }: Commit): Promise<void> {
    this.#health.mustTake()
    const { audit: auditLog, records, mirror, commits } = this.#parts
    // Everything that may throw comes first, so that nothing is half planned.
    const chained = auditLog.plan(audit)
    const operations = [...changeOperations(changes), ...auditOperations(chained)]
    const chunks = this.#rooms.plan(journal)
    auditLog.take(chained)
    const number = commits.planned + (changes.some(change => isMirrored(change.table)) ? 1 : 0)
    commits.planned = number
    const safe = this.#write([...chunks, ...operations, commitNumberOperation(number)]).then(() => this.#sync())
    // Set in this very turn, so that commits become visible in the order of the calls.
    this.#visible = Promise.all([this.#visible, safe]).then(() => undefined, this.#takeOutLater({ chunks, changes, audit: chained }))
    await this.#visible
    records.apply(changes)
    auditLog.confirm(chained)
    if (number > commits.seen) mirror.mark()
    commits.seen = number
  }

  table<Name extends TableName> (name: Name): ReadonlyMap<string, Tables[Name]> {
    return this.#parts.records.table(name)
  }

  async * audit (from = 1): AsyncGenerator<ChainedAuditEntry> {
    this.#health.mustRead()
    try {
      yield * readAudit(this.#opening.level, from)
    } catch (error) {
      throw storageError('Reading the audit log', error)
    }
  }

  async putFile (bytes: Uint8Array): Promise<string> {
    this.#health.mustTake()
    return this.#parts.files.put(bytes)
  }

  getFile (hash: string): Promise<Uint8Array | null> {
    return this.#parts.files.get(hash)
  }

  isTaking (): boolean {
    return this.#health.isTaking()
  }

  async recover (): Promise<void> {
    if (this.#recovery === null && this.#health.failure() !== null && this.#end === null) {
      this.#recovery = this.#reopen().finally(() => {
        this.#recovery = null
      })
    }
    await this.#recovery
    this.#health.mustTake()
  }

  close (): Promise<void> {
    this.#end ??= this.#close()
    return this.#end
  }

  /** Writes in the order of the calls. */
  async #write (operations: readonly Operation[]): Promise<void> {
    try {
      await this.#opening.writer.write(operations)
    } catch (error) {
      throw this.#health.fail('Writing to the journal', error, true)
    }
  }

  async #sync (): Promise<void> {
    try {
      // After a failed write nothing is called saved: it may be taken out again.
      const failure = this.#health.failure()
      if (failure !== null) throw failure
      await this.#opening.durability.sync()
    } catch (error) {
      throw this.#health.fail('Syncing the journal', error, false)
    }
  }

  #takeOutLater (rejected: Rejected): (error: unknown) => never {
    return error => {
      this.#rejected.push(rejected)
      throw error
    }
  }

  #bundle ({ room, last }: DueBundle): void {
    this.#keepUp(async () => {
      const after = this.#rooms.bundledTo(room)
      if (after === null || after >= last) return
      for await (const bundle of readBundles(this.#opening.level, room, after, last)) {
        await this.#write(bundle.operations)
        this.#rooms.settle(room, bundle.last)
      }
    }).catch(error => this.#parts.log.warn(storageError(`Bundling the journal of room ${room}`, error).message))
  }

  #keepUp (work: () => Promise<void>): Promise<void> {
    const done = this.#upkeep.then(work)
    this.#upkeep = done.catch(() => undefined)
    return done
  }

  async #reopen (): Promise<void> {
    const { folder, log, disk, records, audit, mirror, commits } = this.#parts
    this.#health.recovering()
    await this.#upkeep
    await closeJournal(this.#opening).catch(error => log.warn(storageError('Closing the journal', error).message))
    const opening = await openJournal(join(folder, 'journal'), log, disk)
    try {
      await takeOut(opening.level, this.#rejected, records, commits.seen)
      await opening.durability.sync()
    } catch (error) {
      await closeJournal(opening)
      throw storageError('Taking up work again', error)
    }
    this.#opening = opening
    this.#rejected = []
    this.#visible = Promise.resolve()
    this.#rooms.forget()
    audit.rewind()
    commits.planned = commits.seen
    this.#health.recovered()
    log.info('The journal was opened anew; work is taken again.')
    mirror.mark()
    audit.headFile.mark()
  }

  async #close (): Promise<void> {
    await this.#recovery?.catch(() => undefined)
    this.#health.close()
    await this.#upkeep
    await this.#visible.catch(() => undefined)
    await this.#opening.writer.settled()
    try {
      if (this.#health.failure() === null) await this.#opening.durability.sync()
    } finally {
      await this.#parts.files.settled()
      await this.#parts.mirror.flush()
      await this.#parts.audit.headFile.flush()
      await closeJournal(this.#opening)
    }
  }
}

const fences = (room: string): Operation[] => (['b', 'c'] as const).map(kind => ({ key: fenceKey(kind, room), value: new Uint8Array(0) }))
const nothing: Rejected = { chunks: [], changes: [], audit: [] }
