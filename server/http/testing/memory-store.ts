import { sha256 } from '@samskriv/shared/version'
import { setImmediate } from 'node:timers/promises'
import { chain, emptyHead } from '../../store/audit/index.ts'
import { StorageError, tableNames, type ChainedAuditEntry, type Commit, type JournalEntry, type Store, type TableName, type Tables } from '../../store/port/index.ts'

type TableMaps = { [Name in TableName]: Map<string, Tables[Name]> }

/** A store that forgets everything, for tests. */
export interface MemoryStore extends Store {
  readonly entries: ChainedAuditEntry[]
  readonly journal: readonly JournalEntry[]
  readonly files: Map<string, Uint8Array>
  /** How many commits there were. */
  commits(): number
  /** From now on every write is refused, as a full disk would. */
  fill(): void
}

function applyChange (maps: TableMaps, change: NonNullable<Commit['changes']>[number]): void {
  // The table's name and the record's shape belong together; the map of maps cannot say so.
  const map = maps[change.table] as Map<string, unknown>
  if ('put' in change) map.set(change.put.id, change.put)
  else map.delete(change.remove)
}

/** A store in memory. Like the real one it shows a commit only some turns after it was asked for, so that races show. */
export function memoryStore (): MemoryStore {
  const maps = Object.fromEntries(tableNames.map(name => [name, new Map()])) as unknown as TableMaps
  const entries: ChainedAuditEntry[] = []
  const journal: JournalEntry[] = []
  const files = new Map<string, Uint8Array>()
  let commits = 0
  let isFull = false
  const write = async (): Promise<void> => {
    await setImmediate()
    if (isFull) throw new StorageError('the disk is full')
  }
  return {
    entries, journal, files,
    commits: () => commits,
    fill: () => { isFull = true },
    append: async added => { await write(); journal.push(...added) },
    sync: write,
    load: async room => ({ position: 0, state: null, tail: journal.filter(entry => entry.room === room) }),
    compact: write,
    async commit (commit) {
      await write()
      commits += 1
      for (const change of commit.changes ?? []) applyChange(maps, change)
      journal.push(...commit.journal ?? [])
      for (const entry of commit.audit ?? []) entries.push(chain(entry, entries.at(-1) ?? emptyHead))
    },
    table: name => maps[name],
    async * audit (from = 1) { yield * entries.slice(from - 1) },
    async putFile (bytes) {
      await write()
      const hash = await sha256(new Uint8Array(bytes))
      files.set(hash, new Uint8Array(bytes))
      return hash
    },
    getFile: async hash => files.get(hash) ?? null,
    isTaking: () => !isFull,
    recover: async () => {},
    close: async () => {},
  }
}
