import { StorageError, tableNames, type Change, type TableName, type Tables } from '../port/index.ts'
import { recordKey, recordsOf } from './keys.ts'
import type { Level } from './level.ts'
import { scan } from './scan.ts'
import type { Operation } from './writer.ts'

type AnyRecord = Tables[TableName]

/** All records, in memory: they are few (people, memberships, metadata) and asked for on every frame. LevelDB is the truth. */
export interface Records {
  table<Name extends TableName> (name: Name): ReadonlyMap<string, Tables[Name]>
  /** Makes changes visible to readers. */
  apply (changes: readonly Change[]): void
  /** What puts the changed records in LevelDB back to how readers see them. */
  restore (changes: readonly Change[]): Operation[]
}

/** Reads all records. Rejects with StorageError when one cannot be read. */
export async function loadRecords (level: Level): Promise<Records> {
  const tables = new Map<TableName, Map<string, AnyRecord>>()
  for (const name of tableNames) tables.set(name, await loadTable(level, name))

  function rows (name: TableName): Map<string, AnyRecord> {
    const rows = tables.get(name)
    if (rows === undefined) throw new Error(`no table ${name}`)
    return rows
  }

  return {
    table<Name extends TableName> (name: Name) {
      // The map of a name holds that table's records: loaded by name, and a Change ties its record to its name.
      const found: ReadonlyMap<string, unknown> = rows(name)
      return found as ReadonlyMap<string, Tables[Name]>
    },
    apply (changes) {
      for (const change of changes) {
        if ('put' in change) rows(change.table).set(change.put.id, change.put)
        else rows(change.table).delete(change.remove)
      }
    },
    restore: changes => changes.map(change => {
      const seen = rows(change.table).get(idOf(change))
      return { key: keyOf(change), value: seen === undefined ? null : encode(seen) }
    }),
  }
}

/** What writes changes to LevelDB. Throws on a record JSON cannot hold: a bug. */
export function changeOperations (changes: readonly Change[]): Operation[] {
  return changes.map(change => ({ key: keyOf(change), value: 'put' in change ? encode(change.put) : null }))
}

async function loadTable (level: Level, name: TableName): Promise<Map<string, AnyRecord>> {
  const rows = new Map<string, AnyRecord>()
  for await (const batch of scan({ level }, recordsOf(name))) {
    for (const [key, value] of batch) {
      const record = decode(key, value)
      rows.set(record.id, record)
    }
  }
  return rows
}

function keyOf (change: Change): string {
  return recordKey(change.table, idOf(change))
}

function idOf (change: Change): string {
  return 'put' in change ? change.put.id : change.remove
}

function encode (record: AnyRecord): Uint8Array {
  return Buffer.from(JSON.stringify(record))
}

function decode (key: string, value: Uint8Array): AnyRecord {
  try {
    return JSON.parse(Buffer.from(value).toString()) as AnyRecord
  } catch (error) {
    throw new StorageError(`The record ${JSON.stringify(key)} is damaged and cannot be read. ` +
      'Stop the server, keep a copy of the data folder as it is, and take it back from a backup.', { cause: error })
  }
}
