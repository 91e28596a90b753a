/** Counts what happens per key and says when it is too much. */
export interface Limiter {
  /** Whether the key has reached its bound now. */
  isOver(key: string, now: number): boolean
  /** One more for the key. */
  count(key: string, now: number): void
}

/** How much, in how long, for how many keys at most. */
export interface LimiterBounds { readonly most: number, readonly perMs: number, readonly mostKeys: number }

interface Window { readonly since: number, readonly count: number }

/**
 * A limiter with windows of fixed length. It holds at most `mostKeys` keys: the one counted longest ago is forgotten for
 * a new one, so that nobody can fill memory with addresses.
 */
export function createLimiter ({ most, perMs, mostKeys }: LimiterBounds): Limiter {
  const windows = new Map<string, Window>()
  const current = (key: string, now: number): Window | null => {
    const window = windows.get(key)
    return window !== undefined && now - window.since < perMs ? window : null
  }
  return {
    isOver: (key, now) => (current(key, now)?.count ?? 0) >= most,
    count (key, now) {
      const window = current(key, now)
      windows.delete(key)
      if (windows.size >= mostKeys) for (const oldest of windows.keys()) { windows.delete(oldest); break }
      windows.set(key, window === null ? { since: now, count: 1 } : { since: window.since, count: window.count + 1 })
    },
  }
}
