import { Worker } from 'node:worker_threads'
import * as Y from 'yjs'

/** Content smaller than this is compacted where it is: a millisecond at most, less than handing it over. */
const inlineBytes = 48 * 1024
/** A worker with nothing to do is let go after this, ms: it holds some 10 MB. */
const idleMs = 5_000

/** What Yjs keeps of an update when deleted text is thrown away and neighbours are joined. */
export function compacted (update: Uint8Array): Uint8Array {
  const document = new Y.Doc()
  Y.applyUpdate(document, update)
  const result = Y.encodeStateAsUpdate(document)
  document.destroy()
  return result
}

/**
 * Compacts content as the last person leaves: one after the other, so that two thousand rooms closing at once are not
 * felt, large ones in a worker thread.
 */
export class Compactor {
  private queue: Promise<void> = Promise.resolve()
  private worker: Worker | null = null
  private idle: NodeJS.Timeout | null = null

  /** Runs a job behind those before it. Its failure is its own. */
  enqueue (job: () => Promise<void>): Promise<void> {
    const done = this.queue.then(() => new Promise<void>(resolve => { setImmediate(resolve) })).then(job)
    this.queue = done.catch(() => undefined)
    return done
  }

  /** The compacted bytes of an update. */
  async compact (update: Uint8Array): Promise<Uint8Array> {
    if (update.length < inlineBytes) return compacted(update)
    const worker = this.worker ??= new Worker(new URL('./compact-worker.ts', import.meta.url))
    if (this.idle !== null) clearTimeout(this.idle)
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.postMessage(update)
      })
    } catch (error) {
      this.worker = null
      throw error
    } finally {
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      this.idle = setTimeout(() => { void this.release() }, idleMs).unref()
    }
  }

  /** Resolves when all jobs are done and no worker is left. */
  async stop (): Promise<void> {
    await this.queue
    if (this.idle !== null) clearTimeout(this.idle)
    await this.release()
  }

  private async release (): Promise<void> {
    const { worker } = this
    this.worker = null
    await worker?.terminate()
  }
}
