/** How many colours people are told apart by. */
export const personColors = 12

/** The index of the colour a person has where nobody else is told apart from them, 0 to `personColors − 1`: always the same, made from the person's id. */
export function colorOf (personId: string): number {
  // FNV-1a: neighbours in the alphabet get colours far apart.
  let hash = 0x811c9dc5
  for (const character of personId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash >>> 8) % personColors
}

/** A person and the index of the colour they were given; absent: they came before colours were given. */
export interface Colored { readonly personId: string, readonly color?: number }

/** The colour for somebody who comes to these people: their own if nobody has it, else the next that is free; their own when all are taken. */
export function freeColor (there: readonly Colored[], personId: string): number {
  const taken = new Set(there.map(each => each.color ?? colorOf(each.personId)))
  const own = colorOf(personId)
  for (let step = 0; step < personColors; step++) {
    const color = (own + step) % personColors
    if (!taken.has(color)) return color
  }
  return own
}

/** The colour of a person among these, also of one who has left. */
export function colorIn (there: readonly Colored[], personId: string): number {
  return there.find(each => each.personId === personId)?.color ?? colorOf(personId)
}

/** The colour of a person among a behovsmelding's members, as the page knows them. */
export function memberColor (members: readonly { readonly person: { readonly id: string }, readonly color?: number }[], personId: string): number {
  return members.find(member => member.person.id === personId)?.color ?? colorOf(personId)
}
