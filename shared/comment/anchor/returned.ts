import { lettersFrom } from './letters.ts'
import type { Range } from './line.ts'
import type { Quoted } from './quote.ts'

/** Least part of a comment's words, and of the words kept on each side of them, that must stand there, in letters: what merely resembles them has other neighbours. */
const least = { words: 0.6, around: 0.6 } as const
/** Most letters written in the words meanwhile: some more words, or as many again. More is another text. */
const longer = (quote: string): number => Math.max(60, quote.length)
/** Old letters in a row among new ones that do not part them: a short word that happened to stand there. */
const stray = 12

/** Stretches of a line that were not there before. `places`: where the letters of the line it was stand now, −1 nowhere. */
export function newStretches (length: number, places: Int32Array): readonly Range[] {
  const stretches: Range[] = []
  const add = (from: number, to: number): void => {
    const last = stretches.at(-1)
    if (from >= to) return
    if (last !== undefined && from - last.to <= stray) stretches[stretches.length - 1] = { from: last.from, to }
    else stretches.push({ from, to })
  }
  let at = 0
  for (const place of places) {
    if (place < 0) continue
    add(at, place)
    at = place + 1
  }
  add(at, length)
  return stretches
}

interface Met { readonly share: number, readonly from: number, readonly to: number }

// How much of a stretch of the old words stands in the new, and from where to where.
function met (old: string, { from, to }: Range, places: Int32Array): Met {
  let [letters, found, first, end] = [0, 0, Infinity, 0]
  for (let at = from; at < to; at++) {
    if (/\s/.test(old.charAt(at))) continue
    const place = places[at] ?? -1
    letters += 1
    if (place < 0) continue
    found += 1
    first = Math.min(first, place)
    end = Math.max(end, place + 1)
  }
  return { share: letters === 0 ? 1 : found / letters, from: first, to: end }
}

/**
 * Where a comment's words have come back not quite as they were: taken out, worked on elsewhere and pasted, or brought back by an undo
 * that left out what others had written in them. Looked for only in what was not there before, so that words which merely resemble them
 * are never taken for them, and only where most of the words around them came back too. Null otherwise.
 */
export function findReturned (words: string, isNew: readonly Range[], { quote, before, after }: Quoted): Range | null {
  if (before.trim() === '' && after.trim() === '') return null
  const old = before + quote + after
  const [start, end] = [before.length, before.length + quote.length]
  for (const { from, to } of isNew) {
    if (to - from < quote.length * least.words) continue
    const window = { from: Math.max(0, from - 2 * before.length), to: Math.min(words.length, to + 2 * after.length) }
    const places = lettersFrom(old, words.slice(window.from, window.to))
    const own = met(old, { from: start, to: end }, places)
    const sides = [met(old, { from: 0, to: start }, places), met(old, { from: end, to: old.length }, places)]
    const range = { from: window.from + own.from, to: window.from + own.to }
    const isThere = own.share >= least.words && sides.every(side => side.share >= least.around) && range.to - range.from <= quote.length + longer(quote)
    if (isThere && range.from >= from && range.to <= to) return range
  }
  return null
}
