import type { Present } from '../live/session.ts'

/** A person who is here, however many tabs they have open. `places` are the keys of the fields they are in. */
export interface PersonHere extends Omit<Present, 'clientId' | 'place'> { readonly places: readonly string[] }

/** Gathers tabs into people: oneself first, then by name. */
export function peopleHere (present: readonly Present[]): readonly PersonHere[] {
  const byPerson = new Map<string, PersonHere>()
  for (const { clientId: _, place, ...tab } of present) {
    const before = byPerson.get(tab.personId)
    const places = [...before?.places ?? [], ...(place === null ? [] : [place])]
    byPerson.set(tab.personId, { ...tab, self: tab.self || before?.self === true, places: [...new Set(places)] })
  }
  return [...byPerson.values()].toSorted((a, b) => Number(b.self) - Number(a.self) || a.name.localeCompare(b.name, 'nb'))
}
