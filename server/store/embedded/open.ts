import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../port/index.ts'
import { openAuditLog } from './audit-log.ts'
import { storageError } from './failure.ts'
import { openFiles } from './files.ts'
import type { StoreLog } from './log.ts'
import { openMirror } from './mirror.ts'
import { closeJournal, openJournal, realDisk, type Disk } from './opening.ts'
import { loadRecords } from './records.ts'
import { readCommitNumber } from './recovery.ts'
import { syncFolder } from './replace-file.ts'
import { EmbeddedStore } from './store.ts'

/** What the embedded store needs: the data folder (made when absent, for its user alone) and where to tell what happened. */
export interface EmbeddedOptions { readonly folder: string, readonly log: StoreLog }

/**
 * Opens the store in a data folder: `journal/` (LevelDB, the truth), `records.json` and `audit-head.json` (kept beside it), `files/`.
 * What could not be read back is told to the log. Rejects with StorageError: in use by another process, damaged, or the disk does not
 * do as told. `disk` is for tests.
 */
export async function openEmbeddedStore ({ folder, log }: EmbeddedOptions, disk: Disk = realDisk): Promise<Store> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const opening = await openJournal(join(folder, 'journal'), log, disk)
    try {
      const seen = await readCommitNumber(opening.level)
      const commits = { planned: seen, seen }
      const records = await loadRecords(opening.level)
      const audit = await openAuditLog(opening.level, join(folder, 'audit-head.json'), log)
      const mirror = await openMirror(join(folder, 'records.json'), records, () => commits.seen, log)
      const files = await openFiles(join(folder, 'files'))
      await opening.durability.sync()
      await syncFolder(folder)
      return new EmbeddedStore({ folder, log, disk, records, audit, mirror, files, commits }, opening)
    } catch (error) {
      await closeJournal(opening)
      throw error
    }
  } catch (error) {
    throw storageError(`Opening the data folder ${folder}`, error)
  }
}
