import type * as Y from 'yjs'
import { richKeys, richOf } from '../document/index.ts'
import { keyOfChange } from '../proposal/index.ts'
import type { Template } from '../template/index.ts'
import { placeOfChange, suggestedChanges, type SuggestedChange } from './change.ts'
import { suggestionsIn, type Suggestion } from './list.ts'
import { byOrder, orderOf } from './order.ts'

/** Suggested words, and the key of the field they are in. */
export interface UndecidedWords extends Suggestion { readonly kind: 'words', readonly field: string }

/** A suggested change of something else. `field`: the key of where it is shown. `key`: the same as long as it stands. */
export interface UndecidedChange extends SuggestedChange { readonly kind: 'change', readonly field: string, readonly key: string }

/** A suggestion nobody has decided about. */
export type Undecided = UndecidedWords | UndecidedChange

/** The undecided suggestions in one rich text of a document. */
export function undecidedAt (doc: Y.Doc, field: string): readonly UndecidedWords[] {
  return suggestionsIn(richOf(doc, field)).map(suggestion => ({ ...suggestion, kind: 'words', field }))
}

/** The undecided suggestions of something else than words. */
export function undecidedChanges (template: Template, doc: Y.Doc): readonly UndecidedChange[] {
  return suggestedChanges(template, doc).map(one => ({ ...one, kind: 'change', field: placeOfChange(one.change), key: `${one.by}/${one.change.kind}/${keyOfChange(one.change)}` }))
}

/** Every undecided suggestion in a document, in the template's order. What is in items that were removed is not asked about. */
export function undecidedIn (template: Template, doc: Y.Doc): readonly Undecided[] {
  const words = richKeys(template, doc).flatMap(field => undecidedAt(doc, field))
  const changes = undecidedChanges(template, doc)
  if (changes.length === 0) return words
  // What stands in one field keeps its order: sorting is stable.
  return [...words, ...changes].map(one => ({ one, order: orderOf(template, doc, one.field) ?? [] })).toSorted((a, b) => byOrder(a.order, b.order)).map(({ one }) => one)
}
