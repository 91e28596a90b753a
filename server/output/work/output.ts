import { Worker } from 'node:worker_threads'
import { refused, type Result, taken } from '@samskriv/shared/base'
import type { PackageFile } from '@samskriv/shared/package'
import { withImages, withProtokollImages } from '../image/load.ts'
import type { Loaded, OutputInput, ProtokollInput } from '../input.ts'
import type { Done, Job, Kind } from './job.ts'

/**
 * Writes documents on a thread of its own, one after the other. Two who ask for the same file of the same version share
 * one piece of work. Refuses `too-fast` when too many wait and `shutting-down` after `stop`; throws only on bugs.
 */
export interface Output {
  readonly docx: (input: OutputInput) => Promise<Result<Uint8Array>>
  readonly pdf: (input: OutputInput) => Promise<Result<Uint8Array>>
  readonly protokollDocx: (input: ProtokollInput) => Promise<Result<Uint8Array>>
  readonly protokollPdf: (input: ProtokollInput) => Promise<Result<Uint8Array>>
  /** Packs files as one zip: the same files, the same bytes. */
  readonly pack: (files: readonly PackageFile[]) => Promise<Result<Uint8Array>>
  /** Ends the thread. What was asked for and not yet written is refused. */
  readonly stop: () => Promise<void>
}

/** How many different files may wait: at some 0.2 s each, the last waits six seconds; a whole network can fetch at once. */
export const mostWaiting = 30
// How long the thread is kept when nobody asks: it holds some 100 MB of fonts and layout.
const idleMs = 60_000
// No behovsmelding takes a tenth of this; what does is stuck, and must not keep the others waiting for ever.
const longestMs = 60_000

// What a file is called by while it is made: two inputs with the same give the same file.
function versionKey ({ meta, template, language }: OutputInput): readonly (string | number)[] {
  return ['version', language, meta.behovsmelding, meta.number, meta.hash, meta.kind, meta.at, template.id, template.version]
}

function protokollKey ({ protokoll, hash, language }: ProtokollInput): readonly (string | number)[] {
  return ['protokoll', language, protokoll.behovsmelding, protokoll.round.number, hash]
}

interface Waiting { readonly job: Job, readonly resolve: (result: Result<Uint8Array>) => void, readonly reject: (error: Error) => void }

/** Starts the output. The thread itself is made when the first file is asked for. */
export function startOutput (limits: { readonly mostWaiting: number } = { mostWaiting }): Output {
  const shared = new Map<string, Promise<Result<Uint8Array>>>()
  const queue: Waiting[] = []
  let worker: Worker | null = null
  let current: Waiting | null = null
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const drop = (): Promise<unknown> => {
    const ending = worker
    worker = null
    clearTimeout(timer)
    return ending === null ? Promise.resolve() : ending.terminate()
  }
  const settle = (act: (waiting: Waiting) => void): void => {
    const waiting = current
    current = null
    clearTimeout(timer)
    if (waiting !== null) act(waiting)
    next()
  }
  const fail = (reason: string): void => {
    void drop()
    settle(waiting => waiting.reject(new Error(`a document could not be written: ${reason}`)))
  }
  const theWorker = (): Worker => {
    if (worker !== null) return worker
    const made = new Worker(new URL('worker.ts', import.meta.url))
    // A thread that was given up may still speak: only the present one is listened to.
    made.on('message', (done: Done) => {
      if (worker !== made) return
      settle(waiting => 'bytes' in done ? waiting.resolve(taken(done.bytes)) : waiting.reject(new Error(done.error)))
    })
    made.on('error', error => { if (worker === made) fail(String(error)) })
    made.unref()
    worker = made
    return made
  }
  const next = (): void => {
    if (current !== null || stopped) return
    current = queue.shift() ?? null
    if (current === null) {
      timer = setTimeout(() => void drop(), idleMs)
      timer.unref()
      return
    }
    clearTimeout(timer)
    timer = setTimeout(() => fail('it took too long'), longestMs)
    theWorker().postMessage(current.job)
  }
  const enqueue = (job: Job): Promise<Result<Uint8Array>> => {
    if (stopped) return Promise.resolve(refused('shutting-down'))
    return new Promise((resolve, reject) => {
      queue.push({ job, resolve, reject })
      next()
    })
  }
  const write = async (kind: Kind, input: Promise<Loaded>): Promise<Result<Uint8Array>> => enqueue({ kind, input: await input })
  const ask = (kind: Kind, about: readonly (string | number)[], load: () => Promise<Loaded>): Promise<Result<Uint8Array>> => {
    if (stopped) return Promise.resolve(refused('shutting-down'))
    const key = JSON.stringify([kind, ...about])
    const before = shared.get(key)
    if (before !== undefined) return before
    if (shared.size >= limits.mostWaiting) return Promise.resolve(refused('too-fast'))
    const asked = write(kind, load()).finally(() => shared.delete(key))
    shared.set(key, asked)
    return asked
  }
  return {
    docx: input => ask('docx', versionKey(input), () => withImages(input)),
    pdf: input => ask('pdf', versionKey(input), () => withImages(input)),
    protokollDocx: input => ask('docx', protokollKey(input), () => withProtokollImages(input)),
    protokollPdf: input => ask('pdf', protokollKey(input), () => withProtokollImages(input)),
    pack: files => enqueue({ kind: 'zip', files }),
    stop: async () => {
      stopped = true
      for (const waiting of [current, ...queue.splice(0)]) waiting?.resolve(refused('shutting-down'))
      current = null
      await drop()
    },
  }
}
