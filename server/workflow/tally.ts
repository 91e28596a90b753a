/** Counts what comes too often to be entered one by one. */
export interface Tally<K> {
  /** One more of a kind. `first`: none of it came in the minute before. `full`: too many kinds at once, it is not counted. */
  add (key: string, kind: K): 'first' | 'counted' | 'full'
  /** Enters what is still being counted. Before the store is closed. */
  flush (): Promise<void>
}

/** `enter` is given each kind once a minute, with how often it came; it never rejects. `countsFirst`: whether the first is among them, or entered by the caller at once. */
export interface TallyParts<K> { readonly enter: (kind: K, count: number) => Promise<void>, readonly countsFirst: boolean }

/** How long one kind is counted before it is entered, in milliseconds: a program can be refused 2 000 times in a second. */
const gatherMs = 60_000
/** Kinds counted at once, of everybody. Each is somebody being refused for one reason in this very minute. */
const mostKinds = 1_000

interface Counted<K> { readonly kind: K, count: number, timer: NodeJS.Timeout }

/** A tally with nothing in it. */
export function createTally<K> ({ enter, countsFirst }: TallyParts<K>): Tally<K> {
  const kinds = new Map<string, Counted<K>>()

  function wait (key: string): NodeJS.Timeout {
    const timer = setTimeout(() => { turn(key) }, gatherMs)
    timer.unref()
    return timer
  }

  // A minute is over: what came in it is entered and counting begins anew; nothing came: it is forgotten.
  function turn (key: string): void {
    const one = kinds.get(key)
    if (one === undefined) return
    const { kind, count } = one
    if (count === 0) { kinds.delete(key); return }
    one.count = 0
    one.timer = wait(key)
    void enter(kind, count)
  }

  return {
    add (key, kind) {
      const known = kinds.get(key)
      if (known !== undefined) { known.count++; return 'counted' }
      if (kinds.size >= mostKinds) return 'full'
      kinds.set(key, { kind, count: countsFirst ? 1 : 0, timer: wait(key) })
      return 'first'
    },
    async flush () {
      const rest = [...kinds.values()]
      kinds.clear()
      for (const one of rest) clearTimeout(one.timer)
      await Promise.all(rest.filter(one => one.count > 0).map(one => enter(one.kind, one.count)))
    },
  }
}
