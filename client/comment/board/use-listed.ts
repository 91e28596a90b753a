import { itemsOf, removedOf, richOf } from '@samskriv/shared/document'
import type { ThreadView } from '@samskriv/shared/api'
import { useEffect, useMemo, useState } from 'react'
import { useWatch } from '../../ui/use-watch.ts'
import type { Draft } from '../draft/drafts.ts'
import { lettersOf } from '../words/stretch.ts'
import type { Board } from './board.ts'
import { latestRound, narrowed, type Filter, type FilterFacts } from './filter.ts'
import { byRank, rankOf, type Rank } from './order.ts'

/** One of the cards: a thread, and the text its words stand in (null: in none), or a comment being begun. */
export type Listed =
  | { readonly kind: 'thread', readonly id: string, readonly thread: ThreadView, readonly standing: string | null }
  | { readonly kind: 'draft', readonly id: string, readonly draft: Draft }

/** The cards in the order of the document, and what was left out of them. */
export interface Listing {
  readonly items: readonly Listed[]
  readonly threads: readonly ThreadView[]
  readonly filter: Filter
  readonly facts: FilterFacts
}

// Raised when a tiltak is moved, removed or brought back: the order of the document is another one.
function useOrderTurn ({ session: { doc } }: Board): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const changed = (): void => { setTurn(before => before + 1) }
    const maps = [itemsOf(doc), removedOf(doc)]
    for (const map of maps) map.observe(changed)
    return () => { for (const map of maps) map.unobserve(changed) }
  }, [doc])
  return turn
}

/** The cards there are to show at this moment. The open thread is shown whatever the list is narrowed to. */
export function listNow (board: Board, round: number | null): Listing {
  const { template, session: { doc } } = board
  const { threads } = board.threads.get()
  const anchors = board.anchors.now()
  const chosen = board.chosen.get()
  const facts: FilterFacts = { personId: board.personId, round: round ?? latestRound(threads) }
  const filter = board.filter.get()
  const passing = new Set(narrowed(threads, filter, facts))
  const ranked: { readonly item: Listed, readonly rank: Rank }[] = threads.filter(thread => passing.has(thread) || thread.id === chosen).map(thread => {
    const words = anchors.get(thread.id) ?? null
    return { item: { kind: 'thread', id: thread.id, thread, standing: words?.key ?? null }, rank: rankOf(template, doc, thread.place, words) }
  })
  for (const draft of board.drafts.get()) {
    if (draft.aim.kind === 'start') ranked.push({ item: { kind: 'draft', id: draft.id, draft }, rank: rankOfDraft(board, draft) })
  }
  return { items: ranked.toSorted((one, other) => byRank(one.rank, other.rank)).map(each => each.item), threads, filter, facts }
}

// A draft stands where its words stand now.
function rankOfDraft ({ template, session: { doc } }: Board, { aim }: Draft): Rank {
  if (aim.kind !== 'start') return []
  const { place } = aim
  const letters = place.kind === 'text' ? lettersOf(richOf(doc, place.key), { start: aim.start, end: aim.end }) : null
  return rankOf(template, doc, place, place.kind === 'text' && letters !== null ? { key: place.key, at: letters.from } : null)
}

/** The same, kept up to date. */
export function useListed (board: Board, round: number | null): Listing {
  const parts = [useWatch(board.threads), useWatch(board.anchors), useWatch(board.filter), useWatch(board.chosen), useWatch(board.drafts), useOrderTurn(board)]
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => listNow(board, round), [board, round, ...parts])
}
