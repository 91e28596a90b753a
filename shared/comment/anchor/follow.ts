import { lettersFrom } from './letters.ts'
import { placesIn, rangesOf, type Line, type Range } from './line.ts'

/** A line as it was when its marks were last in order. */
export type Remembered = Pick<Line, 'words' | 'marks'>

/** Stretches of a line on which a thread's mark is to be put. */
export interface Mending { readonly thread: string, readonly put: readonly Range[] }

/** Longest stretch written inside lost words that comes back with them, in letters: some sentences. */
const longestInside = 400

// The letters of a stretch that stand there unmarked, and what was written between two of them.
function lostOf (old: Range, places: Int32Array, marked: ReadonlySet<number>): readonly number[] {
  const lost: number[] = []
  let last = -1
  for (let at = old.from; at < old.to; at++) {
    const place = places[at] ?? -1
    if (place < 0) continue
    if (marked.has(place)) { last = -1; continue }
    if (last >= 0 && place - last <= longestInside) for (let between = last + 1; between < place; between++) lost.push(between)
    lost.push(place)
    last = place
  }
  return lost
}

/**
 * Where marks were lost though the letters they were on stand there: somebody undid a change that is older than the comment, or a
 * program took them away. Where the mark stands on other letters only, the words were moved, and what is left merely looks like them.
 */
export function mendingOf (line: Line, before: Remembered): readonly Mending[] {
  const places = lettersFrom(before.words, line.words)
  return [...before.marks].flatMap(([thread, olds]) => {
    const own = new Set(olds.flatMap(({ from, to }) => [...places.subarray(from, to)]))
    const ranges = line.marks.get(thread) ?? []
    const marked = placesIn(ranges)
    const isMoved = ranges.some(range => ![...placesIn([range])].some(place => own.has(place)))
    const put = isMoved ? [] : rangesOf(new Set(olds.flatMap(old => lostOf(old, places, marked))))
    return put.length === 0 ? [] : [{ thread, put }]
  })
}
