import type { Value, Values } from '../document/index.ts'

/** One answer: what stood there and what is proposed; null is no answer. `key` (shared/document) names the innermost question: a cell, a part, a field of an item. */
export interface AnswerChange { readonly kind: 'answer', readonly key: string, readonly before: Value | null, readonly after: Value | null }

/** An item put in a list (`list`: its key) behind the item `behind` (null: first), with all it holds. */
export interface AddedItem { readonly kind: 'added', readonly list: string, readonly item: string, readonly behind: string | null, readonly values: Values }

/** An item taken out of a list. `values`: what it held. */
export interface RemovedItem { readonly kind: 'removed', readonly list: string, readonly item: string, readonly values: Values }

/** An item moved to behind another (null: first). */
export interface MovedItem { readonly kind: 'moved', readonly list: string, readonly item: string, readonly behind: string | null }

/** One thing that somebody wrote and that is not in the text: what stood there, and what is proposed. Each is taken or declined by itself. */
export type ProposedChange = AnswerChange | AddedItem | RemovedItem | MovedItem

/** Changes in one proposal: every answer of a form with twelve tiltak, twice over. */
export const mostChanges = 1000

/** Bytes of one proposal as JSON. A behovsmelding of 60 000 characters is some 100 kB, and stands in it twice: as it was and as proposed. */
export const mostProposalBytes = 1024 * 1024

/** The key of what a change is about: of the answer, or of the item. */
export function keyOfChange (change: ProposedChange): string {
  return change.kind === 'answer' ? change.key : `${change.list}/${change.item}`
}
