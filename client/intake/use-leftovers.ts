import { leftoversOf, type Leftover } from '@samskriv/shared/document'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { LiveSession } from '../live/session.ts'

/** A text without a place, with its id. */
export type LeftoverEntry = readonly [string, Leftover]

/** What an intake could not place, as it stands in the living document; in the order of its ids, which is the order it was read in. */
export function useLeftovers (session: LiveSession): readonly LeftoverEntry[] {
  const latest = useRef<readonly LeftoverEntry[]>([])
  const watch = useCallback((changed: () => void) => {
    const map = leftoversOf(session.doc)
    const look = (): void => {
      latest.current = [...map.entries()].toSorted(([a], [b]) => a < b ? -1 : 1)
      changed()
    }
    look()
    map.observe(look)
    return () => { map.unobserve(look) }
  }, [session])
  return useSyncExternalStore(watch, () => latest.current)
}

/** How many of them nobody has dealt with. */
export function openLeftovers (entries: readonly LeftoverEntry[]): number {
  return entries.filter(([, leftover]) => leftover.handled !== true).length
}
