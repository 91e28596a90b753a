import type { Store } from '../store/port/index.ts'

/** Brings a store back after a write was refused. */
export interface Mender {
  /** A write was refused: from now on the store is asked to recover, until it can. */
  failed(): void
  /** Asks no more. */
  stop(): void
}

/** Between two attempts, in milliseconds. The first waits too, so that everybody whose write was refused has been told by then. */
const betweenAttempts = 1000

/**
 * Asks a store to recover after a failed commit, also when nobody is writing live (the live half does the same for its own
 * appends; recovering is one and the same work in the store, and nothing when it is well).
 */
export function createMender (store: Pick<Store, 'recover'>, everyMs = betweenAttempts): Mender {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  const attempt = async (): Promise<void> => {
    try {
      await store.recover()
      timer = null
    } catch {
      timer = null
      again()
    }
  }
  const again = (): void => {
    if (stopped || timer !== null) return
    timer = setTimeout(() => { void attempt() }, everyMs)
    timer.unref()
  }
  return {
    failed: again,
    stop () {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
