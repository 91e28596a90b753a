import { readFile } from 'node:fs/promises'
import { chain, emptyHead, type AuditHead } from '../audit/index.ts'
import { StorageError, type AuditEntry, type ChainedAuditEntry } from '../port/index.ts'
import { createBackground, type Background } from './background.ts'
import { codeOf, storageError } from './failure.ts'
import { auditAfter, auditKey } from './keys.ts'
import type { Level } from './level.ts'
import type { StoreLog } from './log.ts'
import { replaceFile } from './replace-file.ts'
import { scan } from './scan.ts'
import type { Operation } from './writer.ts'

/** The audit log's end: what is on its way, what is known to be safe, and the file that says so outside LevelDB. */
export interface AuditLog {
  /** Numbers and chains entries after all that were taken before. Takes nothing yet. Throws when one cannot be hashed: a bug. */
  plan (entries: readonly AuditEntry[]): ChainedAuditEntry[]
  /** Planned entries are on their way: the next ones follow on them. */
  take (entries: readonly ChainedAuditEntry[]): void
  /** Taken entries survive a power cut: the head file may speak of them. */
  confirm (entries: readonly ChainedAuditEntry[]): void
  /** Forgets what was taken and not confirmed. */
  rewind (): void
  /** The head file's writer. */
  readonly headFile: Background
}

/** The head is one small file; it is written at once, and what comes meanwhile shares the next write. */
const gatherMs = 0

/**
 * Finds the end of the audit log and compares it with the head file: a log that lost its tail, or was replaced, is told loudly. The
 * chain then goes on after the *head*, so that the hole stays to be seen for ever instead of being written over.
 */
export async function openAuditLog (level: Level, path: string, log: StoreLog): Promise<AuditLog> {
  const last = await lastEntry(level)
  const head = await readAuditHead(path).then(head => {
    if (head === null && last.number > 0) log.warn(`${path} is not there though the audit log has ${last.number} entries. It is written anew.`)
    return head
  }, error => {
    log.error(`${storageError(`Reading ${path}`, error).message} It is written anew; whether the audit log lost its end before now can no longer be told.`)
    return null
  })
  const wrong = head === null ? null : await compare(level, head, last)
  if (wrong !== null) log.error(`${wrong} Keep a copy of the data folder as it is and find out who or what changed it.`)

  let confirmed = head !== null && head.number > last.number ? head : last
  let taken = confirmed
  const headFile = createBackground(
    () => replaceFile(path, `${JSON.stringify(confirmed)}\n`),
    error => log.error(`${storageError(`Writing ${path}`, error).message} The audit log itself is safe; the file is written again with the next entry.`),
    gatherMs,
  )
  if (head?.number !== confirmed.number || head.hash !== confirmed.hash) headFile.mark()
  await headFile.flush()

  return {
    plan (entries) {
      const chained: ChainedAuditEntry[] = []
      let end = taken
      for (const entry of entries) {
        const next = chain(entry, end)
        chained.push(next)
        end = headOf(next)
      }
      return chained
    },
    take (entries) {
      const end = entries.at(-1)
      if (end !== undefined) taken = headOf(end)
    },
    confirm (entries) {
      const end = entries.at(-1)
      if (end === undefined) return
      confirmed = headOf(end)
      headFile.mark()
    },
    rewind () {
      taken = confirmed
    },
    headFile,
  }
}

/** The head kept in a data folder's file (null: none). Throws StorageError when the file is damaged. */
export async function readAuditHead (path: string): Promise<AuditHead | null> {
  const text = await readFile(path, 'utf8').catch(error => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const match = /^\{"number":(\d{1,15}),"hash":"([0-9a-f]{64})?"\}\n$/.exec(text)
  if (match === null) throw new StorageError(`${path} is damaged`)
  return { number: Number(match[1]), hash: match[2] ?? '' }
}

/** The audit log from a number on, in order. */
export async function * readAudit (level: Level, from: number): AsyncGenerator<ChainedAuditEntry> {
  for await (const batch of scan({ level }, auditAfter(Math.max(0, from - 1)))) {
    for (const [key, value] of batch) yield decode(key, value)
  }
}

/** What writes entries to LevelDB. */
export function auditOperations (entries: readonly ChainedAuditEntry[]): Operation[] {
  return entries.map(entry => ({ key: auditKey(entry.number), value: Buffer.from(JSON.stringify(entry)) }))
}

async function compare (level: Level, head: AuditHead, last: AuditHead): Promise<string | null> {
  if (head.number > last.number) return `The audit log ends at entry ${last.number}, but entry ${head.number} had been written: its end was cut off.`
  if (head.number === 0) return null
  const value = await level.get(auditKey(head.number))
  const found = value === undefined ? null : decode(auditKey(head.number), value)
  return found?.hash === head.hash ? null : `Entry ${head.number} of the audit log is not the one that had been written.`
}

async function lastEntry (level: Level): Promise<AuditHead> {
  for await (const [key, value] of level.iterator({ ...auditAfter(0), reverse: true, limit: 1 })) return headOf(decode(key, value))
  return emptyHead
}

function headOf ({ number, hash }: ChainedAuditEntry): AuditHead {
  return { number, hash }
}

function decode (key: string, value: Uint8Array): ChainedAuditEntry {
  try {
    return JSON.parse(Buffer.from(value).toString()) as ChainedAuditEntry
  } catch (error) {
    throw new StorageError(`The audit entry ${JSON.stringify(key)} is damaged and cannot be read.`, { cause: error })
  }
}
