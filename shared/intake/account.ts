import type { Value, Values } from '../document/index.ts'
import { parseAnswer } from '../field/index.ts'
import type { RichTextNode } from '../rich-text/index.ts'
import { placeOf, type Field, type Template } from '../template/index.ts'
import type { Placed } from './gather.ts'
import { plainInline } from './inline.ts'
import { plainInput } from './prepare.ts'
import type { Intake } from './read.ts'
import { plainWords, sameWords } from './word.ts'

/** Where the words of an input are: how many there are, those that are nowhere, those that were made up, and keys whose value is not what was placed there. All three empty when nothing was lost. */
export interface Account { readonly words: number, readonly lost: readonly string[], readonly invented: readonly string[], readonly wrong: readonly string[] }

function minus (from: readonly string[], words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return from.filter(word => {
    const count = counts.get(word) ?? 0
    if (count > 0) counts.set(word, count - 1)
    return count === 0
  })
}

// The words of rich text, addresses of links and the numbers of numbered lists included: they stood in the input as words.
function richWords (node: RichTextNode): readonly string[] {
  if (node.type === 'text') return [...plainWords(node.text ?? ''), ...(node.marks ?? []).flatMap(mark => plainWords(String(mark.attrs?.href ?? '')))]
  const numbers = node.type === 'orderedList' ? (node.content ?? []).map((_, index) => String(index + 1)) : []
  return [...numbers, ...(node.content ?? []).flatMap(richWords)]
}

function valueAt (values: Values, key: string): Value | undefined {
  let here: Value | undefined = values
  for (const id of key.split('/')) {
    if (Array.isArray(here)) here = here.find((one: unknown) => typeof one === 'object' && one !== null && 'id' in one && one.id === id)?.values
    else if (typeof here === 'object') here = Object.entries<Value>(here as Values).find(([name]) => name === id)?.[1]
    else return undefined
  }
  return here
}

function isRight (field: Field, value: Value | undefined, text: string): boolean {
  switch (field.kind) {
    case 'text': return typeof value === 'string' && sameWords(value, plainInline(text))
    case 'richText': {
      const words = typeof value === 'object' && !Array.isArray(value) && 'type' in value ? richWords(value as RichTextNode) : []
      return minus(plainWords(text), words).length === 0 && minus(words, plainWords(text)).length === 0
    }
    case 'choices': return Array.isArray(value) && value.length > 0 && value.every(id => field.options.some(option => option.id === id))
    case 'amount': case 'percentage': case 'integer': case 'yesNo': case 'choice': case 'date': {
      // What was chosen because the text is none of the options stands for no words of its own.
      if (field.kind === 'choice' && text === '') return value === field.other
      const answer = parseAnswer(field, plainInline(text))
      return answer.ok && answer.value === value
    }
    default: return false
  }
}

function isInValues (template: Template, values: Values, { key, text }: Placed): boolean {
  const field = placeOf(template, key)?.fields.at(-1)
  return field !== undefined && isRight(field, valueAt(values, key), text)
}

/**
 * Adds up where every word of the input went: placed in a value, kept as a leftover, or passed over as the form's own;
 * and looks whether what was placed is what the values hold. The proof that an intake loses nothing.
 */
export function accountOf (template: Template, input: string, intake: Intake): Account {
  const all = plainWords(plainInput(input))
  const found = [...intake.placed, ...intake.leftovers, ...intake.passed].flatMap(one => plainWords(one.text))
  const wrong = intake.placed.filter(one => !isInValues(template, intake.values, one)).map(one => one.key)
  return { words: all.length, lost: minus(all, found), invented: minus(found, all), wrong }
}
