/** A member as far as colours go: who, and since when (ISO 8601 UTC). */
export interface Coloured { readonly personId: string, readonly since: string }

/**
 * A person's colour in one behovsmelding, as an index into the palette: their place among the members by seniority, so that
 * the first twelve all differ and a newcomer changes nobody's. 0 for somebody who is no member.
 */
export function memberColor (personId: string, members: readonly Coloured[]): number {
  const bySeniority = members.toSorted((a, b) => a.since < b.since ? -1 : a.since > b.since ? 1 : a.personId < b.personId ? -1 : 1)
  return Math.max(0, bySeniority.findIndex(member => member.personId === personId))
}
