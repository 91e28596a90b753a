import { commonOrder } from '../../compare/index.ts'

/** Something in a row; those with equal keys are equal. */
export interface Keyed { readonly key: string }

// For each of `before`, its place in the other row; −1: it is not there.
function placesIn (before: readonly Keyed[], other: readonly Keyed[]): Int32Array {
  const places = new Int32Array(before.length).fill(-1)
  for (const [i, j] of commonOrder(before.map(one => one.key), other.map(one => one.key))) places[i] = j
  return places
}

const sameRow = (a: readonly Keyed[], b: readonly Keyed[]): boolean => a.length === b.length && a.every((one, index) => one.key === b[index]?.key)

// What becomes of a stretch that both may have changed. What both put in at one place stands there twice: first theirs that is in the text already.
function mergeStretch<T extends Keyed> (before: readonly T[], after: readonly T[], current: readonly T[]): readonly T[] | null {
  if (sameRow(after, before)) return current
  if (sameRow(current, before) || sameRow(current, after)) return after
  return before.length > 0 || wouldGrowTogether(current, after) ? null : [...current, ...after]
}

const letter = /[\p{L}\p{N}]/u

// Two words put in at one place, without a space between them, would be a word that nobody wrote.
function wouldGrowTogether (first: readonly Keyed[], second: readonly Keyed[]): boolean {
  // What stands behind a key's first zero is how it looks.
  const [end = '', start = ''] = [first.at(-1), second[0]].map(one => one?.key.split('\u0000', 1)[0] ?? '')
  return letter.test(end.slice(-1)) && letter.test(start.slice(0, 1))
}

/**
 * Three rows made one: what `after` changed of `before`, done in `current`. Null where both changed the same stretch, each in another
 * way, or two words would grow together. Nothing that either put in is lost, and nothing that both kept.
 */
export function mergeRows<T extends Keyed> (before: readonly T[], after: readonly T[], current: readonly T[]): readonly T[] | null {
  const [toAfter, toCurrent] = [placesIn(before, after), placesIn(before, current)]
  const merged: T[] = []
  let [b, a, c] = [0, 0, 0]
  for (let index = 0; index <= before.length; index++) {
    const isEnd = index === before.length
    const [nextA, nextC] = isEnd ? [after.length, current.length] : [toAfter[index] ?? -1, toCurrent[index] ?? -1]
    if (nextA < 0 || nextC < 0) continue
    const stretch = mergeStretch(before.slice(b, index), after.slice(a, nextA), current.slice(c, nextC))
    if (stretch === null) return null
    merged.push(...stretch)
    const kept = current[nextC]
    if (!isEnd && kept !== undefined) merged.push(kept)
    b = index + 1
    a = nextA + 1
    c = nextC + 1
  }
  return merged
}
