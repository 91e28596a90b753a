import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

// LevelDB's log: blocks of 32 KiB; in them records with a header of 7 bytes (checksum 4, length 2, type 1). A record never
// crosses a block: a longer write is a first, middle and last one. Fewer than 7 bytes at a block's end are padding.
const blockBytes = 32_768
const headerBytes = 7
const fullType = 1
const lastType = 4

/**
 * How many bytes at the end of a log belong to a write that is not whole; 0 when the last one is. LevelDB leaves such a tail out
 * without a word when it opens, so it is looked for beforehand. Damage further up LevelDB reports itself (dropped.ts).
 */
export function tornBytes (log: Uint8Array): number {
  let whole = 0
  let at = 0
  while (at < log.length) {
    const blockEnd = (Math.floor(at / blockBytes) + 1) * blockBytes
    if (blockEnd - at < headerBytes) {
      if (whole === at) whole = blockEnd
      at = blockEnd
      continue
    }
    const type = log[at + 6] ?? 0
    const end = at + headerBytes + ((log[at + 4] ?? 0) | ((log[at + 5] ?? 0) << 8))
    const damaged = type === 0 || type > lastType || end > blockEnd
    if (damaged && blockEnd <= log.length) {
      at = blockEnd
      whole = at
      continue
    }
    if (damaged || end > log.length) break
    if (type === fullType || type === lastType) whole = end
    at = end
  }
  return Math.max(0, log.length - whole)
}

/** A log file whose last write is not whole. */
export interface TornLog { readonly name: string, readonly bytes: number }

/** The torn logs of a LevelDB folder that nobody has open; none when the folder is not there yet. */
export async function findTornLogs (folder: string): Promise<TornLog[]> {
  const torn: TornLog[] = []
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(name => name.endsWith('.log')).toSorted()) {
    const bytes = tornBytes(await readFile(join(folder, name)))
    if (bytes > 0) torn.push({ name, bytes })
  }
  return torn
}
