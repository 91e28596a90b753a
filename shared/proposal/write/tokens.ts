import { commonOrder, tokensOf } from '../../compare/index.ts'

/** In a text: from character `at` on, `remove` characters are taken away and those of the new text from `from` to `to` put in. */
export interface TextEdit { readonly at: number, readonly remove: number, readonly from: number, readonly to: number }

function offsets (tokens: readonly string[]): readonly number[] {
  const places = [0]
  let at = 0
  for (const one of tokens) places.push(at += one.length)
  return places
}

/** The fewest edits by words that make one text the other, the last first: each is at its place while those before it are not done yet. */
export function textEdits (before: string, after: string): readonly TextEdit[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  const [placesA, placesB] = [offsets(a), offsets(b)]
  const edits: TextEdit[] = []
  let [i, j] = [0, 0]
  const edit = (toA: number, toB: number): void => {
    const at = placesA[i] ?? 0
    const from = placesB[j] ?? 0
    const one = { at, remove: (placesA[toA] ?? at) - at, from, to: placesB[toB] ?? from }
    if (one.remove > 0 || one.to > one.from) edits.push(one)
  }
  for (const [nextA, nextB] of commonOrder(a, b)) {
    edit(nextA, nextB)
    i = nextA + 1
    j = nextB + 1
  }
  edit(a.length, b.length)
  return edits.toReversed()
}
