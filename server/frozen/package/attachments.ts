import type { Values } from '@samskriv/shared/document'
import { StorageError, type Store } from '../../store/port/index.ts'
import type { TypedFile } from './parts.ts'

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

// Values are plain JSON: what carries a hash in it, an image in a text or a file of an answer, stands for stored bytes.
function collect (value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('hash' in value && isHash(value.hash)) found.add(value.hash)
  for (const inner of Object.values(value)) collect(inner, found)
}

const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** What a stored file is called in a package: by its hash, since what people called it may say who is in it. */
function nameOf (hash: string, type: string): string {
  return `vedlegg/${hash.slice(0, 16)}.${endings[type] ?? 'bin'}`
}

/**
 * Every image and attachment a version holds, by rising hash. Only those of the same behovsmelding: a hash in a text opens nobody
 * else's file. Rejects with StorageError when one is gone or damaged: what is delivered lacks nothing in silence.
 */
export async function attachmentsOf (store: Store, behovsmelding: string, values: Values): Promise<readonly TypedFile[]> {
  const found = new Set<string>()
  collect(values, found)
  const files: TypedFile[] = []
  for (const hash of [...found].toSorted()) {
    const record = store.table('files').get(`${behovsmelding}/${hash}`)
    if (record === undefined) continue
    const content = await store.getFile(hash)
    if (content === null) throw new StorageError(`The file of image ${hash} of behovsmelding ${behovsmelding} is gone. Bring it back from a backup.`)
    files.push({ name: nameOf(hash, record.type), type: record.type, content })
  }
  return files
}
