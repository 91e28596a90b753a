import type { RefusalCode } from '@samskriv/shared/base'
import type { Keeper } from '../machine/keeper.ts'
import type { RefusedChange, Watchable } from '../session.ts'
import { watchable } from '../watchable.ts'
import type { Change, Ledger } from './ledger.ts'

/**
 * What the server refused, and what was built on it. It is in this tab's document and in nobody else's, so from then on
 * the document is not what the server has: the session ends, everything still typed falls with it, and the next session
 * starts from what the server has.
 */
export interface Aside {
  readonly refused: Watchable<readonly RefusedChange[]>
  /** Transactions refused in this session. */
  count(): number
  /** Whether something was refused, so that nothing typed here can be sent any more. */
  parted(): boolean
  /** A write frame was refused for good (`ordinal` as in {@link Ledger.refused}). */
  refuse(ordinal: number, code: RefusalCode): void
  /** A change was entered after the document had parted from the server's. */
  add(): void
  /** What earlier sessions had refused, as this machine kept it. */
  found(earlier: readonly RefusedChange[]): void
  /** The person has dealt with what earlier sessions had refused. */
  dropped(): void
}

/** Opens an {@link Aside}. `keeper` marks on this machine what is refused. */
export function openAside (ledger: Ledger, keeper: Keeper): Aside {
  const refused = watchable<readonly RefusedChange[]>([])
  let earlier: readonly RefusedChange[] = []
  let now: RefusedChange | null = null

  const show = (): void => { refused.set(now === null ? earlier : [...earlier, now]) }

  function put (verdict: RefusedChange, changes: readonly Change[]): void {
    if (changes.length === 0) return
    const { code, at } = verdict
    now = { code, at, changes: changes.reduce((sum, change) => sum + change.count, verdict.changes) }
    keeper.refused(changes, code, at)
    show()
  }

  return {
    refused,
    count: () => now?.changes ?? 0,
    parted: () => now !== null,
    refuse (ordinal, code) { put(now ?? { code, at: Date.now(), changes: 0 }, ledger.refused(ordinal)) },
    add () { if (now !== null) put(now, ledger.refused(Infinity)) },
    found (found) {
      earlier = found
      show()
    },
    dropped () {
      earlier = []
      show()
    },
  }
}
