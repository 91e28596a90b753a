/** One or two letters for a person: of the first and the last name. Empty for a nameless one. */
export function initialsOf (name: string): string {
  const words = name.trim().split(/\s+/).filter(word => word !== '')
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map(word => [...(word ?? '')][0] ?? '').join('').toLocaleUpperCase('nb')
}
