import type * as Y from 'yjs'

type Watchers = Map<string, Set<() => void>>
interface Hub { readonly byKey: Watchers, readonly byList: Watchers }

const hubs = new WeakMap<object, Hub>()

/** The list a key stands in: `tiltak` for `tiltak/<item>`, `` for a key at the top. */
const listOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')))

// One observer for a map, however many fields watch it: five hundred observers would each be called for every change.
function hubOf (map: Y.Map<unknown>): Hub {
  const found = hubs.get(map)
  if (found !== undefined) return found
  const hub: Hub = { byKey: new Map(), byList: new Map() }
  hubs.set(map, hub)
  map.observe(event => {
    const heard = new Set<() => void>()
    for (const key of event.keysChanged) {
      for (const changed of hub.byKey.get(String(key)) ?? []) heard.add(changed)
      for (const changed of hub.byList.get(listOf(String(key))) ?? []) heard.add(changed)
    }
    for (const changed of heard) changed()
  })
  return hub
}

function add (watchers: Watchers, key: string, changed: () => void): () => void {
  const set = watchers.get(key) ?? new Set()
  watchers.set(key, set.add(changed))
  return () => { set.delete(changed) }
}

/** Calls back when one of the keys has changed in a map of the document. Gives the stop. */
export function watchKeys<T> (map: Y.Map<T>, keys: readonly string[], changed: () => void): () => void {
  const { byKey } = hubOf(map as Y.Map<unknown>)
  const stops = keys.map(key => add(byKey, key, changed))
  return () => { for (const stop of stops) stop() }
}

/** Calls back when an entry `list key/<item>` has changed in a map of the document. Gives the stop. */
export function watchList<T> (map: Y.Map<T>, listKey: string, changed: () => void): () => void {
  return add(hubOf(map as Y.Map<unknown>).byList, listKey, changed)
}
