import type * as Y from 'yjs'
import type { OpenRequest, RefusedChange, Rescue } from '../session.ts'
import { openBaseKeeper, type BaseKeeper } from './base-keeper.ts'
import { openDatabase, readAll, removeBase, removePending, type BaseRow, type Database, type StoredPending } from './database.ts'
import { openKeeper, type Keeper } from './keeper.ts'
import { mergeMany } from './merge.ts'

/** What this machine has of a behovsmelding when it is opened. */
export interface Found {
  /** What the server was known to have of this epoch; null: nothing kept. */
  readonly base: Uint8Array | null
  /** What was made in this epoch and still waits, oldest first, of all tabs. */
  readonly pending: readonly StoredPending[]
  readonly rescues: readonly Rescue[]
  readonly refused: readonly RefusedChange[]
}

/** The copy of one behovsmelding in one epoch that this machine keeps for one person. */
export interface MachineCopy {
  readonly keeper: Keeper
  readonly base: BaseKeeper
  /** Reads what is there. Rejects when the machine gives no database; may be called again. */
  find(): Promise<Found>
  /** Takes away the rescue of an epoch as it was found: what came later stays. */
  drop(epoch: number): Promise<void>
  /** Writes what is to be written and lets go of the database. */
  close(): Promise<void>
}

/** What the copy needs from the session. */
export interface MachineCopyNeeds {
  readonly request: OpenRequest
  readonly doc: Y.Doc
  readonly clean: () => boolean
  readonly waits: () => boolean
  readonly keptChanged: () => void
}

/** Opens a person's database when first asked, once; again after a failure, but not after it was taken away by a log-out. */
function databaseOf (personId: string, taken: () => void): { get(): Promise<Database>, close(): Promise<void> } {
  let opening: Promise<Database> | null = null
  let lost = false
  return {
    async get () {
      if (lost) throw new Error('the copy on this machine was wiped')
      opening ??= openDatabase(personId, () => {
        lost = true
        taken()
      })
      try {
        return await opening
      } catch (error) {
        opening = null
        throw error
      }
    },
    async close () {
      lost = true
      try { (await opening)?.close() } catch { /* It never opened. */ }
    },
  }
}

// What refused changes were built on. Of several refusals all: what was written last may build on the newest.
function groundOf (rows: readonly StoredPending[]): Uint8Array | null {
  const grounds = rows.flatMap(row => row.beneath ?? [])
  return grounds.length === 0 ? null : mergeMany(grounds)
}

function rescuesOf (rows: readonly StoredPending[], bases: readonly BaseRow[]): Rescue[] {
  const byEpoch = Map.groupBy(rows, row => row.epoch)
  return [...byEpoch].map(([epoch, rows]) => ({
    epoch,
    changes: rows.reduce((sum, row) => sum + row.changes, 0),
    update: mergeMany(rows.map(row => row.update)),
    base: groundOf(rows) ?? bases.find(base => base.epoch === epoch)?.update ?? null,
    code: rows.findLast(row => row.refused !== null)?.refused?.code ?? 'old-epoch',
  })).toSorted((a, b) => a.epoch - b.epoch)
}

// The rows of one refusal were marked at one moment: shown as one.
function refusedOf (rows: readonly StoredPending[]): RefusedChange[] {
  const marked = rows.flatMap(({ refused, changes }) => refused === null ? [] : { ...refused, changes })
  const groups = Map.groupBy(marked, each => `${each.at} ${each.code}`)
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : { ...first, changes: rest.reduce((sum, each) => sum + each.changes, first.changes) })
}

/** Opens the {@link MachineCopy} of a session. Nothing is read or written until asked. */
export function openMachineCopy ({ request, doc, clean, waits, keptChanged }: MachineCopyNeeds): MachineCopy {
  const { behovsmelding, epoch } = request
  const { get: database, close } = databaseOf(request.personId, () => { keeper.lose() })
  const keeper = openKeeper({ behovsmelding, epoch, database, keptChanged, beneath: () => base.read() })
  const base = openBaseKeeper({ behovsmelding, epoch, doc, database, clean, waits })
  let aside: readonly StoredPending[] = []

  async function dropRows (opened: Database, dropped: number): Promise<void> {
    const keys = aside.filter(row => row.epoch === dropped).map(row => row.key)
    aside = aside.filter(row => row.epoch !== dropped)
    await removePending(opened, keys)
    if (dropped < epoch) await removeBase(opened, behovsmelding, dropped)
  }

  return {
    keeper,
    base,
    async find () {
      const opened = await database()
      const { pending, bases } = await readAll(opened, behovsmelding)
      aside = pending.filter(row => row.epoch < epoch || (row.epoch === epoch && row.refused !== null))
      const spent = bases.filter(each => each.epoch < epoch && aside.every(row => row.epoch !== each.epoch))
      await Promise.all(spent.map(each => removeBase(opened, behovsmelding, each.epoch)))
      return {
        base: bases.find(each => each.epoch === epoch)?.update ?? null,
        pending: pending.filter(row => row.epoch === epoch && row.refused === null),
        rescues: rescuesOf(aside, bases),
        refused: refusedOf(aside),
      }
    },
    drop: async dropped => { await dropRows(await database(), dropped) },
    async close () {
      await keeper.flush()
      keeper.stop()
      await base.flush()
      base.stop()
      await close()
    },
  }
}
