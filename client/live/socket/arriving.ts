import * as Y from 'yjs'

/** While others write faster than this, what they write is put in together this often, in ms: an eye does not see it, an editor redraws once instead of for each letter. */
const gatherMs = 50

/** Puts what others wrote into the document. */
export interface Arriving {
  /** Takes an update: the first at once, those that follow within 50 ms together. */
  take(update: Uint8Array): void
  /** Puts in what is gathered, now. */
  flush(): void
  /** Puts in what is gathered and stops the clock. */
  stop(): void
}

/**
 * Gathers arriving updates into few transactions of `origin`. A single person's letters are never held back. `arrived` hears them as
 * they came, once they are in the document.
 */
export function gatherArriving (doc: Y.Doc, origin: object, arrived: (updates: readonly Uint8Array[]) => void): Arriving {
  let waiting: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | null = null

  function flush (): void {
    if (waiting.length === 0) return
    const updates = waiting
    waiting = []
    doc.transact(() => { for (const update of updates) Y.applyUpdate(doc, update, origin) }, origin)
    arrived(updates)
  }
  function tick (): void {
    timer = null
    if (waiting.length === 0) return
    flush()
    timer = setTimeout(tick, gatherMs)
  }
  return {
    take (update) {
      waiting.push(update)
      if (timer !== null) return
      flush()
      timer = setTimeout(tick, gatherMs)
    },
    flush,
    stop () {
      flush()
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
