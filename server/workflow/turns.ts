import { refused, type Result } from '@samskriv/shared/base'

/** Carries out works one after the other, in the order they were given. Refuses `too-fast` when too many wait. */
export type Turns = <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>

/** A turn is a few table look-ups and one write to disk (some 0.4 ms), so a thousand waiting is half a second: beyond that it is no longer people. */
const mostWaiting = 1000

/**
 * One queue for everything that reads records, judges them and writes them, so that two who do something in the same moment
 * are judged one after the other: one wins, the other is told what then holds.
 */
export function createTurns (most = mostWaiting): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async work => {
    if (waiting >= most) return refused('too-fast')
    waiting += 1
    const before = last
    const mine = (async () => {
      await before
      return await work()
    })()
    // Whoever comes next waits for this one to end, however it ends.
    last = mine.then(() => undefined, () => undefined)
    try {
      return await mine
    } finally {
      waiting -= 1
    }
  }
}
