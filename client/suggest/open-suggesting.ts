import type { Standing } from '@samskriv/shared/protocol'
import type { Suggesting, SuggestState, WritingMode } from '../editor/index.ts'
import type { LiveSession, Watchable } from '../live/session.ts'
import { watchable, sameEntries } from '../live/watchable.ts'
import { store, stored } from '../ui/storage.ts'
import { ownIds } from './own-ids.ts'

/** A person as the page knows them. */
export interface Known { readonly name: string, readonly color: number }

/** Suggesting in a behovsmelding, with what the page may change about it. */
export interface OpenSuggesting extends Suggesting {
  /** Chooses the mode; nothing for one who may only suggest. Remembered for this behovsmelding on this machine. */
  choose (mode: WritingMode): void
  /** Says who people are, as far as the page knows now. */
  know (people: ReadonlyMap<string, Known>, unknown: Known): void
  stop (): void
}

const keyOf = (behovsmelding: string): string => `samskriv.suggest.${behovsmelding}`

/** What one may, as far as anybody has said. */
export type Allowed = Pick<Standing, 'mayWrite' | 'maySuggest'>

function stateOf ({ mayWrite, maySuggest }: Allowed, chosen: WritingMode): SuggestState {
  const isBound = !mayWrite && maySuggest
  return { mode: isBound ? 'suggest' : chosen, isBound, mayDecide: mayWrite }
}

/** Opens suggesting for a session, in the mode one left it in. `allowed`: what one may until the server says so, opened without network too. */
export function openSuggesting (session: Pick<LiveSession, 'behovsmelding' | 'standing' | 'status'>, personId: string, allowed: Allowed): OpenSuggesting {
  const key = keyOf(session.behovsmelding)
  let chosen: WritingMode = stored(key) === 'suggest' ? 'suggest' : 'write'
  let people: ReadonlyMap<string, Known> = new Map()
  let unknown: Known = { name: '', color: 0 }
  const own = ownIds(session.status)
  const state = watchable<SuggestState>(stateOf(session.standing.get() ?? allowed, chosen), sameEntries)
  const look = (): void => { state.set(stateOf(session.standing.get() ?? allowed, chosen)) }
  const stopHearing = session.standing.watch(look)
  return {
    personId,
    ids: own.ids,
    state: state satisfies Watchable<SuggestState>,
    nameOf: id => (people.get(id) ?? unknown).name,
    colorOf: id => (people.get(id) ?? unknown).color,
    choose (mode) {
      chosen = mode
      store(key, mode === 'suggest' ? 'suggest' : null)
      look()
    },
    know (now, nobody) {
      people = now
      unknown = nobody
    },
    stop () {
      stopHearing()
      own.stop()
    },
  }
}
