import type { Projection } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import type { FindingCounts } from '@samskriv/shared/workflow'
import type { JournalEntry } from '../store/port/index.ts'
import type { Workflow } from '../workflow/index.ts'

/**
 * The content of a behovsmelding at one moment, as one Yjs update (version 1), and who wrote it: under which Yjs client id who wrote
 * (`owners`), and who first brought one along (`bringers`); absent: nobody knows. What the server itself wrote is nobody's.
 */
export interface Content { readonly update: Uint8Array, readonly owners?: ReadonlyMap<number, string>, readonly bringers?: ReadonlyMap<number, string> }

/**
 * The seam to the live half: positions and bytes, no sockets. `hold` lets nobody write while it works; `room` names the
 * content of an epoch; `seedEntry` makes the journal entry of content the server itself makes.
 */
export interface LiveSeam {
  hold<T>(behovsmelding: string, epoch: number, work: (moment: Content) => Promise<T>): Promise<T>
  read(behovsmelding: string, epoch: number): Promise<Content>
  room(behovsmelding: string, epoch: number): string
  seedEntry(room: string, update: Uint8Array): JournalEntry
}

/** What freezing and thawing need. */
export interface FrozenParts {
  readonly workflow: Workflow
  readonly live: LiveSeam
  /** The form with this id and version; null when it is not installed. */
  readonly template: (id: string, version: number) => Template | null
  /** What the rules find in a text. Errors stop a lock, warnings want a reason. */
  readonly findings: (template: Template, projection: Projection) => FindingCounts
}
