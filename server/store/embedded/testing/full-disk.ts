import { execFileSync } from 'node:child_process'
import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { realDisk, type Disk } from '../opening.ts'
import { temporaryFolder } from './index.ts'

/** A disk that can be filled up and freed: a folder on it, and what the store is to be opened with. */
export interface SmallDisk { readonly folder: string, readonly disk: Disk, fill (): Promise<void>, free (): Promise<void> }

/** What can fill up here: always one that only says it is full, and where the machine lets us mount one (Linux, root) a real one too. */
export const smallDisks: readonly { readonly kind: string, readonly make: () => Promise<SmallDisk> }[] = [
  { kind: 'pretended', make: pretended },
  ...(mayMount() ? [{ kind: 'real: a tmpfs of 6 MiB', make: mounted }] : []),
]

async function pretended (): Promise<SmallDisk> {
  let full = false
  return {
    folder: await temporaryFolder(),
    disk: { ...realDisk, writeBatch: (...batch) => full ? Promise.reject(noSpace()) : realDisk.writeBatch(...batch) },
    fill: async () => void (full = true),
    free: async () => void (full = false),
  }
}

/** The error LevelDB gives on a full disk, with the system's words in its message. */
export function noSpace (): Error {
  return Object.assign(new Error('IO error: 000003.log: No space left on device'), { code: 'LEVEL_IO_ERROR' })
}

async function mounted (): Promise<SmallDisk> {
  const folder = await temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  const ballast = join(folder, 'ballast')
  return {
    folder,
    disk: realDisk,
    async fill () {
      const { bavail, bsize } = await statfs(folder)
      // Leaves some pages, so that writes go on for a while and one of them is cut in the middle.
      await writeFile(ballast, Buffer.alloc(Math.max(0, (bavail - 8) * bsize)))
    },
    free: () => rm(ballast),
  }
}

function mayMount (): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
