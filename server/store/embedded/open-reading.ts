import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError, type Store } from '../port/index.ts'
import type { AuditHead } from '../audit/index.ts'
import { readAudit, readAuditHead } from './audit-log.ts'
import { storageError } from './failure.ts'
import { readFiles } from './files.ts'
import { openLevel } from './level.ts'
import type { StoreLog } from './log.ts'
import { loadRecords } from './records.ts'

/** A data folder that is only looked at. */
export interface ReadingStore extends Pick<Store, 'table' | 'audit' | 'getFile' | 'close'> {
  /** The end of the audit log as kept outside it; null: the file is not there. Rejects with StorageError when it is damaged. */
  auditHead (): Promise<AuditHead | null>
}

/**
 * Opens a data folder to look through it: nothing is made, mended or written beside the journal. (LevelDB itself moves what is
 * in its log into a table when it opens, as at any start; what it holds stays the same.) Rejects with StorageError: there is
 * no journal, a server is running on it, damaged.
 */
export async function openForReading (folder: string, log: StoreLog): Promise<ReadingStore> {
  const journal = join(folder, 'journal')
  const found = await stat(join(journal, 'CURRENT')).catch(() => null)
  if (found === null) throw new StorageError(`There is no journal in ${folder}: it is not a data folder of Samskriv, or nothing was ever written to it.`)
  const level = await openLevel(journal, log)
  try {
    const records = await loadRecords(level)
    const files = readFiles(join(folder, 'files'))
    return {
      table: name => records.table(name),
      audit: (from = 1) => readAudit(level, from),
      getFile: files,
      auditHead: () => readAuditHead(join(folder, 'audit-head.json')),
      close: () => level.close(),
    }
  } catch (error) {
    await level.close()
    throw storageError(`Reading the records in ${folder}`, error)
  }
}
