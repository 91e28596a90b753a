/** A word of a text: letters and digits in a row, as compared, and where it stands. Punctuation and marks are not words. */
export interface Word { readonly text: string, readonly start: number, readonly end: number }

/** The words of a text, in order. */
export function wordsIn (text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(found => ({
    text: found[0].normalize('NFC').toLowerCase(), start: found.index, end: found.index + found[0].length,
  }))
}

/** The words as they are compared: lower case, composed. */
export function plainWords (text: string): readonly string[] {
  return wordsIn(text).map(word => word.text)
}

/** Whether a text says anything: marks, ticks and punctuation alone do not. */
export function hasWords (text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** Whether `words` stand in `all` from `at` on. */
export function standAt (words: readonly string[], all: readonly Word[], at: number): boolean {
  return words.length > 0 && words.every((word, index) => all[at + index]?.text === word)
}

/** Whether two texts have the same words. */
export function sameWords (one: string, other: string): boolean {
  const [a, b] = [plainWords(one), plainWords(other)]
  return a.length === b.length && a.every((word, index) => word === b[index])
}
