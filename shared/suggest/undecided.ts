import type * as Y from 'yjs'
import { richKeys, richOf } from '../document/index.ts'
import type { Template } from '../template/index.ts'
import { suggestionsIn, type Suggestion } from './list.ts'

/** A suggestion and the key of the field it is in. */
export interface Undecided extends Suggestion { readonly field: string }

/** The undecided suggestions in one field of a document. */
export function undecidedAt (doc: Y.Doc, field: string): readonly Undecided[] {
  return suggestionsIn(richOf(doc, field)).map(suggestion => ({ ...suggestion, field }))
}

/** Every undecided suggestion in a document, in the template's order. What is in items that were removed is not asked about. */
export function undecidedIn (template: Template, doc: Y.Doc): readonly Undecided[] {
  return richKeys(template, doc).flatMap(field => undecidedAt(doc, field))
}
