import { itemIds, itemsOf, removedOf } from '@samskriv/shared/document'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { watchList } from './watch-map.ts'

/** Ids of the items of a list, in order: the same array until they change. */
export function useItems (doc: Y.Doc, listKey: string): readonly string[] {
  const watch = useCallback((changed: () => void) => {
    const stops = [watchList(itemsOf(doc), listKey, changed), watchList(removedOf(doc), listKey, changed)]
    return () => { for (const stop of stops) stop() }
  }, [doc, listKey])
  const text = useSyncExternalStore(watch, () => itemIds(doc, listKey).join(' '))
  return useMemo(() => text === '' ? [] : text.split(' '), [text])
}
