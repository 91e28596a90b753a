import { commentBounds, lineOf, quoteOf, trimmed, type Line, type Quoted, type Range } from '@samskriv/shared/comment'
import * as Y from 'yjs'

/** Words somebody wants to comment on: as they stand now, and where they are in Yjs however the text changes meanwhile. */
export interface Stretch extends Quoted { readonly start: unknown, readonly end: unknown }

// Letters as the page counts them (no breaks between blocks), as a place in the line. At a seam of two pieces: `end` stays with the first.
function inLine (line: Line, letters: number, end: boolean): number {
  let left = letters
  for (const { start, length } of line.pieces) {
    if (left < length || (end && left === length)) return start + left
    left -= length
  }
  return line.words.length
}

function relative (line: Line, at: number, end: boolean): unknown {
  const piece = line.pieces.find(({ start, length }) => end ? at > start && at <= start + length : at >= start && at < start + length)
  if (piece === undefined) return undefined
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(piece.text, at - piece.start, end ? -1 : 0))
}

/** The words between two places of a text, counted in letters as the page shows them; without the white space at their ends. Null when there are none, or too many to quote. */
export function stretchAt (fragment: Y.XmlFragment, from: number, to: number): Stretch | null {
  const line = lineOf(fragment)
  const range = trimmed(line.words, { from: inLine(line, from, false), to: inLine(line, to, true) })
  if (range === null || range.to - range.from > commentBounds.quote) return null
  return { ...quoteOf(line.words, range), start: relative(line, range.from, false), end: relative(line, range.to, true) }
}

function lettersAt (line: Line, at: number): number {
  return line.pieces.reduce((sum, { start, length }) => sum + Math.max(0, Math.min(length, at - start)), 0)
}

function placeOf (fragment: Y.XmlFragment, line: Line, json: unknown): number | null {
  if (fragment.doc === null || json === undefined) return null
  const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), fragment.doc)
  const piece = place === null ? undefined : line.pieces.find(each => each.text === place.type)
  return place === null || piece === undefined ? null : piece.start + place.index
}

/** Where a stretch stands now, in letters as the page shows them. Null when its words are gone. */
export function lettersOf (fragment: Y.XmlFragment, { start, end }: Pick<Stretch, 'start' | 'end'>): Range | null {
  const line = lineOf(fragment)
  const [from, to] = [placeOf(fragment, line, start), placeOf(fragment, line, end)]
  return from === null || to === null || from >= to ? null : { from: lettersAt(line, from), to: lettersAt(line, to) }
}
