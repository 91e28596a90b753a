/** How many colours people are told apart by. */
export const personColors = 12

/** The index of a person's colour, 0 to `personColors − 1`: the same everywhere and always, made from the person's id. */
export function colorOf (personId: string): number {
  // FNV-1a: neighbours in the alphabet get colours far apart.
  let hash = 0x811c9dc5
  for (const character of personId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (hash >>> 8) % personColors
}
