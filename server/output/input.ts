import type { Language } from '@samskriv/shared/base'
import type { ProtokollBody } from '@samskriv/shared/protokoll'
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

/** The protokoll of a closed round, ready to be written as a document. `hash`: the SHA-256 of what it is made of, as it was kept. */
export interface ProtokollInput {
  readonly protokoll: ProtokollBody
  readonly hash: string
  readonly language: Language
  readonly image: ImageSource
}

/** Whatever is written as a document, with its images already fetched, so that it can be sent to another thread. */
export type Loaded = LoadedInput | LoadedProtokoll

/** A protokoll with its images. What was not found is absent. */
export interface LoadedProtokoll extends Omit<ProtokollInput, 'image'> {
  readonly images: ReadonlyMap<string, Uint8Array>
}

/** A version with its images. What was not found is absent. */
export interface LoadedInput extends Omit<OutputInput, 'image'> {
  readonly images: ReadonlyMap<string, Uint8Array>
}
