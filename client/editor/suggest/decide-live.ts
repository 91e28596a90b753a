import { richOf } from '@samskriv/shared/document'
import { decide, marksOf, type Suggestion, type Verdict } from '@samskriv/shared/suggest'
import type { Home } from '../home.ts'

/** A suggestion and the field it is in. */
export type Placed = Pick<Suggestion, 'by' | 'ids'> & { readonly field: string }

/** Accepts or rejects suggested words, in however many fields, as one step that one undo takes back. */
export function decideLive ({ doc, undo, origin }: Pick<Home, 'doc' | 'undo' | 'origin'>, chosen: readonly Placed[], verdict: Verdict): void {
  const byField = Map.groupBy(chosen, ({ field }) => field)
  // Neither with what was typed just before, nor with what is typed next.
  undo.stopCapturing()
  doc.transact(() => { for (const [field, some] of byField) decide(richOf(doc, field), marksOf(some), verdict) }, origin)
  undo.stopCapturing()
}
