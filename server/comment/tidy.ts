import { writeMarks } from './compose.ts'
import { threadsOf, type CommentParts } from './parts.ts'

/** Puts the marks in a text in order (see `tidyMarks`), if there are any comments on its words. Rejects with StorageError. */
export async function tidy (parts: CommentParts, behovsmelding: string): Promise<void> {
  const { store } = parts.workflow
  const epoch = store.table('behovsmeldinger').get(behovsmelding)?.epoch
  if (epoch === undefined || !threadsOf(store, behovsmelding).some(thread => thread.place.kind === 'text')) return
  await writeMarks(parts, behovsmelding, epoch)
}

/** Puts marks in order when somebody has written, behind everybody's back. */
export interface Caretaker {
  /** Somebody has written in a behovsmelding, or wants to see its comments. */
  look(behovsmelding: string): void
  stop(): void
}

/** Rests at least so long after each, ms, and so many times as long as it took: at most a tenth of the time goes to it, however large the texts. */
const rest = { leastMs: 250, times: 9 } as const
/** Behovsmeldinger that may wait. One beyond it is looked at when somebody writes in it again. */
const mostWaiting = 1_000

/** A caretaker. One at a time, the one that has waited longest first; `failed` is told when the disk refused. */
export function createCaretaker (parts: CommentParts, failed: (cause: unknown) => void): Caretaker {
  const waiting = new Set<string>()
  let isBusy = false
  let resting: NodeJS.Timeout | undefined

  async function next (): Promise<void> {
    const [behovsmelding] = waiting
    isBusy = behovsmelding !== undefined
    if (behovsmelding === undefined) return
    waiting.delete(behovsmelding)
    const started = performance.now()
    await tidy(parts, behovsmelding).catch(failed)
    resting = setTimeout(() => { void next() }, Math.max(rest.leastMs, rest.times * (performance.now() - started)))
    resting.unref()
  }

  return {
    look (behovsmelding) {
      if (waiting.size < mostWaiting) waiting.add(behovsmelding)
      if (!isBusy) void next()
    },
    stop () {
      clearTimeout(resting)
      waiting.clear()
    },
  }
}
