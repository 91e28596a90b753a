import type { CommentPlace } from '../api/comment.ts'

/** Begin a thread. `thread`, `entry`: the ids they get. */
export interface StartThread {
  readonly kind: 'comment'
  readonly thread: string
  readonly entry: string
  readonly place: CommentPlace
  readonly text: string
  readonly mentions: readonly string[]
}
/** Say more in a thread. */
export interface Reply { readonly kind: 'reply', readonly thread: string, readonly entry: string, readonly text: string, readonly mentions: readonly string[] }
/** Say it otherwise. One's own only. */
export interface EditEntry { readonly kind: 'edit-comment', readonly thread: string, readonly entry: string, readonly text: string, readonly mentions: readonly string[] }
/** Take back what one said; its place stays. One's own only. */
export interface DeleteEntry { readonly kind: 'delete-comment', readonly thread: string, readonly entry: string }
/** Call a thread settled, with a word why. */
export interface ResolveThread { readonly kind: 'resolve-thread', readonly thread: string, readonly why: string }
/** Take a settled thread up again. */
export interface ReopenThread { readonly kind: 'reopen-thread', readonly thread: string }

/** Something somebody wants done in a discussion. */
export type CommentCommand = StartThread | Reply | EditEntry | DeleteEntry | ResolveThread | ReopenThread

/** Bounds of a discussion. */
export const commentBounds = {
  /** Characters of one comment: a page and a half. Longer belongs in a protokolltilførsel. */
  text: 5_000,
  /** Characters of why a thread is settled. */
  why: 1_000,
  /** Entries in a thread, deleted ones too. A thread is one record, written whole: this keeps it under a megabyte. */
  entries: 200,
  /** Threads in a behovsmelding, settled ones too: ten times a lively round on every tiltak, and all can be sent at once. */
  threads: 2_000,
  /** People named in one comment. */
  mentions: 20,
  /** Times a thread can be settled and opened again. */
  resolutions: 50,
  /** Characters of a text one comment can be about: some pages. More is a comment on the field. */
  quote: 4_000,
  /** Characters kept on each side of the quote, to find it by should its mark be lost. */
  context: 32,
} as const
