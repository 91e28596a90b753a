import { commonOrder, type Pair } from '../../compare/index.ts'

/** Letters in a row that must be the same on both sides: a single word that stands elsewhere too proves nothing. The edge of the text counts as so many. */
const solid = 6

// Words whole, everything else letter by letter.
function tokensOf (words: string): readonly string[] {
  return words.match(/[\p{L}\p{M}]+|\p{N}+|[^]/gu) ?? []
}

// With the line break each ends with.
function paragraphsOf (words: string): readonly string[] {
  return words.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function startsOf (tokens: readonly string[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const token of tokens) { starts.push(at); at += token.length }
  return [...starts, at]
}

// What stands the same at both ends of a stretch that differs: a word that was only added to.
function pairEnds (old: string, now: string, [a0, a1]: Pair, [b0, b1]: Pair, pair: PairLetters): void {
  let front = 0
  while (a0 + front < a1 && b0 + front < b1 && old[a0 + front] === now[b0 + front]) { pair(a0 + front, b0 + front); front += 1 }
  let back = 1
  while (a1 - back >= a0 + front && b1 - back >= b0 + front && old[a1 - back] === now[b1 - back]) { pair(a1 - back, b1 - back); back += 1 }
}

// Where a row ends whose letters stand in a row on the other side too.
function rowEnd (places: Int32Array, from: number): number {
  let to = from + 1
  while (to < places.length && (places[from] ?? -1) >= 0 && places[to] === (places[to - 1] ?? 0) + 1) to += 1
  return to
}

// Rows of letters too short to be sure of are let go.
function keepSolid (places: Int32Array, old: string, now: string): void {
  for (let from = 0; from < places.length;) {
    const to = rowEnd(places, from)
    const start = places[from] ?? -1
    const atEnds = [from === 0 && start === 0, to === old.length && start + to - from === now.length].filter(isSo => isSo).length
    if (start >= 0 && to - from + atEnds * solid < solid) places.fill(-1, from, to)
    from = to
  }
}

type PairLetters = (a: number, b: number) => void
/** Pairs what it can of a stretch of the old words and one of the new. */
type PairStretch = (a: Pair, b: Pair) => void

// Cuts two stretches into parts, pairs the parts that stand in both in the same order, and has `between` pair what it can of those that do not.
function pairParts (old: string, now: string, [a0, a1]: Pair, [b0, b1]: Pair, cut: (words: string) => readonly string[], pair: PairLetters, between: PairStretch): void {
  const [before, after] = [cut(old.slice(a0, a1)), cut(now.slice(b0, b1))]
  const [olds, nows] = [startsOf(before), startsOf(after)]
  let [a, b] = [a0, b0]
  const ends: readonly Pair[] = [...commonOrder(before, after), [before.length, after.length]]
  for (const [i, j] of ends) {
    const [aEnd, bEnd] = [a0 + (olds[i] ?? 0), b0 + (nows[j] ?? 0)]
    between([a, aEnd], [b, bEnd])
    const { length } = before[i] ?? ''
    for (let n = 0; n < length; n++) pair(aEnd + n, bEnd + n)
    a = aEnd + length
    b = bEnd + length
  }
}

/**
 * Where each letter of a line stands in the line it has become; −1: nowhere, or not sure. The places rise. Paragraphs that stand
 * unchanged are found first: of many that begin alike, one that was taken out does not pass its letters on to the next.
 */
export function lettersFrom (old: string, now: string): Int32Array {
  if (old === now) return Int32Array.from({ length: old.length }, (_place, at) => at)
  const places = new Int32Array(old.length).fill(-1)
  const pair: PairLetters = (a, b) => { places[a] = b }
  const ends: PairStretch = (a, b) => { pairEnds(old, now, a, b, pair) }
  const words: PairStretch = (a, b) => { pairParts(old, now, a, b, tokensOf, pair, ends) }
  pairParts(old, now, [0, old.length], [0, now.length], paragraphsOf, pair, words)
  keepSolid(places, old, now)
  return places
}

/**
 * The part of a marked stretch that belongs to a comment on `quotes` (its words in different moments): from the first to the last of
 * their letters. Null when none of them is in it.
 */
export function partOf (stretch: string, quotes: readonly string[]): { readonly from: number, readonly to: number } | null {
  let [from, to] = [stretch.length, 0]
  for (const quote of quotes) {
    // What is left of the words may be too short to be recognised among others.
    if (stretch.trim() !== '' && quote.includes(stretch.trim())) return { from: 0, to: stretch.length }
    for (const place of lettersFrom(quote, stretch)) {
      if (place < 0) continue
      from = Math.min(from, place)
      to = Math.max(to, place + 1)
    }
  }
  return from < to ? { from, to } : null
}
