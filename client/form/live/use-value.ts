import { type Atomic, valuesOf } from '@samskriv/shared/document'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useForm } from '../setting.ts'
import { watchKeys } from './watch-map.ts'

/** The atomic value under a key as one sees it while one answers; renders again only when that key changes. */
export function useValue (key: string): Atomic | undefined {
  const { answers } = useForm()
  const map = valuesOf(answers.doc)
  return useSyncExternalStore(
    useCallback(changed => watchKeys(map, [key], changed), [map, key]),
    () => map.get(key),
  )
}

/** Several atomic values in a document, by the keys asked for. `keys` must be the same array until it changes. */
export function useValues (doc: Y.Doc, keys: readonly string[]): ReadonlyMap<string, Atomic> {
  const map = valuesOf(doc)
  const read = (): string => JSON.stringify(keys.map(key => map.get(key) ?? null))
  const text = useSyncExternalStore(useCallback(changed => watchKeys(map, keys, changed), [map, keys]), read)
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => new Map(keys.flatMap(key => { const value = map.get(key); return value === undefined ? [] : [[key, value]] })), [map, keys, text])
}
