import type { Language, Result } from '@samskriv/shared/base'
import type { PackageFile } from '@samskriv/shared/package'
import type { Projection } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import type { VersionBody, VersionMeta } from '@samskriv/shared/version'
import type { FindingCounts } from '@samskriv/shared/workflow'
import type { Live, SeedEntry } from '../live/live.ts'
import type { WriteProtokoll } from '../protokoll/index.ts'
import type { AuditHead } from '../store/audit/index.ts'
import type { SigningKey } from '../signing/index.ts'
import type { Store } from '../store/port/index.ts'

/** Writes a line to the operator's log. Never given a name, a token, an address with one in it, or anything out of a form. */
export type Log = (level: 'info' | 'warning' | 'error', message: string, facts?: Readonly<Record<string, string | number>>) => void

/** What a version is turned into a file from. `image` gives an image's bytes by hash, null when there is none. */
export interface RenderInput {
  readonly meta: VersionMeta
  readonly body: VersionBody
  readonly template: Template
  readonly language: Language
  readonly image: (hash: string) => Promise<Uint8Array | null>
}

/** Turns a version into a file. The same input gives the same bytes. Refuses `too-fast` and the like; rejects with StorageError when an image is damaged. */
export type Render = (input: RenderInput) => Promise<Result<Uint8Array>>

/** Everything HTTP is made of. */
export interface HttpParts {
  readonly store: Store
  readonly live: Live
  readonly seedEntry: SeedEntry
  /** A form by id, the newest version unless one is named; null when it is not installed. */
  readonly template: (id: string, version?: number) => Template | null
  /** What the rules find in a text. Errors stop a lock, warnings want a reason. */
  readonly findings: (template: Template, projection: Projection) => FindingCounts
  readonly renderDocx: Render
  readonly renderPdf: Render
  readonly protokollDocx: WriteProtokoll
  readonly protokollPdf: WriteProtokoll
  /** Packs files as one zip. The same files give the same bytes. */
  readonly pack: (files: readonly PackageFile[]) => Promise<Result<Uint8Array>>
  /** What packages are signed with. */
  readonly signing: SigningKey
  /** Where people reach us, without a slash at its end, e.g. `https://samskriv.example.no`; null: wherever they say they came to. */
  readonly publicUrl: string | null
  /** The built client; null: only the API is served. */
  readonly clientFolder: string | null
  /** Proxies whose `X-Forwarded-For` is believed, as Express understands it. Default: only those on this machine. */
  readonly trustProxy?: string
  /** Whether requests can be taken: not while starting or stopping, nor while the disk refuses. */
  readonly readiness: () => boolean
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number
  /** The end of the audit log as kept outside it, to hold the log to; null: there is none. Default: none. */
  readonly auditHead?: () => Promise<AuditHead | null>
  readonly log: Log
}
