import { StorageError } from '../port/index.ts'
import { storageError } from './failure.ts'
import type { StoreLog } from './log.ts'

/** Whether the store takes work. One failed write stops it all: behind a torn record nothing would be read back. */
export interface Health {
  /** Throws the StorageError that stopped the store, or that it is closed. */
  mustTake (): void
  /** As {@link mustTake}, but lets reading go on after a write that LevelDB refused: it then holds nothing that was not acknowledged. */
  mustRead (): void
  /** Notes a failed write, tells the log once, and gives the error to reject with. `readable`: LevelDB holds only what was acknowledged. */
  fail (doing: string, error: unknown, readable: boolean): StorageError
  /** Whether {@link mustTake} would not throw. */
  isTaking (): boolean
  /** The failure that stands, or null. */
  failure (): StorageError | null
  /** The journal is being closed and opened anew: nothing can be read either. */
  recovering (): void
  /** Work is taken again. */
  recovered (): void
  /** Nothing is taken from now on. */
  close (): void
}

/** A healthy, open {@link Health}. */
export function createHealth (log: StoreLog): Health {
  let failure: StorageError | null = null
  let readable = true
  let closed = false

  function mustBeOpen (): void {
    if (closed) throw new StorageError('The store is closed: the server is stopping. What was not acknowledged is sent again by its client.')
  }

  return {
    mustTake () {
      mustBeOpen()
      if (failure !== null) throw failure
    },
    mustRead () {
      mustBeOpen()
      if (failure !== null && !readable) throw failure
    },
    fail (doing, error, stillReadable) {
      readable &&= stillReadable
      if (failure === null) {
        failure = storageError(doing, error)
        log.error(`${failure.message} Nothing more is taken until the journal has been opened anew.`)
      }
      return failure
    },
    isTaking: () => !closed && failure === null,
    failure: () => failure,
    recovering () {
      readable = false
    },
    recovered () {
      failure = null
      readable = true
    },
    close () {
      closed = true
    },
  }
}
