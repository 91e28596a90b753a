import type * as Y from 'yjs'
import { removeItem, suggestedOf } from '../document/index.ts'
import { keyOfChange, takeChanges } from '../proposal/index.ts'
import type { Template } from '../template/index.ts'
import { suggestedKey, suggestionAt, type SuggestedChange } from './change.ts'
import type { Verdict } from './decide.ts'

/** How it is asked for: `origin` of the transaction; `replaces`: the person sees what stands there now and wants this instead. */
export interface Deciding { readonly verdict: Verdict, readonly origin: unknown, readonly replaces: boolean }

// Two about the same place are taken one after the other: the second is held against what the first made of it.
function rounds (chosen: readonly SuggestedChange[]): readonly (readonly SuggestedChange[])[] {
  const found: Map<string, SuggestedChange>[] = []
  for (const one of chosen) {
    const key = keyOfChange(one.change)
    const free = found.find(round => !round.has(key))
    if (free === undefined) found.push(new Map([[key, one]]))
    else free.set(key, one)
  }
  return found.map(round => [...round.values()])
}

/**
 * Accepts or rejects suggested changes. Left alone is one that is not as the person saw it (gone on with, withdrawn, decided by somebody
 * else), and, unless `replaces`, one that clashes with what was written since, or with another that was accepted before it; and one about an item that is gone. Run it inside a
 * transaction of one who may write, with the same origin. Gives how many were decided.
 */
export function decideChanges (template: Template, doc: Y.Doc, chosen: readonly SuggestedChange[], { verdict, origin, replaces }: Deciding): number {
  const isAsSeen = ({ by, change }: SuggestedChange): boolean => JSON.stringify(suggestionAt(template, doc, by, keyOfChange(change))) === JSON.stringify(change)
  const settle = ({ by, change }: SuggestedChange): void => { suggestedOf(doc).delete(suggestedKey(by, keyOfChange(change))) }
  let decided = 0
  for (const round of rounds(chosen.filter(isAsSeen))) {
    const standings = verdict === 'reject' ? [] : takeChanges(template, doc, round.map(one => one.change), { origin, replaces })
    for (const [index, one] of round.entries()) {
      const kind = standings[index]?.kind
      // What it is about may be brought back.
      if (kind === 'gone' || (kind === 'clashes' && !replaces)) continue
      // A row nobody has written in says nothing, and so is not there for whoever reads; it is there all the same.
      if (kind === 'there' && one.change.kind === 'removed') removeItem(doc, one.change.list, one.change.item)
      settle(one)
      decided++
    }
  }
  return decided
}
