import * as Y from 'yjs'
import { richOf } from '../../document/index.ts'
import { lineOf, placeInLine, type Line, type Range } from './line.ts'
import { findQuote, sameWords, trimmed, type Quoted } from './quote.ts'

/** What a client says a comment is about: Yjs relative positions as JSON, and the words between them. */
export interface Wanted extends Quoted { readonly start?: unknown, readonly end?: unknown }

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

function isYjsId (value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'client' in value && isWhole(value.client) && 'clock' in value && isWhole(value.clock)
}

// What came over the wire as a relative position, or null when it is none. A root by name would be made by asking for it, and is not needed.
function relativeFrom (json: unknown): Y.RelativePosition | null {
  if (typeof json !== 'object' || json === null) return null
  const { type, item, assoc } = json as { readonly type?: unknown, readonly item?: unknown, readonly assoc?: unknown }
  if (type !== undefined && type !== null && !isYjsId(type)) return null
  if (item !== undefined && item !== null && !isYjsId(item)) return null
  if (assoc !== undefined && typeof assoc !== 'number') return null
  return (type ?? item ?? null) === null ? null : Y.createRelativePositionFromJSON(json)
}

function resolved (doc: Y.Doc, line: Line, json: unknown): number | null {
  const relative = relativeFrom(json)
  const place = relative === null ? null : Y.createAbsolutePositionFromRelativePosition(relative, doc)
  return place === null ? null : placeInLine(line, place.type, place.index)
}

/** A stretch of a rich text that was found, and the line it is in. */
export interface Found { readonly line: Line, readonly range: Range }

/**
 * The stretch a client means, as this document has it: between its positions when the quote's words stand there, else where the quote
 * stands by its surroundings. Null when that is nowhere, or not sure.
 */
export function resolveWanted (doc: Y.Doc, key: string, wanted: Wanted): Found | null {
  const line = lineOf(richOf(doc, key))
  const [start, end] = [resolved(doc, line, wanted.start), resolved(doc, line, wanted.end)]
  const between = start === null || end === null ? null : trimmed(line.words, { from: Math.min(start, end), to: Math.max(start, end) })
  if (between !== null && sameWords(line.words.slice(between.from, between.to), wanted.quote)) return { line, range: between }
  const range = findQuote(line.words, wanted)
  return range === null ? null : { line, range }
}
