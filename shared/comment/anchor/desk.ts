import type * as Y from 'yjs'
import { richOf } from '../../document/index.ts'
import { richKeys } from './anchors.ts'
import type { Remembered } from './follow.ts'
import { lineOf, type Line, type Range } from './line.ts'
import { putMark, takeMark } from './put.ts'
import { quoteOf, type Quoted } from './quote.ts'

/** Words under a field's key. */
export interface QuotedIn extends Quoted { readonly key: string }

/** Where the marks stood when they were last in order: the lines of the fields, and the words each thread was last on. */
export interface MarkMemory { readonly lines: ReadonlyMap<string, Remembered>, readonly last: ReadonlyMap<string, QuotedIn> }

/** Nothing is remembered: the server has just started. */
export const noMemory: MarkMemory = { lines: new Map(), last: new Map() }

/** Where the marks stand now. `before`: what was remembered, also of threads whose marks are gone. */
export function rememberMarks (doc: Y.Doc, before: MarkMemory): MarkMemory {
  const lines = new Map<string, Remembered>()
  const last = new Map(before.last)
  for (const key of richKeys(doc)) {
    const { words, marks } = lineOf(richOf(doc, key))
    if (words !== '') lines.set(key, { words, marks })
    for (const [thread, ranges] of marks) {
      const [from, to] = [ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? 0]
      last.set(thread, { key, ...quoteOf(words, { from, to }) })
    }
  }
  return { lines, last }
}

function sameRanges (one: readonly Range[], other: readonly Range[] | undefined): boolean {
  return other !== undefined && one.length === other.length && one.every(({ from, to }, at) => other[at]?.from === from && other[at]?.to === to)
}

function sameLine (line: Remembered, before: Remembered | undefined): boolean {
  return before !== undefined && line.words === before.words && line.marks.size === before.marks.size && [...line.marks].every(([thread, ranges]) => sameRanges(ranges, before.marks.get(thread)))
}

/** A document whose marks are being put in order: its lines, each read once until its marks are changed. */
export interface Desk {
  readonly keys: readonly string[]
  line(key: string): Line
  /** Whether a field is not as it was remembered. What is cannot need anything: it was in order. */
  isChanged(key: string): boolean
  change(key: string, thread: string, put: readonly Range[], take: readonly Range[]): void
}

/** Lays a document out. */
export function deskOf (doc: Y.Doc, memory: MarkMemory): Desk {
  const keys = richKeys(doc)
  const lines = new Map<string, Line>()
  const line = (key: string): Line => {
    const found = lines.get(key) ?? lineOf(richOf(doc, key))
    lines.set(key, found)
    return found
  }
  const before = new Map(keys.map(key => [key, sameLine(line(key), memory.lines.get(key))]))
  return {
    keys, line,
    isChanged: key => before.get(key) !== true,
    change (key, thread, put, take) {
      for (const range of put) putMark(line(key), range, thread)
      for (const range of take) takeMark(line(key), range, thread)
      if (put.length + take.length > 0) lines.delete(key)
    },
  }
}
