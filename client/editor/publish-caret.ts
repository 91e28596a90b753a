import type { Awareness } from 'y-protocols/awareness'

/** Least time between two tellings of where one's caret is, in ms: the server gathers presence for as long anyway. */
const leastMs = 50

/** Tells the others where one's caret is in one field. */
export interface CaretPublisher {
  /** Where the caret is now; told at most every 50 ms, the last one always. */
  put(position: () => { readonly anchor: unknown, readonly head: unknown }): void
  /** One has left the field. Another field's caret is left alone: several editors share one presence. */
  leave(): void
}

/** Makes the teller for a field. */
export function publishCaret (awareness: Awareness, key: string): CaretPublisher {
  let waiting: ReturnType<typeof setTimeout> | null = null
  let latest: (() => { readonly anchor: unknown, readonly head: unknown }) | null = null
  const tell = (): void => {
    waiting = null
    if (latest === null) return
    const cursor = { key, ...latest() }
    latest = null
    const current: unknown = awareness.getLocalState()?.['cursor']
    if (JSON.stringify(current) !== JSON.stringify(cursor)) awareness.setLocalStateField('cursor', cursor)
    waiting = setTimeout(tell, leastMs)
  }
  return {
    put (position) {
      latest = position
      if (waiting === null) tell()
    },
    leave () {
      latest = null
      if (waiting !== null) clearTimeout(waiting)
      waiting = null
      const current: unknown = awareness.getLocalState()?.['cursor']
      if (typeof current === 'object' && current !== null && 'key' in current && current.key === key) {
        awareness.setLocalStateField('cursor', null)
      }
    },
  }
}
