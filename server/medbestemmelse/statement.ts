import { refused, taken, type Refusal, type Result } from '@samskriv/shared/base'
import { imageHashesIn, isEmptyRichText, validRichText, type RichTextNode } from '@samskriv/shared/rich-text'
import { canonicalBytes } from '@samskriv/shared/version'
import type { Store } from '../store/port/index.ts'

/** Bytes of one protokolltilførsel as canonical JSON: some thirty pages of text. Each is kept for good and held in memory. */
export const mostStatementBytes = 100_000

/** What one that is larger is told. */
export const tooLargeStatement: Refusal['facts'] = { field: 'statement', most: mostStatementBytes, unit: 'bytes' }

/**
 * A protokolltilførsel as it came over the wire, in its normal form; null when it says nothing. Refuses `invalid` when it is no rich
 * text of ours, or shows an image that is not this behovsmelding's, and `too-large`; both name the field.
 */
export function readStatement (store: Pick<Store, 'table'>, behovsmelding: string, given: unknown): Result<RichTextNode | null> {
  if (given === null || given === undefined) return taken(null)
  const statement = validRichText(given)
  const field = 'statement'
  if (statement === null) return refused('invalid', { field })
  if (imageHashesIn(statement).some(hash => !store.table('files').has(`${behovsmelding}/${hash}`))) return refused('invalid', { field })
  if (canonicalBytes(statement).length > mostStatementBytes) return refused('too-large', tooLargeStatement)
  return taken(isEmptyRichText(statement) ? null : statement)
}
