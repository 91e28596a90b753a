import { ensureItem, itemsOf, keyOf, removedOf } from '@samskriv/shared/document'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useItems } from '../live/use-items.ts'
import { watchList } from '../live/watch-map.ts'

/** Id of the nth row (from 0) that a table shows before anybody has added one: the same for all, so that two people who write in the first row write in one row. */
export function startRowId (index: number): string { return `start${index + 1}` }

/** Ids of the rows to show: those there are, then the empty ones the form begins with. */
export function useRows (doc: Y.Doc, listKey: string, startRows: number): readonly string[] {
  const ids = useItems(doc, listKey)
  const watch = useCallback((changed: () => void) => watchList(removedOf(doc), listKey, changed), [doc, listKey])
  const gone = useSyncExternalStore(watch, () => {
    const removed = removedOf(doc)
    return Array.from({ length: startRows }, (_, index) => removed.get(keyOf(listKey, startRowId(index))) === true ? '1' : '0').join('')
  })
  return useMemo(() => {
    const empty = Array.from({ length: startRows }, (_, index) => startRowId(index)).filter((id, index) => gone[index] !== '1' && !ids.includes(id))
    return [...ids, ...empty.slice(0, Math.max(0, startRows - ids.length))]
  }, [ids, gone, startRows])
}

/** Makes a row that was only shown a row of the document, with those before it, because somebody writes in it. Part of that change. */
export function beginRow (doc: Y.Doc, listKey: string, id: string, rows: readonly string[], origin: object): void {
  if (itemsOf(doc).has(keyOf(listKey, id))) return
  const upTo = rows.slice(0, rows.indexOf(id) + 1)
  doc.transact(() => { for (const each of upTo) ensureItem(doc, listKey, each) }, origin)
}
