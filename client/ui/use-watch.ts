import { useSyncExternalStore } from 'react'
import type { Watchable } from '../live/session.ts'

/** The value of something watchable; renders again when it changes. */
export function useWatch<T> (watchable: Watchable<T>): T {
  return useSyncExternalStore(changed => watchable.watch(changed), () => watchable.get())
}
