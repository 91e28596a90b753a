/** Somebody who can be mentioned, or has been. */
export interface Person { readonly id: string, readonly name: string }

/** A part of a comment's text: words, or a person mentioned. */
export type Part = { readonly kind: 'words', readonly text: string } | { readonly kind: 'person', readonly person: Person }

const stored = /@\{([^{}\s]+)\}/g
const mark = (person: Person): string => `@${person.name}`

/** The text of a comment in its parts. `nameOf` null: nobody knows that person any more; what was written stays as it is. */
export function partsOf (text: string, nameOf: (id: string) => string | null): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const found of text.matchAll(stored)) {
    const [whole, id = ''] = found
    const name = nameOf(id)
    if (name === null) continue
    if (found.index > at) parts.push({ kind: 'words', text: text.slice(at, found.index) })
    parts.push({ kind: 'person', person: { id, name } })
    at = found.index + whole.length
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at) })
  return parts
}

/** The text as one writes it, with names, and who is mentioned in it: for changing what one has written. */
export function toWrite (text: string, nameOf: (id: string) => string | null): { readonly text: string, readonly people: readonly Person[] } {
  const parts = partsOf(text, nameOf)
  return {
    text: parts.map(part => part.kind === 'words' ? part.text : mark(part.person)).join(''),
    people: parts.flatMap(part => part.kind === 'person' ? part.person : []),
  }
}

/** The text as it is stored: the names of the people chosen while writing become mentions, the longest first. */
export function toStore (text: string, people: readonly Person[]): { readonly text: string, readonly mentions: readonly string[] } {
  const longestFirst = [...new Map(people.map(person => [person.id, person])).values()].toSorted((a, b) => b.name.length - a.name.length)
  const mentions = new Set<string>()
  let result = ''
  let at = 0
  while (at < text.length) {
    const person = text[at] === '@' ? longestFirst.find(each => text.startsWith(each.name, at + 1)) : undefined
    if (person === undefined) {
      result += text[at]
      at += 1
      continue
    }
    mentions.add(person.id)
    result += `@{${person.id}}`
    at += person.name.length + 1
  }
  return { text: result, mentions: [...mentions] }
}

/** What stands behind an `@` that the caret is in, and where the `@` is; null: the caret is in no mention being written. */
export function askedFor (text: string, caret: number): { readonly from: number, readonly words: string } | null {
  const found = /(?:^|[\s(«"])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]+)?)$/u.exec(text.slice(0, caret))
  return found === null ? null : { from: caret - (found[1] ?? '').length - 1, words: found[1] ?? '' }
}

/** Who is meant by some letters: those one of whose names begins so, or all of them for none. */
export function whoIsMeant (people: readonly Person[], words: string): readonly Person[] {
  const wanted = words.trim().toLocaleLowerCase('nb')
  return people.filter(({ name }) => {
    const lower = name.toLocaleLowerCase('nb')
    return lower.startsWith(wanted) || lower.split(/[\s-]+/).some(part => part.startsWith(wanted))
  })
}

/** Puts a chosen person where the `@` was being written. Gives the text and where the caret is then. */
export function withMention (text: string, from: number, caret: number, person: Person): { readonly text: string, readonly caret: number } {
  const after = text.slice(caret)
  const mention = `${mark(person)}${/^[\s.,;:!?)]/.test(after) ? '' : ' '}`
  return { text: text.slice(0, from) + mention + after, caret: from + mention.length }
}
