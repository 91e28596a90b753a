import { close, fdatasync, open, readdir } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf } from './failure.ts'
import { syncFolder } from './replace-file.ts'

// The callback forms made promises: cheaper than file handles, and this runs up to a hundred times a second.
const openFile = promisify(open)
const closeFile = promisify(close)
const listFolder: (folder: string) => Promise<string[]> = promisify(readdir)

/** Makes what the kernel has of a file survive a power cut. Tests put a failing one in its place. */
export type SyncFile = (descriptor: number) => Promise<void>

/** The real one: off the main thread, on libuv's pool. */
export const syncFile: SyncFile = promisify(fdatasync)

/** Makes a LevelDB folder's logs survive a power cut. */
export interface Durability {
  /** Resolves when every write that LevelDB had taken before this call survives a power cut. */
  sync (): Promise<void>
  /** Waits for a sync under way and closes the logs. */
  close (): Promise<void>
}

/**
 * LevelDB hands each write to the kernel at once but syncs only when told (`sync: true`), and then only the log it is writing to
 * *now*. When the memtable fills up it goes on in a new log; the old one's tail has then never been synced, and is not until
 * the table made of it is, in the background, seconds later. A later `sync: true` would say "saved" about writes that a power cut
 * can still take. So we sync by ourselves: every `*.log` there is. A log that is gone was replaced by a table LevelDB has synced, with
 * the manifest that names it; a new log's name is in a folder nobody synced, so the folder is synced when one turns up.
 */
export function createDurability (folder: string, syncFile: SyncFile): Durability {
  const logs = new Map<string, number>()
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function syncOnce (): Promise<void> {
    // Both at once: a log written to before this call is in the list or among those known already.
    const known = Promise.all([...logs.values()].map(descriptor => syncFile(descriptor)))
    const [names] = await Promise.all([listFolder(folder), known])
    const present = new Set(names.filter(name => name.endsWith('.log')))
    await closeGone(present)
    const fresh = [...present].filter(name => !logs.has(name))
    if (fresh.length === 0) return
    await Promise.all(fresh.map(syncNew))
    await syncFolder(folder)
  }

  async function syncNew (name: string): Promise<void> {
    // Windows flushes only what was opened for writing.
    const descriptor = await openFile(join(folder, name), process.platform === 'win32' ? 'r+' : 'r').catch(gone)
    if (descriptor === null) return
    logs.set(name, descriptor)
    await syncFile(descriptor)
  }

  async function closeGone (present: ReadonlySet<string>): Promise<void> {
    for (const [name, descriptor] of logs) {
      if (present.has(name)) continue
      logs.delete(name)
      await closeFile(descriptor)
    }
  }

  function start (): Promise<void> {
    const run = syncOnce().finally(() => {
      if (running === run) running = null
    })
    running = run
    return run
  }

  return {
    sync () {
      if (running === null) return start()
      // The one under way may have passed the log before the caller's write: share the one after it.
      next ??= running.catch(() => undefined).then(() => {
        next = null
        return start()
      })
      return next
    },
    async close () {
      await next?.catch(() => undefined)
      await running?.catch(() => undefined)
      for (const descriptor of logs.values()) await closeFile(descriptor)
      logs.clear()
    },
  }
}

function gone (error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}
