import type { CommentEntry, CommentPlace, ThreadResolution } from '../api/comment.ts'

/**
 * A thread of comments. Its id in the table is `behovsmelding/thread`. `revision` rises with every change of any thread of the
 * behovsmelding. `earlier`: how it was settled before it was opened again. A deleted entry keeps its place; its words are in no record.
 */
export interface ThreadRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly thread: string
  readonly place: CommentPlace
  readonly epoch: number
  readonly round: number | null
  readonly revision: number
  readonly entries: readonly CommentEntry[]
  readonly resolution: ThreadResolution | null
  readonly earlier: readonly ThreadResolution[]
}

/** How many entries of each thread one person has seen. Its id in the table is `behovsmelding/person`. Theirs alone. */
export interface SeenRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly personId: string
  readonly threads: Readonly<Record<string, number>>
}

/** The id of a thread in its table. */
export function threadId (behovsmelding: string, thread: string): string {
  return `${behovsmelding}/${thread}`
}

/** The id of what a person has seen in its table. */
export function seenId (behovsmelding: string, personId: string): string {
  return `${behovsmelding}/${personId}`
}

/** Steps in the discussion beside a text. Each is entered in the audit log, without a word of what was said. */
export type CommentStep = 'comment' | 'reply' | 'edit-comment' | 'delete-comment' | 'resolve-thread' | 'reopen-thread'
