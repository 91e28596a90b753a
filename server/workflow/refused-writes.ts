import type { RefusalCode } from '@samskriv/shared/base'
import { isWriteAttempt, refusedWritesEntry } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import { situationAbout } from './situation.ts'
import { createTally } from './tally.ts'

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

interface Kind { readonly behovsmelding: string, readonly personId: string, readonly code: RefusalCode }

/** The first refusal is entered at once; those of the same person, behovsmelding and reason in the minute after it as one entry with their count, and so on. */
export function createRefusedWrites ({ store, now, failed }: RefusedWritesParts): RefusedWrites {
  let isFull = false

  async function enter ({ behovsmelding, personId, code }: Kind, count: number): Promise<void> {
    try {
      await store.commit({ audit: [refusedWritesEntry(situationAbout(store, { personId, behovsmelding }), code, count, now())] })
    } catch (cause) {
      failed(cause)
    }
  }

  const tally = createTally<Kind>({ enter, countsFirst: false })
  return {
    note (behovsmelding, personId, code) {
      if (!isWriteAttempt(code)) return
      const kind: Kind = { behovsmelding, personId, code }
      const counted = tally.add(`${behovsmelding}/${personId}/${code}`, kind)
      if (counted === 'first') void enter(kind, 1)
      if (counted === 'full' && !isFull) failed(new Error('more refused writes at once than are counted'))
      if (counted !== 'counted') isFull = counted === 'full'
    },
    flush: tally.flush,
  }
}
