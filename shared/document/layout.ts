import type * as Y from 'yjs'
import type { Atomic } from './value.ts'

/**
 * How a behovsmelding lies in its Y.Doc (the part `content`).
 *
 * Everything hangs on root types, which merge by name: two people who touch a field first at the same moment create
 * nothing twice. A *key* names a field: ids joined by `/`.
 *
 *   fornavn                     a field of the form
 *   summer/regional/eier        a cell of a fixed table: field / row / column
 *   eierkontakt/telefon         a part of a contact
 *   tiltak/<item>/navn          a field of an item of a group
 *   andre/<row>/navn            a cell of a free table
 *
 *   values   Y.Map   key → Atomic          amounts, choices, dates, files: last writer wins, whole
 *   items    Y.Map   list key/<item> → rank order of items; a rank is a fractional index
 *   removed  Y.Map   list key/<item> → true what was removed; taking the entry away brings the item back whole
 *   leftovers Y.Map  id → Leftover         text from an intake that has no place yet
 *   suggested Y.Map  person/key → change   what somebody suggests other than words in rich text (shared/suggest): no part of the text
 *   text:<key>       Y.Text                one line
 *   rich:<key>       Y.XmlFragment         rich text
 */
export const rootName = {
  values: 'values',
  items: 'items',
  removed: 'removed',
  leftovers: 'leftovers',
  suggested: 'suggested',
  text: (key: string): string => `text:${key}`,
  rich: (key: string): string => `rich:${key}`,
} as const

/** Text from an intake that could not be placed: kept and shown until somebody has dealt with it. `handled` once they have. */
export interface Leftover { readonly label: string, readonly text: string, readonly near?: string, readonly handled?: boolean }

/** Joins ids to a key. */
export function keyOf (...ids: readonly string[]): string {
  return ids.join('/')
}

/** Atomic values by key. */
export function valuesOf (doc: Y.Doc): Y.Map<Atomic> { return doc.getMap<Atomic>(rootName.values) }
/** Ranks by list key/item. */
export function itemsOf (doc: Y.Doc): Y.Map<string> { return doc.getMap<string>(rootName.items) }
/** Removed items by list key/item. */
export function removedOf (doc: Y.Doc): Y.Map<boolean> { return doc.getMap<boolean>(rootName.removed) }
/** What an intake could not place, by id. */
export function leftoversOf (doc: Y.Doc): Y.Map<Leftover> { return doc.getMap<Leftover>(rootName.leftovers) }
/** Suggested changes by person/key, as whoever wrote them put them there (`suggestedChanges` reads them). */
export function suggestedOf (doc: Y.Doc): Y.Map<unknown> { return doc.getMap<unknown>(rootName.suggested) }
/** The line of text under a key. */
export function textOf (doc: Y.Doc, key: string): Y.Text { return doc.getText(rootName.text(key)) }
/** The rich text under a key. */
export function richOf (doc: Y.Doc, key: string): Y.XmlFragment { return doc.getXmlFragment(rootName.rich(key)) }
