/**
 * A local change of the document that the server has not answered for yet.
 * `count`: how many transactions it stands for (1; more when several were stored as one).
 */
export interface Change {
  readonly update: Uint8Array
  readonly count: number
  /** Ordinal of the write frame on the present connection that carries it; null: not sent on this connection. */
  frame: number | null
  /** Key of its row on this machine's disk; null: not there (yet). */
  row: number | null
  /** The server has it on disk, or has refused it: nothing waits for it any more. */
  settled: boolean
}

/** Keeps account of what was changed here and what the server has answered: no I/O, no clock. */
export interface Ledger {
  /** Enters a change made here. `row`: it was read back from this machine. */
  enter(update: Uint8Array, count?: number, row?: number | null): Change
  /** A new connection: its frames are numbered from 1, and nothing has been sent on it. */
  connectionOpened(): void
  /** An update frame was sent; it carries the change entered last, or the one that was to be offered. */
  updateSent(): void
  /** Waiting changes that have not been sent on this connection, oldest first. */
  unsent(): readonly Change[]
  /** The next update frame will carry this change. */
  offering(change: Change): void
  /** A sync step 2 was sent: the document's whole difference, so every waiting change not sent before. */
  differenceSent(): void
  /** The first `n` write frames are on disk or were refused. Gives the changes that are settled by it. */
  taken(n: number): readonly Change[]
  /**
   * Write frame `ordinal` was refused. Gives what stands or falls with it: what it carried, and everything made after
   * it, which builds on it (a Yjs client's changes integrate only in order). Settles them. 0: everything that waits;
   * Infinity: what was not sent on this connection.
   */
  refused(ordinal: number): readonly Change[]
  /** Whether a frame carried any change of this person's (a handshake's empty difference does not). */
  carries(ordinal: number): boolean
  /** Changes that wait for the server, oldest first. */
  waiting(): ReadonlySet<Change>
  /** Transactions that wait for the server. */
  count(): number
}

/** Makes an empty {@link Ledger}. */
export function openLedger (): Ledger {
  const waiting = new Set<Change>()
  let frames = 0
  let newest: Change | null = null
  let count = 0

  const settle = (chosen: (change: Change) => boolean): Change[] => {
    const settled = [...waiting].filter(chosen)
    for (const change of settled) {
      change.settled = true
      count -= change.count
      waiting.delete(change)
    }
    return settled
  }

  return {
    enter (update, times = 1, row = null) {
      const change: Change = { update, count: times, frame: null, row, settled: false }
      waiting.add(change)
      count += times
      newest = change
      return change
    },
    connectionOpened () {
      frames = 0
      newest = null
      for (const change of waiting) change.frame = null
    },
    updateSent () {
      frames += 1
      // Only the newest: older ones without a frame were made offline and wait for the handshake's difference.
      if (newest !== null) newest.frame ??= frames
      newest = null
    },
    unsent: () => [...waiting].filter(change => change.frame === null),
    offering (change) { newest = change },
    differenceSent () {
      frames += 1
      for (const change of waiting) change.frame ??= frames
    },
    taken: n => settle(change => change.frame !== null && change.frame <= n),
    refused: ordinal => settle(change => change.frame === null || change.frame >= ordinal),
    carries: ordinal => [...waiting].some(change => change.frame === ordinal),
    waiting: () => waiting,
    count: () => count,
  }
}
