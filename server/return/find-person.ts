import type { PersonRecord } from '../store/port/index.ts'

/** Who is meant: one, several that fit, or nobody. */
export type FoundPerson = { readonly person: PersonRecord } | { readonly many: readonly PersonRecord[] } | { readonly nobody: true }

/** Finds whom an operator means: by id, by a part of the name (letters' case does not matter), or with no words the administrator. */
export function findPerson (people: readonly PersonRecord[], words: string): FoundPerson {
  const wanted = words.trim().toLowerCase()
  const fits = wanted === ''
    ? people.filter(person => person.admin)
    : people.filter(person => person.id === wanted || person.name.toLowerCase().includes(wanted))
  const [person, ...others] = fits.filter(each => each.id === wanted).length === 1 ? fits.filter(each => each.id === wanted) : fits
  if (person === undefined) return { nobody: true }
  return others.length === 0 ? { person } : { many: fits }
}
