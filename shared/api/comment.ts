import type { Role } from '../access/index.ts'

/**
 * What goes over HTTP about comments. All under `/api/behovsmeldinger/:id`; every change is told to those who look as topic
 * `comments`. Author, role and time are the server's.
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET comments?since=n | – | CommentsView: the threads changed after revision n (absent: all) |
 * | POST comments | NewThread | ThreadView |
 * | POST comments/:thread/entries | { text, mentions } | ThreadView |
 * | PUT comments/:thread/entries/:entry | { text, mentions } | ThreadView; one's own only |
 * | DELETE comments/:thread/entries/:entry | – | ThreadView; one's own only; its place stays |
 * | POST comments/:thread/resolve | { why } | ThreadView |
 * | POST comments/:thread/reopen | – | ThreadView |
 * | POST comments/read | { threads: { [thread]: number } } | 204; how many entries of each one has seen |
 */

/**
 * What a thread is about. `field`: a key (shared/document/layout). `text`: a stretch of the rich text under a key; `quote` are its
 * words when it was made, `before` and `after` up to 32 characters around them.
 */
export type CommentPlace =
  | { readonly kind: 'whole' }
  | { readonly kind: 'section', readonly section: string }
  | { readonly kind: 'field', readonly key: string }
  | { readonly kind: 'text', readonly key: string, readonly quote: string, readonly before: string, readonly after: string }

/**
 * A new thread. For a stretch of text `start` and `end` are Yjs relative positions (`Y.relativePositionToJSON`) in the rich
 * text; the server resolves them in what it has, holds them to `quote`, and refuses `changed-meanwhile` when it does not find it.
 */
export interface NewThread {
  readonly place: CommentPlace
  readonly start?: unknown
  readonly end?: unknown
  readonly text: string
  readonly mentions: readonly string[]
}

/** Who wrote, as the session said then. */
export interface CommentAuthor { readonly personId: string, readonly name: string, readonly role: Role }

/**
 * One comment in a thread. A mention is written `@{person id}` in `text`; `mentions` are those ids. Deleted: `text` is '' and
 * `deletedAt` set. Times are ISO 8601 UTC.
 */
export interface CommentEntry {
  readonly id: string
  readonly author: CommentAuthor
  readonly text: string
  readonly mentions: readonly string[]
  readonly at: string
  readonly editedAt?: string
  readonly deletedAt?: string
}

/** How a thread was settled. `why` is a word or some sentences. */
export interface ThreadResolution { readonly by: CommentAuthor, readonly at: string, readonly why: string }

/** A thread as everybody sees it; `seen`: how many of its entries the asking person has seen. `round`: the round it was made in. `epoch`: the one it was made in. */
export interface ThreadView {
  readonly id: string
  readonly place: CommentPlace
  readonly epoch: number
  readonly round: number | null
  readonly revision: number
  readonly entries: readonly CommentEntry[]
  readonly resolution: ThreadResolution | null
  readonly seen: number
}

/** Threads, by the time they were made. `revision`: what to ask `since` next time. */
export interface CommentsView { readonly revision: number, readonly threads: readonly ThreadView[] }
