import type { Watchable } from './session.ts'

/** A {@link Watchable} whose owner can change it. */
export interface Settable<T> extends Watchable<T> {
  /** Puts a new value and tells the watchers; a value that is the same (by `same`) keeps the old object and tells nobody. */
  set(value: T): void
}

/**
 * Makes a watchable. `same` says when two values show the same thing (default: identity). A watcher may stop itself or
 * others while being told.
 */
export function watchable<T> (initial: T, same: (a: T, b: T) => boolean = Object.is): Settable<T> {
  let current = initial
  const watchers = new Set<() => void>()
  return {
    get: () => current,
    watch (changed) {
      // A wrapper of its own: the same function watching twice is told twice and stopped once.
      const told = (): void => { changed() }
      watchers.add(told)
      return () => { watchers.delete(told) }
    },
    set (value) {
      if (same(current, value)) return
      current = value
      // A copy: a watcher that stops and watches again while being told would else be told for ever.
      const toTell = Array.from(watchers)
      for (const told of toTell) if (watchers.has(told)) told()
    },
  }
}

/** Whether two flat objects have the same entries. */
export function sameEntries<T extends object> (a: T | null, b: T | null): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  const before = Object.entries(a)
  const after = new Map(Object.entries(b))
  return before.length === after.size && before.every(([key, value]) => after.has(key) && Object.is(value, after.get(key)))
}
