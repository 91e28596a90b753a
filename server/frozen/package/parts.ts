import type { Language, Result } from '@samskriv/shared/base'
import type { PackageFile } from '@samskriv/shared/package'
import type { OutputInput } from '../../output/input.ts'
import type { SigningKey } from '../../signing/index.ts'
import type { Turns } from '../../workflow/index.ts'
import type { FrozenParts } from '../parts.ts'

/** A file for a package, with its media type. */
export interface TypedFile extends PackageFile { readonly type: string }

/** Writes a version as a document. The same input gives the same bytes. */
export type Write = (input: OutputInput) => Promise<Result<Uint8Array>>

/** What delivering needs. */
export interface DeliverParts {
  readonly frozen: FrozenParts
  readonly signing: SigningKey
  readonly docx: Write
  readonly pdf: Write
  /** Packs files as one zip. The same files give the same bytes. */
  readonly pack: (files: readonly PackageFile[]) => Promise<Result<Uint8Array>>
  /** The protokoll of each round that is closed, as files named by the round's number. */
  readonly protokoller: (behovsmelding: string, language: Language) => Promise<Result<readonly TypedFile[]>>
  /** Packages are made one after the other: each is held in memory whole. */
  readonly turns: Turns
}

/** How many may wait for their package to be made, besides the one in the making: a few seconds each. */
export const mostWaitingForPackage = 5
