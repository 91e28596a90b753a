import type * as Y from 'yjs'
import { richOf } from '../../document/index.ts'
import { anchorsIn, richKeys, type Anchor } from './anchors.ts'
import { mendingOf, type Remembered } from './follow.ts'
import { partOf } from './letters.ts'
import { lineOf, type Range } from './line.ts'
import { putMark, takeMark } from './put.ts'
import { findQuote, quoteOf, wholeQuoteIn, type Quoted } from './quote.ts'
import type { Placed } from './standing.ts'

/** Words under a field's key. */
export interface QuotedIn extends Quoted { readonly key: string }

/** Where the marks stood when they were last in order: the lines of the fields that have any, and the words each thread was last on. */
export interface MarkMemory { readonly lines: ReadonlyMap<string, Remembered>, readonly last: ReadonlyMap<string, QuotedIn> }

/** Nothing is remembered: the server has just started. */
export const noMemory: MarkMemory = { lines: new Map(), last: new Map() }

/**
 * Puts the marks in a document in order. A mark of no thread goes. One that was lost though its words stand there comes back. One that
 * has taken in words beside its own (typed there by somebody who had not seen it yet, or brought back by undo) lets them go. What is not
 * sure is left as it is. `isThread`: whether there is such a thread, or will be in a moment. Run it inside a transaction; remember
 * (`rememberMarks`) how it stands afterwards.
 */
export function tidyMarks (doc: Y.Doc, threads: readonly Placed[], isThread: (thread: string) => boolean, memory: MarkMemory): void {
  for (const [thread, anchors] of anchorsIn(doc)) {
    if (!isThread(thread)) for (const { key, ranges } of anchors) change(doc, key, thread, [], ranges)
  }
  mendRemembered(doc, memory, isThread)
  const anchors = anchorsIn(doc)
  for (const { thread, place } of threads) {
    if (place.kind !== 'text') continue
    const last = memory.last.get(thread)
    const stands = anchors.get(thread)
    for (const anchor of stands ?? []) {
      if (last === undefined) trimToQuote(doc, thread, anchor, place.quote)
      else trimToWords(doc, thread, anchor, [place.quote, last.quote])
    }
    if (stands === undefined) putByQuote(doc, thread, last === undefined ? [place] : [last, place])
    else fillQuote(doc, thread, place)
  }
}

/** Where the marks stand now. `before`: what was remembered, of threads whose marks are gone. */
export function rememberMarks (doc: Y.Doc, before: MarkMemory): MarkMemory {
  const lines = new Map<string, Remembered>()
  const last = new Map(before.last)
  for (const key of richKeys(doc)) {
    const { words, marks } = lineOf(richOf(doc, key))
    if (marks.size > 0) lines.set(key, { words, marks })
    for (const [thread, ranges] of marks) {
      const [from, to] = [ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? 0]
      last.set(thread, { key, ...quoteOf(words, { from, to }) })
    }
  }
  return { lines, last }
}

function mendRemembered (doc: Y.Doc, memory: MarkMemory, isThread: (thread: string) => boolean): void {
  const anchors = anchorsIn(doc)
  for (const [key, before] of memory.lines) {
    for (const { thread, put } of mendingOf(lineOf(richOf(doc, key)), before)) {
      // Words that were moved to another field are not looked for where they were.
      const moved = (anchors.get(thread) ?? []).some(anchor => memory.lines.get(anchor.key)?.marks.has(thread) !== true)
      if (isThread(thread)) change(doc, key, thread, moved ? [] : put, [])
    }
  }
}

function putByQuote (doc: Y.Doc, thread: string, quotes: readonly QuotedIn[]): void {
  for (const words of quotes) {
    const range = findQuote(lineOf(richOf(doc, words.key)).words, words)
    if (range === null) continue
    change(doc, words.key, thread, [range], [])
    return
  }
}

function change (doc: Y.Doc, key: string, thread: string, put: readonly Range[], take: readonly Range[]): void {
  if (put.length + take.length === 0) return
  const line = lineOf(richOf(doc, key))
  for (const range of put) putMark(line, range, thread)
  for (const range of take) takeMark(line, range, thread)
}

// What is marked before and after the comment's words goes: it was typed or joined there by somebody who had not seen the mark yet, or put
// in the words' place.
function trimToWords (doc: Y.Doc, thread: string, { key, ranges }: Anchor, quotes: readonly string[]): void {
  const { words } = lineOf(richOf(doc, key))
  const take = ranges.flatMap(({ from, to }) => {
    const part = partOf(words.slice(from, to), quotes)
    return part === null ? [{ from, to }] : [{ from, to: from + part.from }, { from: from + part.to, to }]
  })
  change(doc, key, thread, [], take.filter(({ from, to }) => from < to))
}

// The same when only the words of the beginning are known, which may have become quite others: only where all of them stand there.
function trimToQuote (doc: Y.Doc, thread: string, { key, ranges }: Anchor, quote: string): void {
  const span = { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? 0 }
  const whole = wholeQuoteIn(lineOf(richOf(doc, key)).words, span, quote)
  if (whole === null) return
  const take = [{ from: span.from, to: whole.from }, { from: whole.to, to: span.to }]
  change(doc, key, thread, [], take.filter(({ from, to }) => from < to))
}

// Where all the words of the beginning stand and some are marked, the others were brought back.
function fillQuote (doc: Y.Doc, thread: string, place: QuotedIn): void {
  const { words, marks } = lineOf(richOf(doc, place.key))
  const ranges = marks.get(thread) ?? []
  const whole = ranges.length === 0 ? null : findQuote(words, place)
  if (whole === null || !ranges.some(({ from, to }) => from < whole.to && to > whole.from)) return
  if (!ranges.some(({ from, to }) => from <= whole.from && to >= whole.to)) change(doc, place.key, thread, [whole], [])
}
