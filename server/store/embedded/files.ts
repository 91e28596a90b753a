import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from '../port/index.ts'
import { codeOf, storageError } from './failure.ts'
import { replaceFile, syncFolder } from './replace-file.ts'

/** Bytes kept under their SHA-256: `<first two digits>/<hash>`, so that no folder grows without end. */
export interface Files {
  put (bytes: Uint8Array): Promise<string>
  get (hash: string): Promise<Uint8Array | null>
  /** Waits for what is being put. */
  settled (): Promise<void>
}

/** Opens the folder of files, making it when it is not there and clearing away what a crash left half done. */
export async function openFiles (folder: string): Promise<Files> {
  const incoming = join(folder, 'incoming')
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const underWay = new Map<string, Promise<void>>()

  async function store (hash: string, bytes: Uint8Array): Promise<void> {
    const shelf = join(folder, hash.slice(0, 2))
    if (await mkdir(shelf, { recursive: true, mode: 0o700 }) !== undefined) await syncFolder(folder)
    const path = join(shelf, hash)
    // There already and whole: only its name may not have survived a power cut yet. Damaged: replaced by what is whole.
    if (await hashOf(await readFile(path).catch(absent)) === hash) await syncFolder(shelf)
    else await replaceFile(path, bytes, join(incoming, hash))
  }

  return {
    async put (bytes) {
      const hash = await sha256(bytes)
      const run = underWay.get(hash) ?? store(hash, bytes).finally(() => underWay.delete(hash))
      underWay.set(hash, run)
      try {
        await run
      } catch (error) {
        throw storageError(`Storing a file of ${bytes.length} bytes in ${folder}`, error)
      }
      return hash
    },
    get: readFiles(folder),
    async settled () {
      await Promise.allSettled(underWay.values())
    },
  }
}

/** Reads from a folder of files: null when there is none of that hash. Rejects with StorageError when its bytes have another hash. */
export function readFiles (folder: string): Files['get'] {
  return async hash => {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null
    const path = join(folder, hash.slice(0, 2), hash)
    const bytes = await readFile(path).catch(absent).catch(error => {
      throw storageError(`Reading ${path}`, error)
    })
    if (bytes === null || await sha256(bytes) === hash) return bytes
    throw new StorageError(`${path} is damaged: its bytes no longer have the hash it is named by. Take it back from a backup.`)
  }
}

async function hashOf (bytes: Uint8Array | null): Promise<string | null> {
  return bytes === null ? null : await sha256(bytes)
}

/** From this many bytes on a thread of the pool hashes: a package of a hundred megabytes would hold up everybody's typing for a tenth of a second. */
const largeBytes = 1024 * 1024

async function sha256 (bytes: Uint8Array): Promise<string> {
  if (bytes.length < largeBytes) return createHash('sha256').update(bytes).digest('hex')
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength))).toString('hex')
}

function absent (error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}
