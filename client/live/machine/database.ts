import type { RefusalCode } from '@samskriv/shared/base'
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** Changes made here that the server had not answered for when they were written. */
export interface PendingRow {
  readonly behovsmelding: string
  readonly epoch: number
  readonly update: Uint8Array
  /** Transactions the update stands for. */
  readonly changes: number
  /** Set when the server refused them: they are then never sent again. */
  readonly refused: { readonly code: RefusalCode, readonly at: number } | null
  /** On the first row of a refusal: what the server was known to have when it was written. Absent: as the epoch's base says. */
  readonly beneath?: Uint8Array
}

/** A pending row and the key it lies under. Keys are unique on this machine, so tabs never meet each other's. */
export interface StoredPending extends PendingRow { readonly key: number }

/** What the server was known to have of one behovsmelding in one epoch. */
export interface BaseRow { readonly behovsmelding: string, readonly epoch: number, readonly update: Uint8Array }

interface Shape extends DBSchema {
  pending: { key: number, value: PendingRow, indexes: { behovsmelding: string } }
  base: { key: [string, number], value: BaseRow, indexes: { behovsmelding: string } }
}

/** The open database of one person on this machine. */
export type Database = IDBPDatabase<Shape>

/** The transaction is done only when the operating system says that it is on disk. */
const strict = { durability: 'strict' } as const

const nameOf = (personId: string): string => `samskriv/${personId}`

/**
 * Opens a person's database, made the first time. Throws what the browser throws (private mode, full disk, blocked): the
 * callers say `kept: false` then. `lost` is called if the browser or a log-out in another tab takes it away later.
 */
export async function openDatabase (personId: string, lost: () => void): Promise<Database> {
  const database = await openDB<Shape>(nameOf(personId), 1, {
    upgrade (fresh) {
      fresh.createObjectStore('pending', { autoIncrement: true }).createIndex('behovsmelding', 'behovsmelding')
      fresh.createObjectStore('base', { keyPath: ['behovsmelding', 'epoch'] }).createIndex('behovsmelding', 'behovsmelding')
    },
    // A log-out elsewhere wants the database gone: holding on to it would leave the person's text on the machine.
    blocking (_current, _blocked, event) {
      const { target } = event
      if (target instanceof IDBDatabase) target.close()
      lost()
    },
    terminated: lost,
  })
  return database
}

/** Everything kept of a behovsmelding, of all epochs and tabs, oldest first. */
export async function readAll (database: Database, behovsmelding: string): Promise<{ pending: StoredPending[], bases: BaseRow[] }> {
  const transaction = database.transaction(['pending', 'base'])
  const index = transaction.objectStore('pending').index('behovsmelding')
  const [rows, keys, bases] = await Promise.all([
    index.getAll(behovsmelding),
    index.getAllKeys(behovsmelding),
    transaction.objectStore('base').index('behovsmelding').getAll(behovsmelding),
  ])
  const pending = rows.flatMap((row, at) => {
    const key = keys[at]
    return key === undefined ? [] : [{ ...row, key }]
  })
  return { pending, bases }
}

/** Adds rows in one transaction. When it resolves they are on this machine's disk. Gives their keys. */
export async function addPending (database: Database, rows: readonly PendingRow[]): Promise<number[]> {
  const transaction = database.transaction('pending', 'readwrite', strict)
  const [keys] = await Promise.all([Promise.all(rows.map(row => transaction.store.add(row))), transaction.done])
  return keys
}

/** Replaces rows by others in one transaction: never both, never neither. */
export async function replacePending (database: Database, keys: readonly number[], rows: readonly PendingRow[]): Promise<number[]> {
  const transaction = database.transaction('pending', 'readwrite', strict)
  const removed = keys.map(key => transaction.store.delete(key))
  const [added] = await Promise.all([Promise.all(rows.map(row => transaction.store.add(row))), ...removed, transaction.done])
  return added
}

/** Takes rows away. Not strict: a row that comes back after a power cut is sent once more, and is nothing new. */
export async function removePending (database: Database, keys: readonly number[]): Promise<void> {
  const transaction = database.transaction('pending', 'readwrite')
  await Promise.all([...keys.map(key => transaction.store.delete(key)), transaction.done])
}

/** Puts what the server has, whole. Not strict: the server has it. */
export async function putBase (database: Database, row: BaseRow): Promise<void> {
  await database.put('base', row)
}

/** Joins to the stored base what was learned since, by `merge`. */
export async function extendBase (database: Database, row: BaseRow, merge: (stored: Uint8Array, more: Uint8Array) => Uint8Array): Promise<void> {
  const transaction = database.transaction('base', 'readwrite')
  const stored = await transaction.store.get([row.behovsmelding, row.epoch])
  const update = stored === undefined ? row.update : merge(stored.update, row.update)
  await Promise.all([transaction.store.put({ ...row, update }), transaction.done])
}

/** What is kept of an epoch; null: nothing. */
export async function readBase (database: Database, behovsmelding: string, epoch: number): Promise<Uint8Array | null> {
  return (await database.get('base', [behovsmelding, epoch]))?.update ?? null
}

/** Takes the base of an epoch away. */
export async function removeBase (database: Database, behovsmelding: string, epoch: number): Promise<void> {
  await database.delete('base', [behovsmelding, epoch])
}

/**
 * Empties a person's database, unless something unsaved stands in it and `forced` is false: then nothing is done. Looked
 * at and emptied in one transaction, so that what another tab writes meanwhile is seen. Gives the pending rows found.
 */
export async function emptyDatabase (database: Database, forced: boolean): Promise<PendingRow[]> {
  const transaction = database.transaction(['pending', 'base'], 'readwrite', strict)
  const pending = await transaction.objectStore('pending').getAll()
  if (pending.length === 0 || forced) {
    await Promise.all([transaction.objectStore('pending').clear(), transaction.objectStore('base').clear()])
  }
  await transaction.done
  return pending
}

/** Removes a person's database whole; resolves when it is gone. */
export async function deleteDatabase (personId: string): Promise<void> {
  await deleteDB(nameOf(personId))
}
