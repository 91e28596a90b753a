import type { PackageFile } from '@samskriv/shared/package'
import type { Loaded } from '../input.ts'

/** What kind of file is asked for. */
export type Kind = 'docx' | 'pdf'

/** A piece of work for the other thread. One is sent at a time. `zip`: files to be packed as one. */
export type Job = { readonly kind: Kind, readonly input: Loaded } | { readonly kind: 'zip', readonly files: readonly PackageFile[] }

/** What came of it: the file's bytes, or what went wrong (a bug: nothing a person does should lead here). */
export type Done = { readonly bytes: Uint8Array } | { readonly error: string }
