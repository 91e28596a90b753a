import type { Log } from './log.ts'

/** How often the two clocks are compared, ms, and from which difference somebody is told. */
const everyMs = 5_000
const jumpMs = 30_000

/** The clocks to compare: the wall's, which an operator or NTP can set, and the one that only goes forward. Both in ms. */
export interface Clocks { readonly wall: () => number, readonly steady: () => number }

/**
 * Says loudly when the machine's clock jumps: deadlines, expiries and the audit log's times follow it, text does not.
 * Gives what looks once (the timer calls it) and the stop.
 */
export function watchClock (log: Log, clocks: Clocks = { wall: Date.now, steady: () => performance.now() }): { look(): void, stop(): void } {
  let offset = clocks.wall() - clocks.steady()
  const look = (): void => {
    const now = clocks.wall() - clocks.steady()
    const seconds = Math.round((now - offset) / 1000)
    if (Math.abs(now - offset) >= jumpMs) {
      log('warning', 'the clock of this machine has jumped: times in the audit log follow it, and links and sessions expire by it; no text is affected', { seconds })
    }
    offset = now
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  return { look, stop: () => { clearInterval(timer) } }
}
