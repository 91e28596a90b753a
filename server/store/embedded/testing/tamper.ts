import { join } from 'node:path'
import type { ChainedAuditEntry } from '../../port/index.ts'
import { auditKey } from '../keys.ts'
import { openLevel } from '../level.ts'
import { quietLog } from './log.ts'

/** Writes into a data folder's audit log behind the store's back, as somebody with the disk in their hands could: an entry by number, null takes it out. */
export async function tamperWithAudit (folder: string, entries: readonly (readonly [number, ChainedAuditEntry | string | null])[]): Promise<void> {
  const level = await openLevel(join(folder, 'journal'), quietLog())
  for (const [number, entry] of entries) {
    if (entry === null) await level.del(auditKey(number))
    else await level.put(auditKey(number), Buffer.from(typeof entry === 'string' ? entry : JSON.stringify(entry)))
  }
  await level.close()
}
