import type { Awareness } from 'y-protocols/awareness'
import type { Present, Watchable } from '../session.ts'
import { watchable } from '../watchable.ts'
import { keepSame, presentOf, type Oneself } from './present.ts'

/** Milliseconds for which changes of presence are gathered: below what a person notices, above what carets do in a second. */
const gatherMs = 100

/** The presence list of a session. */
export interface Presence {
  readonly present: Watchable<readonly Present[]>
  /** Tells the others which field one is in. */
  setPlace(key: string | null): void
  /** Something known about oneself has changed (the role). */
  selfChanged(): void
  stop(): void
}

/** Watches an awareness. Only `place` (and an editor's `cursor`) is sent of oneself: who one is, the server says. */
export function openPresence (awareness: Awareness, self: () => Oneself): Presence {
  const present = watchable<readonly Present[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined

  const gather = (): void => {
    timer = undefined
    present.set(keepSame(present.get(), presentOf(awareness.getStates(), self())))
  }
  const soon = (): void => { timer ??= setTimeout(gather, gatherMs) }
  awareness.setLocalState({ place: null })
  awareness.on('change', soon)

  return {
    present,
    setPlace (key) {
      if (awareness.getLocalState()?.['place'] !== key) awareness.setLocalStateField('place', key)
    },
    selfChanged: soon,
    stop () {
      clearTimeout(timer)
      awareness.off('change', soon)
    },
  }
}
