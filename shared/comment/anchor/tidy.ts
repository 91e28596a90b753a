import type * as Y from 'yjs'
import { deskOf, type Desk, type MarkMemory, type QuotedIn } from './desk.ts'
import { mendingOf } from './follow.ts'
import { lettersFrom, partOf } from './letters.ts'
import type { Range } from './line.ts'
import { findQuote, wholeQuoteIn } from './quote.ts'
import { findReturned, newStretches } from './returned.ts'
import type { Placed } from './standing.ts'

/**
 * Puts the marks in a document in order. A mark of no thread goes. One that was lost though its words stand there comes back. One that
 * has taken in words beside its own (typed there by somebody who had not seen it yet, or put in their place) lets them go. What is not
 * sure is left as it is. `isThread`: whether there is such a thread, or will be in a moment. Run it inside a transaction; remember
 * (`rememberMarks`) how it stands afterwards. Costs next to nothing where a field is as it was remembered.
 */
export function tidyMarks (doc: Y.Doc, threads: readonly Placed[], isThread: (thread: string) => boolean, memory: MarkMemory): void {
  const desk = deskOf(doc, memory)
  const changed = desk.keys.filter(desk.isChanged)
  for (const key of changed) {
    for (const [thread, ranges] of desk.line(key).marks) if (!isThread(thread)) desk.change(key, thread, [], ranges)
  }
  mendRemembered(desk, changed, memory, isThread)
  const stands = standsIn(desk)
  for (const { thread, place } of threads) {
    if (place.kind !== 'text') continue
    const last = memory.last.get(thread)
    const keys = stands.get(thread) ?? []
    if (keys.length === 0 && !putByQuote(desk, thread, last === undefined ? [place] : [last, place]) && last !== undefined) putReturned(desk, thread, last, memory)
    for (const key of keys) {
      if (desk.isChanged(key)) trim(desk, thread, key, place.quote, last?.quote)
    }
    if (keys.includes(place.key) && desk.isChanged(place.key)) fillQuote(desk, thread, place)
  }
}

// The fields each thread's mark is in.
function standsIn (desk: Desk): ReadonlyMap<string, readonly string[]> {
  const stands = new Map<string, string[]>()
  for (const key of desk.keys) for (const thread of desk.line(key).marks.keys()) stands.set(thread, [...stands.get(thread) ?? [], key])
  return stands
}

function mendRemembered (desk: Desk, changed: readonly string[], memory: MarkMemory, isThread: (thread: string) => boolean): void {
  const stands = standsIn(desk)
  for (const key of changed) {
    const before = memory.lines.get(key)
    if (before === undefined) continue
    for (const { thread, put } of mendingOf(desk.line(key), before)) {
      // Words that were moved to another field are not looked for where they were.
      const isMoved = (stands.get(thread) ?? []).some(other => memory.lines.get(other)?.marks.has(thread) !== true)
      if (isThread(thread) && !isMoved) desk.change(key, thread, put, [])
    }
  }
}

function putByQuote (desk: Desk, thread: string, quotes: readonly QuotedIn[]): boolean {
  for (const words of quotes) {
    const range = desk.keys.includes(words.key) && desk.isChanged(words.key) ? findQuote(desk.line(words.key).words, words) : null
    if (range === null) continue
    desk.change(words.key, thread, [range], [])
    return true
  }
  return false
}

function putReturned (desk: Desk, thread: string, last: QuotedIn, memory: MarkMemory): void {
  if (!desk.keys.includes(last.key) || !desk.isChanged(last.key)) return
  const { words } = desk.line(last.key)
  const isNew = newStretches(words.length, lettersFrom(memory.lines.get(last.key)?.words ?? '', words))
  const range = findReturned(words, isNew, last)
  if (range !== null) desk.change(last.key, thread, [range], [])
}

// What is marked before and after the comment's words goes: it was typed or joined there by somebody who had not seen the mark yet, or put
// in the words' place. When only the words of the beginning are known, which may have become quite others by now, only where all of them stand.
function trim (desk: Desk, thread: string, key: string, quote: string, last: string | undefined): void {
  const { words, marks } = desk.line(key)
  const ranges = marks.get(thread) ?? []
  const take = last === undefined ? besideQuote(words, ranges, quote) : unparted(words, ranges).flatMap(range => besideWords(words, range, [quote, last]))
  desk.change(key, thread, [], take.filter(({ from, to }) => from < to))
}

// Stretches with only white space between them as one: where a paragraph is parted, what was typed there is among the words, not beside them.
function unparted (words: string, ranges: readonly Range[]): readonly Range[] {
  const wholes: Range[] = []
  for (const range of ranges) {
    const last = wholes.at(-1)
    if (last !== undefined && words.slice(last.to, range.from).trim() === '') wholes[wholes.length - 1] = { from: last.from, to: range.to }
    else wholes.push(range)
  }
  return wholes
}

function besideWords (words: string, { from, to }: Range, quotes: readonly string[]): readonly Range[] {
  const part = partOf(words.slice(from, to), quotes)
  return part === null ? [{ from, to }] : [{ from, to: from + part.from }, { from: from + part.to, to }]
}

function besideQuote (words: string, ranges: readonly Range[], quote: string): readonly Range[] {
  const span = { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? 0 }
  const whole = wholeQuoteIn(words, span, quote)
  return whole === null ? [] : [{ from: span.from, to: whole.from }, { from: whole.to, to: span.to }]
}

// Where all the words of the beginning stand and some are marked, the others were brought back.
function fillQuote (desk: Desk, thread: string, place: QuotedIn): void {
  const { words, marks } = desk.line(place.key)
  const ranges = marks.get(thread) ?? []
  const whole = ranges.length === 0 ? null : findQuote(words, place)
  if (whole === null || !ranges.some(({ from, to }) => from < whole.to && to > whole.from)) return
  if (!ranges.some(({ from, to }) => from <= whole.from && to >= whole.to)) desk.change(place.key, thread, [whole], [])
}
