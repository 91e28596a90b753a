import type { Value, Values } from '../document/index.ts'
import type { RichTextNode } from '../rich-text/index.ts'
import { plainInput } from './prepare.ts'
import type { Intake } from './read.ts'
import { plainWords } from './word.ts'

/** Where the words of an input are: how many there are, and those that are nowhere or were made up. Both empty when nothing was lost. */
export interface Account { readonly words: number, readonly lost: readonly string[], readonly invented: readonly string[] }

function minus (from: readonly string[], words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return from.filter(word => {
    const count = counts.get(word) ?? 0
    if (count > 0) counts.set(word, count - 1)
    return count === 0
  })
}

/** The words of rich text, addresses of links and numbers of numbered lists included. */
export function richWords (node: RichTextNode): readonly string[] {
  if (node.type === 'text') return [...plainWords(node.text ?? ''), ...(node.marks ?? []).flatMap(mark => plainWords(String(mark.attrs?.href ?? '')))]
  const numbers = node.type === 'orderedList' ? (node.content ?? []).map((_, index) => String(index + 1)) : []
  return [...numbers, ...(node.content ?? []).flatMap(richWords)]
}

/** The value under a key: ids joined by `/`, items by their id. */
export function valueAt (values: Values, key: string): Value | undefined {
  let here: Value | undefined = values
  for (const id of key.split('/')) {
    if (Array.isArray(here)) here = here.find((one: unknown) => typeof one === 'object' && one !== null && 'id' in one && one.id === id)?.values
    else if (typeof here === 'object') here = Object.entries<Value>(here as Values).find(([name]) => name === id)?.[1]
    else return undefined
  }
  return here
}

/**
 * Adds up where every word of the input went: placed in a value, kept as a leftover, or passed over as the form's own.
 * For the proof that an intake loses nothing; `checkPlaced` proves that what was placed is in the values.
 */
export function accountOf (input: string, intake: Intake): Account {
  const all = plainWords(plainInput(input))
  const found = [...intake.placed, ...intake.leftovers, ...intake.passed].flatMap(one => plainWords(one.text))
  return { words: all.length, lost: minus(all, found), invented: minus(found, all) }
}
