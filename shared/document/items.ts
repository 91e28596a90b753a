import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { newId } from '../base/index.ts'
import { itemsOf, keyOf, removedOf } from './layout.ts'

interface Ranked { readonly id: string, readonly rank: string }

const byRank = (a: Ranked, b: Ranked): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1

function ranked (doc: Y.Doc, listKey: string, withRemoved: boolean): Ranked[] {
  const prefix = `${listKey}/`
  const removed = removedOf(doc)
  const found: Ranked[] = []
  for (const [key, rank] of itemsOf(doc)) {
    // The type says so; a client that lies may have put anything there.
    if (typeof rank !== 'string') continue
    const id = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    if (id === '' || id.includes('/')) continue
    if (withRemoved || removed.get(key) !== true) found.push({ id, rank })
  }
  return found.toSorted(byRank)
}

/** Ids of the items of a list, in order. Two items with equal rank stand in the order of their ids, the same everywhere. */
export function itemIds (doc: Y.Doc, listKey: string): string[] {
  return ranked(doc, listKey, false).map(item => item.id)
}

/** Ids of the items that were removed and can be brought back, in the order they had. */
export function removedItemIds (doc: Y.Doc, listKey: string): string[] {
  const removed = removedOf(doc)
  return ranked(doc, listKey, true).map(item => item.id).filter(id => removed.get(keyOf(listKey, id)) === true)
}

// Gives an item its place before `list[index]`. Equal ranks (two people inserted at the same place at once) leave no room
// between them, so those that follow with the same rank are ranked anew; else only the item's own rank is written.
function place (doc: Y.Doc, listKey: string, id: string, list: readonly Ranked[], index: number): void {
  const before = list[index - 1]?.rank ?? null
  const rest = list.slice(index)
  const equal = rest.filter(item => item.rank === before)
  const after = rest[equal.length]?.rank ?? null
  const ranks = generateNKeysBetween(before, after, equal.length + 1)
  for (const [at, each] of [id, ...equal.map(item => item.id)].entries()) itemsOf(doc).set(keyOf(listKey, each), ranks[at] ?? '')
}

/** Puts a new empty item at `index` (default: last). Gives its id. Wrap it in a transaction if more is written with it. */
export function addItem (doc: Y.Doc, listKey: string, index?: number): string {
  const list = ranked(doc, listKey, true)
  const visible = ranked(doc, listKey, false)
  const next = index === undefined ? undefined : visible[index]
  const at = next === undefined ? list.length : list.findIndex(item => item.id === next.id)
  const id = newId()
  place(doc, listKey, id, list, at)
  return id
}

/**
 * Moves an item so that it stands at `index` among the visible ones. Other items keep their ranks, so two people who move
 * different items both get their way, and nobody's item is lost or doubled.
 */
export function moveItem (doc: Y.Doc, listKey: string, id: string, index: number): void {
  const others = ranked(doc, listKey, true).filter(item => item.id !== id)
  const removed = removedOf(doc)
  const visible = others.filter(item => removed.get(keyOf(listKey, item.id)) !== true)
  const next = visible[Math.max(0, index)]
  const at = next === undefined ? others.length : others.findIndex(item => item.id === next.id)
  place(doc, listKey, id, others, at)
}

/** Takes an item away. Its content stays in the document, so that `restoreItem` brings back every word, also those others wrote meanwhile. */
export function removeItem (doc: Y.Doc, listKey: string, id: string): void {
  removedOf(doc).set(keyOf(listKey, id), true)
}

/** Brings a removed item back to where it stood. */
export function restoreItem (doc: Y.Doc, listKey: string, id: string): void {
  removedOf(doc).delete(keyOf(listKey, id))
}

/**
 * Puts an item with a given id last, if the list has never had it. For rows a form shows before anybody has added one: they
 * have the same ids everywhere, so two people who begin the same row at once begin one row.
 */
export function ensureItem (doc: Y.Doc, listKey: string, id: string): void {
  if (itemsOf(doc).has(keyOf(listKey, id))) return
  const list = ranked(doc, listKey, true)
  place(doc, listKey, id, list, list.length)
}
