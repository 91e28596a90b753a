import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Store } from '../../port/index.ts'
import { openEmbeddedStore } from '../index.ts'
import { realDisk, type Disk } from '../opening.ts'
import { quietLog, type KeptLog } from './log.ts'

export * from './log.ts'

/** An empty folder, gone when the test is over. */
export async function temporaryFolder (): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samskriv-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A store opened for one test, with what it told its log. Closed when the test is over, however it stands then. */
export async function openForTest (folder: string, disk: Disk = realDisk): Promise<{ store: Store, log: KeptLog }> {
  const log = quietLog()
  const store = await openEmbeddedStore({ folder, log }, disk)
  onTestFinished(() => store.close().catch(() => undefined))
  return { store, log }
}

/** What a crash would leave: the data folder as it is while the store is open, without LevelDB's lock and half-written copies. */
export async function crashCopy (folder: string): Promise<string> {
  const copy = await temporaryFolder()
  await cp(folder, copy, { recursive: true, filter: path => !/LOCK$|\.new$/.test(path) })
  return copy
}

/** The one log LevelDB is writing to in a data folder (or its copy). */
export async function journalLog (folder: string): Promise<string> {
  const names = await readdir(join(folder, 'journal'))
  const logs = names.filter(name => name.endsWith('.log'))
  const [only] = logs
  if (only === undefined || logs.length > 1) throw new Error(`expected one log, found ${logs.join(', ')}`)
  return join(folder, 'journal', only)
}
