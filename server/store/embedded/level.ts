import { ClassicLevel } from 'classic-level'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from '../port/index.ts'
import { codeOf, storageError } from './failure.ts'
import type { StoreLog } from './log.ts'
import { syncFolder } from './replace-file.ts'
import { findTornLogs } from './torn-log.ts'

/** The journal's LevelDB. Keys are ASCII strings (keys.ts), values bytes. */
export type Level = ClassicLevel<string, Uint8Array>

/** What is gathered in memory before it becomes a table. Two of them at most; a larger one makes opening after a crash slower (4 MiB: some 40 ms). */
const writeBufferBytes = 4 * 1024 * 1024

/** LevelDB's cache of blocks. Small: a room is read once, when it is opened, past the cache; what is left are lookups. */
const cacheBytes = 2 * 1024 * 1024

/** Tables kept open, and so mapped into memory: LevelDB's least (74) × 2 MiB bounds what a large journal can show as resident. */
const maxOpenTables = 74

/**
 * Opens the LevelDB in a folder, making it when it is not there, and tells the log what LevelDB could not read back.
 * Rejects with StorageError: in use by another process, damaged, or the disk does not do as told.
 */
export async function openLevel (folder: string, log: StoreLog): Promise<Level> {
  const torn = await prepare(folder)
  const level: Level = new ClassicLevel(folder, {
    keyEncoding: 'utf8', valueEncoding: 'view', cacheSize: cacheBytes, writeBufferSize: writeBufferBytes, maxOpenFiles: maxOpenTables,
  })
  try {
    await level.open()
  } catch (error) {
    throw isLocked(error) ? inUse(folder) : storageError(`Opening the journal in ${folder}`, error)
  }
  for (const { name, bytes } of torn) {
    log.warn(`The journal's last write was cut off: ${bytes} bytes at the end of ${name} are left out. ` +
      'Nothing that was acknowledged as saved is in them, unless the disk lied about having written it or the file was cut by hand.')
  }
  await reportDropped(folder, log)
  await syncFolder(folder)
  return level
}

async function prepare (folder: string): Promise<Awaited<ReturnType<typeof findTornLogs>>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await findTornLogs(folder)
  } catch (error) {
    throw storageError(`Opening the journal in ${folder}`, error)
  }
}

function isLocked (error: unknown): boolean {
  return codeOf(error) === 'LEVEL_LOCKED' || (error instanceof Error && error.cause !== undefined && isLocked(error.cause))
}

function inUse (folder: string): StorageError {
  return new StorageError(`The journal in ${folder} is in use by another process. ` +
    'One data folder serves one server at a time: stop the other one, or give this one a data folder of its own (DATA_DIR).')
}

/** LevelDB opens a damaged log without complaint and says what it left out only in its own file `LOG`, begun anew at each open. */
async function reportDropped (folder: string, log: StoreLog): Promise<void> {
  const lines = (await readFile(join(folder, 'LOG'), 'utf8').catch(() => '')).split('\n')
  for (const line of lines.filter(line => /dropping \d+ bytes|Ignoring error|Corruption/.test(line))) {
    log.error(`The journal is damaged and LevelDB left something out when it opened it: "${line.trim()}". ` +
      'Keep a copy of the data folder as it is now. A room that misses something refuses to open and is named; take it back from a backup.')
  }
}
