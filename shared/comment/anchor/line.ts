import * as Y from 'yjs'
import { threadOfMark } from '../../rich-text/index.ts'

/** A stretch of a line: from a letter up to, not including, another. */
export interface Range { readonly from: number, readonly to: number }

/** A text of Yjs inside a rich text, and where in the line its letters stand. */
export interface Piece { readonly text: Y.XmlText, readonly start: number, readonly length: number }

/**
 * A rich text as one line: the words of each block after a line break, what is no letter as `\uFFFC`. With where its pieces stand, so
 * that a place in the line is a place in Yjs and the other way round, and which stretches carry a comment's mark, by thread.
 */
export interface Line {
  readonly words: string
  readonly pieces: readonly Piece[]
  /** Where the children of each element begin, and the last one ends. */
  readonly children: ReadonlyMap<unknown, readonly number[]>
  readonly marks: ReadonlyMap<string, readonly Range[]>
}

/** Elements inside each other that are read, as in `readRichText`. */
const deepest = 64

/** Reads a rich text as one line. Writes nothing. */
export function lineOf (fragment: Y.XmlFragment): Line {
  let words = ''
  const pieces: Piece[] = []
  const children = new Map<unknown, number[]>()
  const marks = new Map<string, Range[]>()

  const addMark = (thread: string, from: number): void => {
    const ranges = marks.get(thread) ?? []
    const last = ranges.at(-1)
    if (last !== undefined && last.to === from) ranges[ranges.length - 1] = { from: last.from, to: words.length }
    else ranges.push({ from, to: words.length })
    marks.set(thread, ranges)
  }
  const addText = (text: Y.XmlText): void => {
    const start = words.length
    const delta: { readonly insert?: unknown, readonly attributes?: Readonly<Record<string, unknown>> }[] = text.toDelta()
    for (const { insert, attributes } of delta) {
      const from = words.length
      words += typeof insert === 'string' ? insert : '\uFFFC'
      for (const [name, value] of Object.entries(attributes ?? {})) {
        const thread = threadOfMark(name, value)
        if (thread !== null) addMark(thread, from)
      }
    }
    pieces.push({ text, start, length: words.length - start })
  }
  const breakLine = (): void => { if (words !== '' && !words.endsWith('\n')) words += '\n' }
  const addChildren = (parent: Y.XmlFragment | Y.XmlElement, depth: number): void => {
    const starts: number[] = []
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlElement) breakLine()
      starts.push(words.length)
      if (child instanceof Y.XmlText) addText(child)
      else if (child instanceof Y.XmlElement) {
        if (depth < deepest) addChildren(child, depth + 1)
        breakLine()
      }
    }
    children.set(parent, [...starts, words.length])
  }
  addChildren(fragment, 0)
  return { words, pieces, children, marks }
}

/** Places as stretches, in order. */
export function rangesOf (places: Iterable<number>): readonly Range[] {
  const ranges: Range[] = []
  for (const place of [...places].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && last.to === place) ranges[ranges.length - 1] = { from: last.from, to: place + 1 }
    else ranges.push({ from: place, to: place + 1 })
  }
  return ranges
}

/** The places in stretches. */
export function placesIn (ranges: readonly Range[]): ReadonlySet<number> {
  const places = new Set<number>()
  for (const { from, to } of ranges) for (let at = from; at < to; at++) places.add(at)
  return places
}

/** Where in the line a place in Yjs is: an index in a text, or a child of an element. Null when it is not in this rich text. */
export function placeInLine (line: Line, type: unknown, index: number): number | null {
  const piece = line.pieces.find(each => each.text === type)
  if (piece !== undefined) return piece.start + Math.min(index, piece.length)
  const starts = line.children.get(type)
  return starts === undefined ? null : starts[Math.min(index, starts.length - 1)] ?? null
}
