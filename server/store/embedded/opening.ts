import { createDurability, syncFile, type Durability, type SyncFile } from './durability.ts'
import { openLevel, type Level } from './level.ts'
import type { StoreLog } from './log.ts'
import { createWriter, writeBatch, type WriteBatch, type Writer } from './writer.ts'

/** What the store asks of the disk, so that tests can put one in its place that fails on command. */
export interface Disk { readonly writeBatch: WriteBatch, readonly syncFile: SyncFile }

/** The machine's disk. */
export const realDisk: Disk = { writeBatch, syncFile }

/** One opening of the journal: from open, or recovery, to close or the next recovery. */
export interface Opening { readonly level: Level, readonly writer: Writer, readonly durability: Durability }

/** Opens the journal in a folder. Rejects with StorageError. */
export async function openJournal (folder: string, log: StoreLog, disk: Disk): Promise<Opening> {
  const level = await openLevel(folder, log)
  return { level, writer: createWriter(level, disk.writeBatch), durability: createDurability(folder, disk.syncFile) }
}

/** Closes the journal after what is in hand, whatever state it is in. */
export async function closeJournal ({ level, writer, durability }: Opening): Promise<void> {
  await writer.settled()
  await durability.close().catch(() => undefined)
  await level.close()
}
