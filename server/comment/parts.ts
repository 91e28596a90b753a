import type { Template } from '@samskriv/shared/template'
import type { ThreadRecord } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'
import type { Limiter, Workflow } from '../workflow/index.ts'
import type { MarkMemories } from './memory.ts'

/** Makes an update out of the content at one moment, under the server's Yjs client ids; null: there is nothing to write. */
export type Compose = (content: Uint8Array, client: number, highest: number) => Uint8Array | null

/** The seam to the live half: the server's own writing into the text. */
export interface WritingSeam {
  write(behovsmelding: string, epoch: number, compose: Compose): Promise<boolean>
}

/** What a discussion beside a text needs. */
export interface CommentParts {
  readonly workflow: Workflow
  readonly live: WritingSeam
  /** The form with this id and version; null when it is not installed. */
  readonly template: (id: string, version: number) => Template | null
  /** How much one person may say in a minute. */
  readonly pace: Limiter
  readonly memories: MarkMemories
  /** Threads whose mark is written and whose record is not yet: their marks are not swept. */
  readonly beginning: Set<string>
}

/** Steps one person may take in the discussions in a minute: far faster than anybody writes, far slower than a program fills a disk. */
export const commentPace = { most: 60, perMs: 60_000, mostKeys: 10_000 } as const

/** The threads of a behovsmelding. */
export function threadsOf (store: Pick<Store, 'table'>, behovsmelding: string): readonly ThreadRecord[] {
  return [...store.table('threads').values()].filter(thread => thread.behovsmelding === behovsmelding)
}
