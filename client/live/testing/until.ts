import type { Watchable } from '../session.ts'

/** Resolves with the value as soon as it is as wished; at once if it is already. */
export function until<T> (watched: Watchable<T>, wished: (value: T) => boolean): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  const stop = watched.watch(look)
  function look (): void {
    const value = watched.get()
    if (!wished(value)) return
    stop()
    resolve(value)
  }
  look()
  return promise
}
