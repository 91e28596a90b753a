import { commentBounds } from '../command.ts'
import type { Range } from './line.ts'

/** The words a comment is about and those around them, to find them by. */
export interface Quoted { readonly quote: string, readonly before: string, readonly after: string }

/** Words without white space, and where each letter stood: parting and joining paragraphs then changes nothing. */
interface Squashed { readonly text: string, readonly at: readonly number[] }

function squash (words: string): Squashed {
  let text = ''
  const at: number[] = []
  for (let index = 0; index < words.length; index++) {
    const letter = words.charAt(index)
    if (/\s/.test(letter)) continue
    text += letter
    at.push(index)
  }
  return { text, at: [...at, words.length] }
}

/** Letters that must agree around a quote for its place to be sure; the edge of the text counts as so many. */
const enough = 8
/** A quote this long that stands only once is found by itself. */
const longEnough = 24
/** Of a shorter one that stands only once so many letters around it must agree, and together with it this many. */
const some = { around: 4, together: 16 } as const

function sameEnd (one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}

function sameStart (one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

// How much of what stands around a place is what stood around the quote.
function likeness (text: string, from: number, to: number, before: string, after: string): number {
  const left = sameEnd(text.slice(Math.max(0, from - commentBounds.context), from), before)
  const right = sameStart(text.slice(to, to + commentBounds.context), after)
  const atStart = left === from && left === before.length && before.length < commentBounds.context
  const atEnd = right === text.length - to && right === after.length && after.length < commentBounds.context
  return left + right + (atStart ? enough : 0) + (atEnd ? enough : 0)
}

// Whether a quote that stands only once, not quite among what it stood among, is that quote.
function isSureAlone (length: number, alike: number): boolean {
  return length >= longEnough || (alike >= some.around && length + alike >= some.together)
}

/**
 * Where a quote stands in a line. Null when it does not, or when it could be in several places: never on wrong words. White space
 * does not count.
 */
export function findQuote (words: string, { quote, before, after }: Quoted): Range | null {
  const needle = squash(quote).text
  if (needle === '') return null
  const { text, at } = squash(words)
  const [front, back] = [squash(before).text, squash(after).text]
  let best: { readonly from: number, readonly alike: number } | null = null
  let isTied = false
  let count = 0
  for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + 1)) {
    const alike = likeness(text, from, from + needle.length, front, back)
    count += 1
    isTied = best !== null && alike === best.alike ? true : isTied && best !== null && alike < best.alike
    if (best === null || alike > best.alike) best = { from, alike }
  }
  if (best === null || isTied) return null
  if (best.alike < enough && (count > 1 || !isSureAlone(needle.length, best.alike))) return null
  return { from: at[best.from] ?? 0, to: (at[best.from + needle.length - 1] ?? 0) + 1 }
}

/** Where a whole quote stands within a stretch of a line. Null when it does not, or more than once. */
export function wholeQuoteIn (words: string, within: Range, quote: string): Range | null {
  const needle = squash(quote).text
  const { text, at } = squash(words.slice(within.from, within.to))
  const from = needle === '' ? -1 : text.indexOf(needle)
  if (from < 0 || text.includes(needle, from + 1)) return null
  return { from: within.from + (at[from] ?? 0), to: within.from + (at[from + needle.length - 1] ?? 0) + 1 }
}

/** Whether two quotes say the same, white space aside. */
export function sameWords (one: string, other: string): boolean {
  return squash(one).text === squash(other).text
}

/** A stretch of a line without the white space at its ends. Null when nothing is left. */
export function trimmed (words: string, { from, to }: Range): Range | null {
  const stretch = words.slice(from, to)
  const start = from + stretch.length - stretch.trimStart().length
  const end = to - (stretch.length - stretch.trimEnd().length)
  return start < end ? { from: start, to: end } : null
}

/** What is kept of a stretch, to find it by should its mark be lost. */
export function quoteOf (words: string, { from, to }: Range): Quoted {
  const { context } = commentBounds
  return { quote: words.slice(from, to), before: words.slice(Math.max(0, from - context), from), after: words.slice(to, to + context) }
}
