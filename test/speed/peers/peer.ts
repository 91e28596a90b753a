import type { Change } from '@samskriv/server/store/port/index.ts'
import type { Address } from '../load/member.ts'
import type { Watched } from './process.ts'

/** What is there before the load comes: documents, and people who are all coordinators in each of them. */
export interface Place {
  readonly documents: number
  readonly people: number
  /** The content of a document as Yjs updates, one journal entry each. Absent: each document is empty. */
  readonly content?: (document: number) => readonly Uint8Array[]
  /** Records beside the content, e.g. threads. */
  readonly changes?: () => readonly Change[]
}

/** A server that runs, with a place in it. */
export interface Running {
  /** The process now: another one after `restart`. */
  watched(): Watched
  /** Where a person's socket for a document goes. `answers` as our own client asks for them; else as an unmodified provider. */
  address(document: number, person: number, answers: boolean): Address
  /** Ends the process (SIGTERM drains) and starts another on what is stored. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  stop(): Promise<void>
}

/** Something that can be measured. */
export type Open = (place: Place, profileFolder: string | null) => Promise<Running>
