import type { Comparison } from '@samskriv/shared/compare'
import type { Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'

/** What the worker is asked, and what it answers. */
export interface Asked { readonly turn: number, readonly template: Template, readonly before: Values, readonly after: Values }
/** The worker's answer to the question of the same turn. */
export interface Answered { readonly turn: number, readonly comparison: Comparison }

const waiting = new Map<number, { readonly asked: Asked, readonly done: (comparison: Comparison) => void }>()
let turn = 0
let worker: Worker | null | undefined

async function here ({ template, before, after }: Asked): Promise<Comparison> {
  const { compare } = await import('@samskriv/shared/compare')
  return compare(template, before, after)
}

async function answerHere (asked: Asked, done: (comparison: Comparison) => void): Promise<void> { done(await here(asked)) }

// A worker that does not start (its code could not be fetched) is done without: slower is better than never.
function giveUp (): void {
  worker = null
  for (const [id, { asked, done }] of waiting) {
    waiting.delete(id)
    void answerHere(asked, done)
  }
}

function start (): Worker | null {
  if (typeof Worker === 'undefined') return null
  const made = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })
  made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.turn)?.done(data.comparison)
    waiting.delete(data.turn)
  })
  made.addEventListener('error', giveUp)
  return made
}

/** Compares two states off the main thread, so that nobody's typing waits for it. */
export function compareAside (template: Template, before: Values, after: Values): Promise<Comparison> {
  if (worker === undefined) worker = start()
  turn += 1
  const asked = { turn, template, before, after }
  if (worker === null) return here(asked)
  const asking = worker
  return new Promise(done => {
    waiting.set(asked.turn, { asked, done })
    // A worker is not a window: it has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    asking.postMessage(asked)
  })
}
