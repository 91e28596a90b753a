import type { Language } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'
import type { VersionBody, VersionMeta } from '@samskriv/shared/version'

/** Gives the bytes of a stored image by the lower-case hex SHA-256 of its bytes, or null when it is not there. */
export type ImageSource = (hash: string) => Promise<Uint8Array | null>

/**
 * One version of a behovsmelding, ready to be written as a document. `template` is the one the body names; `language` is
 * that of the form's own words, never of what people wrote.
 */
export interface OutputInput {
  readonly meta: VersionMeta
  readonly body: VersionBody
  readonly template: Template
  readonly language: Language
  readonly image: ImageSource
}

/** The same with its images already fetched, so that it can be sent to another thread. What was not found is absent. */
export interface LoadedInput extends Omit<OutputInput, 'image'> {
  readonly images: ReadonlyMap<string, Uint8Array>
}
