import type { Change, ChainedAuditEntry } from '../port/index.ts'
import { auditKey, commitNumberKey, probeKey, stretchesAfter } from './keys.ts'
import type { Level } from './level.ts'
import type { Records } from './records.ts'
import type { PlannedChunk } from './rooms.ts'
import { scanKeys } from './scan.ts'
import { writeBatch, type Operation } from './writer.ts'

/** What the disk must take at least before work is taken up again: a page and more, so that the next keystrokes fit. */
const probeBytes = 16_384

/** A write that was rejected: what it may nevertheless have left. */
export interface Rejected { readonly chunks: readonly PlannedChunk[], readonly changes: readonly Change[], readonly audit: readonly ChainedAuditEntry[] }

/**
 * Takes out of a LevelDB opened anew what was rejected. It can be there: LevelDB keeps the rest of a failed write in a buffer and
 * hands it to the kernel when its log is closed, when there may be room again; and what was written but could not be synced is
 * read back from the kernel's memory. The last of a room first, so that what is taken
 * out is always at its end. The same write tries the disk. Rejects with what LevelDB says when it does not take it.
 *
 * @param commitNumber the last one readers see
 */
export async function takeOut (level: Level, rejected: readonly Rejected[], records: Records, commitNumber: number): Promise<void> {
  const chunks = rejected.flatMap(({ chunks }) => chunks).toSorted((a, b) => b.last - a.last)
  for (const chunk of chunks) {
    if (await endsItsRoom(level, chunk)) await level.del(chunk.key)
  }
  await writeBatch(level, [
    ...records.restore(rejected.flatMap(({ changes }) => changes)),
    ...rejected.flatMap(({ audit }) => audit).map(({ number }) => ({ key: auditKey(number), value: null })),
    commitNumberOperation(commitNumber),
    { key: probeKey, value: Buffer.alloc(probeBytes) },
  ])
  await level.del(probeKey)
}

/** Whether nothing lies behind a chunk. What was acknowledged behind a commit that failed late must not be cut off by a hole. */
async function endsItsRoom (level: Level, { room, last }: PlannedChunk): Promise<boolean> {
  for await (const keys of scanKeys({ level }, stretchesAfter('c', room, last))) return keys.length === 0
  return true
}

/** What writes the number of the last commit. */
export function commitNumberOperation (number: number): Operation {
  return { key: commitNumberKey, value: Buffer.from(String(number)) }
}

/** The number of the last commit. */
export async function readCommitNumber (level: Level): Promise<number> {
  const value = await level.get(commitNumberKey)
  return value === undefined ? 0 : Number(Buffer.from(value).toString())
}
