import type { CommentPlace } from '@samskriv/shared/api'

/** How many threads stand at a place and what is below it: those not settled, those with something one has not seen, and those where that names one. */
export interface Tally { readonly open: number, readonly unread: number, readonly naming: number }

/** Something of the form one can comment on as it is; words are chosen in the text. A field may be an item of a group. */
export type CommentTarget = Exclude<CommentPlace, { kind: 'text' }>

/** What the form knows of the comments on it. Somebody else keeps and shows them. */
export interface FormComments {
  /** What stands at a place and in all it holds, or (`own`) only what is on the place itself. The same object until it changes. */
  tally(target: CommentTarget, own?: boolean): Tally
  /** Calls back when a tally may have changed. Gives the stop. */
  watchTallies(changed: () => void): () => void
  /** Somebody wants to comment on this. */
  begin(target: CommentTarget): void
  /** Somebody wants to comment where they are in a rich text: on the words they have chosen, else on the field. */
  beginInText(key: string): void
  /** Somebody wants to see the comments at this place. */
  show(target: CommentTarget): void
}
