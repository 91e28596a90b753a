import { commonOrder, type Pair } from '../sequence.ts'
import type { Run } from '../comparison.ts'
import type { Line, Span } from './block.ts'

// A number with its thousands, a word with what ties it together, another number, a row of white space, or any other character.
const token = /\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3}(?!\p{N}))+|\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+(?:[.,]\p{N}+)*|\s+|[^]/gu

/** The words of a text with all that stands between them: joined, they are the text. */
export function tokensOf (text: string): readonly string[] { return text.match(token) ?? [] }

/** The words alone. */
export function wordsOf (text: string): readonly string[] { return tokensOf(text).filter(one => /[\p{L}\p{N}]/u.test(one)) }

interface Part { readonly from: number, readonly to: number, readonly span: Span }

const plain: Span = { to: Number.POSITIVE_INFINITY, marks: [], key: '' }

// The spans of a line from a character to a character.
function partsOf (line: Line, from: number, to: number): readonly Part[] {
  const parts: Part[] = []
  let at = from
  for (let index = firstAfter(line.spans, from); at < to; index++) {
    const span = line.spans[index] ?? plain
    const end = Math.min(span.to, to)
    parts.push({ from: at, to: end, span })
    at = end
  }
  return parts
}

function firstAfter (spans: readonly Span[], place: number): number {
  let low = 0
  for (let high = spans.length; low < high;) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

function changedRuns (line: Line, kind: 'deleted' | 'inserted', from: number, to: number): readonly Run[] {
  return partsOf(line, from, to).map(part => ({ kind, text: line.text.slice(part.from, part.to), marks: part.span.marks }))
}

// The same words, parted wherever the marks of either side change.
function sameRuns (before: Line, after: Line, from: Pair, length: number): readonly Run[] {
  return partsOf(after, from[1], from[1] + length).flatMap(now => {
    const shift = from[0] - from[1]
    return partsOf(before, now.from + shift, now.to + shift).map((then): Run => ({
      kind: 'same',
      text: before.text.slice(then.from, then.to),
      marks: now.span.marks,
      ...(then.span.key === now.span.key ? {} : { was: then.span.marks }),
    }))
  })
}

interface Common { readonly from: Pair, readonly to: Pair }

// Neighbouring pairs as stretches. White space alone between two changes is no rest for the eye: it goes with them.
function stretches (pairs: readonly Pair[], tokens: readonly string[], ends: Pair): readonly Common[] {
  const all: Common[] = []
  for (const [i, j] of pairs) {
    const last = all.at(-1)
    if (last !== undefined && last.to[0] === i && last.to[1] === j) all[all.length - 1] = { from: last.from, to: [i + 1, j + 1] }
    else all.push({ from: [i, j], to: [i + 1, j + 1] })
  }
  const atAnEnd = ({ from, to }: Common): boolean => (from[0] === 0 && from[1] === 0) || (to[0] === ends[0] && to[1] === ends[1])
  return all.filter(common => atAnEnd(common) || tokens.slice(common.from[0], common.to[0]).some(one => one.trim() !== ''))
}

function offsets (tokens: readonly string[]): readonly number[] {
  const places = [0]
  let at = 0
  for (const one of tokens) places.push(at += one.length)
  return places
}

/** Two lines as runs: `same` and `deleted` joined are the one before, `same` and `inserted` the one after. */
export function compareLines (before: Line, after: Line): readonly Run[] {
  const [a, b] = [tokensOf(before.text), tokensOf(after.text)]
  const [placesBefore, placesAfter] = [offsets(a), offsets(b)]
  const placeBefore = (index: number): number => placesBefore[index] ?? before.text.length
  const placeAfter = (index: number): number => placesAfter[index] ?? after.text.length
  const runs: Run[] = []
  let [i, j] = [0, 0]
  const changed = (toBefore: number, toAfter: number): void => {
    runs.push(...changedRuns(before, 'deleted', placeBefore(i), placeBefore(toBefore)))
    runs.push(...changedRuns(after, 'inserted', placeAfter(j), placeAfter(toAfter)))
  }
  for (const { from, to } of stretches(commonOrder(a, b), a, [a.length, b.length])) {
    changed(from[0], from[1])
    runs.push(...sameRuns(before, after, [placeBefore(from[0]), placeAfter(from[1])], placeBefore(to[0]) - placeBefore(from[0])))
    i = to[0]
    j = to[1]
  }
  changed(a.length, b.length)
  return runs
}

/** A line that stands on one side alone. */
export function wholeLine (line: Line, kind: Run['kind']): readonly Run[] {
  return partsOf(line, 0, line.text.length).map(part => ({ kind, text: line.text.slice(part.from, part.to), marks: part.span.marks }))
}
