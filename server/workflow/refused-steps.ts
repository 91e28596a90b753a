import type { AuditEntry } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import { createLimiter } from './limiter.ts'
import { createTally } from './tally.ts'

/** Enters refused steps in the audit log. */
export interface RefusedSteps {
  /** A step was refused: its entry, at this moment in milliseconds since 1970. Never rejects. */
  enter (entry: AuditEntry, now: number): Promise<void>
  /** Enters what is still being counted. After the last request, before the store is closed. Never rejects. */
  flush (): Promise<void>
}

/** What it needs. `now` in milliseconds since 1970. `failed` hears of an entry that could not be written, and of steps past the bound. */
export interface RefusedStepsParts {
  readonly store: Pick<Store, 'commit'>
  readonly now: () => number
  readonly failed: (cause: unknown) => void
}

/** Refused steps of one person entered one by one in a minute: more than anybody does by hand, too few to fill a disk. Those past it are counted by kind. */
const oneByOne = { most: 30, perMs: 60_000, mostKeys: 10_000 }

/** Each refused step is an entry of its own; past a bound per person and minute those of one kind (who, what, about what, why) are one entry with their count. */
export function createRefusedSteps ({ store, now, failed }: RefusedStepsParts): RefusedSteps {
  const pace = createLimiter(oneByOne)

  async function commit (entry: AuditEntry): Promise<void> {
    try {
      await store.commit({ audit: [entry] })
    } catch (cause) {
      failed(cause)
    }
  }

  const tally = createTally<AuditEntry>({
    countsFirst: true,
    enter: (entry, count) => commit({ ...entry, at: new Date(now()).toISOString(), facts: { ...entry.facts, count } }),
  })

  return {
    async enter (entry, at) {
      const person = entry.personId ?? ''
      if (!pace.isOver(person, at)) {
        pace.count(person, at)
        await commit(entry)
        return
      }
      const { behovsmelding, role, action, facts } = entry
      const key = [person, role, behovsmelding, action, facts?.['code']].join('/')
      if (tally.add(key, entry) === 'full') failed(new Error('more refused steps at once than are counted'))
    },
    flush: tally.flush,
  }
}
