import type { Present, Watchable } from '../../live/session.ts'
import { useCallback, useSyncExternalStore } from 'react'

/** Who else is where, by the key of the field they are in. */
export interface People {
  /** The same array until it changes. */
  at(key: string): readonly Present[]
  /** Who is in a field whose key begins with `prefix`, e.g. `tiltak/<item>/`. */
  under(prefixes: readonly string[]): readonly Present[]
  watch(changed: () => void): () => void
  watchAt(key: string, changed: () => void): () => void
}

const nobody: readonly Present[] = []
const known = new WeakMap<object, People>()
const sign = (people: readonly Present[]): string => people.map(each => `${each.clientId} ${each.name} ${each.color}`).join('|')

function byPlace (present: readonly Present[]): Map<string, readonly Present[]> {
  const places = new Map<string, readonly Present[]>()
  for (const each of present) {
    if (!each.self && each.place !== null) places.set(each.place, [...places.get(each.place) ?? [], each])
  }
  return places
}

function makePeople (present: Watchable<readonly Present[]>): People {
  let places = byPlace(present.get())
  const watchers = new Set<() => void>()
  const atWatchers = new Map<string, Set<() => void>>()
  present.watch(() => {
    const before = places
    places = byPlace(present.get())
    let moved = false
    for (const key of new Set([...before.keys(), ...places.keys()])) {
      const old = before.get(key)
      if (sign(old ?? nobody) === sign(places.get(key) ?? nobody)) {
        if (old !== undefined) places.set(key, old)
        continue
      }
      moved = true
      for (const changed of atWatchers.get(key) ?? []) changed()
    }
    if (moved) for (const changed of watchers) changed()
  })
  return {
    at: key => places.get(key) ?? nobody,
    under: prefixes => [...places].filter(([key]) => prefixes.some(prefix => key === prefix || key.startsWith(`${prefix}/`))).flatMap(([, people]) => people),
    watch (changed) {
      watchers.add(changed)
      return () => { watchers.delete(changed) }
    },
    watchAt (key, changed) {
      const set = atWatchers.get(key) ?? new Set()
      atWatchers.set(key, set.add(changed))
      return () => { set.delete(changed) }
    },
  }
}

/** One listener on a session's presence for all fields of its form. */
export function peopleOf (present: Watchable<readonly Present[]>): People {
  const found = known.get(present)
  if (found !== undefined) return found
  const made = makePeople(present)
  known.set(present, made)
  return made
}

/** Who else is in a field; renders again only when that changes. */
export function usePeopleAt (present: Watchable<readonly Present[]>, key: string): readonly Present[] {
  const people = peopleOf(present)
  return useSyncExternalStore(useCallback(changed => people.watchAt(key, changed), [people, key]), () => people.at(key))
}
