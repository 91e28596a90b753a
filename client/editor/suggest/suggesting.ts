import type { Watchable } from '../../live/session.ts'

/** Whether what one does in a text is done, or suggested. */
export type WritingMode = 'write' | 'suggest'

/**
 * How one stands in a text: in which mode, whether one may choose it (`isBound`: one may only suggest), and whether one may accept and
 * reject others' suggestions.
 */
export interface SuggestState { readonly mode: WritingMode, readonly isBound: boolean, readonly mayDecide: boolean }

/**
 * Why something was not done. `inside`: among the words of another's undecided suggestion. `blocks`: it would change more than words
 * (a list, a table, two paragraphs joined). `marks`: bold, a link and so on over words that are there. `images`: pictures.
 */
export type NotSuggested = 'inside' | 'blocks' | 'marks' | 'images'

/** Which of one's own suggestions one may go on with. Others may have decided about one meanwhile; what is written on in it would be theirs. */
export interface OwnIds {
  mayExtend (id: string): boolean
  make (): string
}

/** How suggestions are made and shown in a text: the same object as long as a page is open. */
export interface Suggesting {
  /** Whose suggestions are one's own. */
  readonly personId: string
  readonly ids: OwnIds
  readonly state: Watchable<SuggestState>
  /** What a person is called; also one who has left. */
  nameOf (personId: string): string
  /** Index into the palette of people's colours. */
  colorOf (personId: string): number
}
