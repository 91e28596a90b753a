import type { RefusalCode } from '@samskriv/shared/base'
import { isWriteAttempt, refusedWritesEntry } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import { situationAbout } from './situation.ts'

/** Enters refused live writes in the audit log, gathered. */
export interface RefusedWrites {
  /** A live write was refused. Returns at once; what is no attempt at something not allowed is passed over. */
  note (behovsmelding: string, personId: string, code: RefusalCode): void
  /** Enters what is still being counted. Before the store is closed. Never rejects. */
  flush (): Promise<void>
}

/** What it needs. `now` in milliseconds since 1970. `failed` hears of an entry that could not be written, and of writes past the bound. */
export interface RefusedWritesParts {
  readonly store: Pick<Store, 'table' | 'commit'>
  readonly now: () => number
  readonly failed: (cause: unknown) => void
}

/** One entry per person, behovsmelding and reason in this time, in milliseconds: a raw client can be refused 2 000 times in a second. */
const gatherMs = 60_000
/** Persons × reasons that are counted at once. Each is a signed-in member being refused in this very minute. */
const mostGathered = 1_000

interface Gathered { readonly behovsmelding: string, readonly personId: string, readonly code: RefusalCode, count: number, timer: NodeJS.Timeout }

/** The first refusal is entered at once; those of the same kind in the minute after it as one entry with their count, and so on. */
export function createRefusedWrites ({ store, now, failed }: RefusedWritesParts): RefusedWrites {
  const gathered = new Map<string, Gathered>()
  let isFull = false

  async function enter ({ behovsmelding, personId, code }: Gathered, count: number): Promise<void> {
    try {
      await store.commit({ audit: [refusedWritesEntry(situationAbout(store, { personId, behovsmelding }), code, count, now())] })
    } catch (cause) {
      failed(cause)
    }
  }

  function wait (key: string): NodeJS.Timeout {
    const timer = setTimeout(() => { turn(key) }, gatherMs)
    timer.unref()
    return timer
  }

  // A minute is over: what came in it is entered and counting begins anew; nothing came: it is forgotten.
  function turn (key: string): void {
    const one = gathered.get(key)
    if (one === undefined) return
    const { count } = one
    if (count === 0) { gathered.delete(key); isFull = false; return }
    one.count = 0
    one.timer = wait(key)
    void enter(one, count)
  }

  return {
    note (behovsmelding, personId, code) {
      if (!isWriteAttempt(code)) return
      const key = `${behovsmelding}/${personId}/${code}`
      const known = gathered.get(key)
      if (known !== undefined) { known.count++; return }
      if (gathered.size >= mostGathered) {
        if (!isFull) failed(new Error('more refused writes at once than are counted'))
        isFull = true
        return
      }
      const first: Gathered = { behovsmelding, personId, code, count: 0, timer: wait(key) }
      gathered.set(key, first)
      void enter(first, 1)
    },
    async flush () {
      const rest = [...gathered.values()]
      gathered.clear()
      for (const one of rest) clearTimeout(one.timer)
      await Promise.all(rest.filter(one => one.count > 0).map(one => enter(one, one.count)))
    },
  }
}
