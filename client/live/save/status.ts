import type { SaveStatus, Watchable } from '../session.ts'
import { sameEntries, watchable } from '../watchable.ts'

/** Puts the save status together from what is known, so that it can be wrong in one place only. */
export interface StatusKeeper {
  readonly status: Watchable<SaveStatus>
  readonly isLoaded: Watchable<boolean>
  /** The server has answered in this session: it is one that tells what it has on disk. */
  answered(): boolean
  /** Called with each answer of the server. */
  answer(): void
  /** The server's content has come. */
  loaded(): void
  /** This machine's copy of the server's content has come: only an answering server's is ever kept. */
  loadedFromMachine(): void
  connection(now: SaveStatus['connection']): void
  /** What waits, or whether it is kept, may have changed. */
  update(): void
}

/** What the status is made of. `waiting`: transactions the server does not have on disk. `kept`: all of them are on this machine's. */
export interface StatusNeeds { readonly waiting: () => number, readonly kept: () => boolean }

/** Opens a {@link StatusKeeper}. `saved` is said only of a loaded document of an answering server with nothing waiting. */
export function openStatus ({ waiting, kept }: StatusNeeds): StatusKeeper {
  const status = watchable<SaveStatus>({ state: 'opening', changes: 0, kept: true, connection: 'connecting' }, sameEntries)
  const isLoaded = watchable(false)
  let answered = false
  let fromMachine = false
  let connection: SaveStatus['connection'] = 'connecting'

  function update (): void {
    const changes = waiting()
    const known = isLoaded.get() && (answered || fromMachine)
    status.set({
      state: changes > 0 ? 'waiting' : known ? 'saved' : 'opening',
      changes,
      kept: changes === 0 || kept(),
      connection,
    })
  }

  return {
    status,
    isLoaded,
    answered: () => answered,
    answer () {
      answered = true
      update()
    },
    loaded () {
      isLoaded.set(true)
      update()
    },
    loadedFromMachine () {
      fromMachine = true
      isLoaded.set(true)
      update()
    },
    connection (now) {
      connection = now
      update()
    },
    update,
  }
}
