import type { Value } from '../document/index.ts'
import { asRichText } from '../compare/index.ts'
import { imageHashesIn } from '../rich-text/index.ts'
import type { ProposedChange } from './change.ts'

function inside (value: Value | null): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('hash' in value && typeof value.hash === 'string') return [value.hash]
  const rich = asRichText(value)
  if (rich !== null) return imageHashesIn(rich)
  // Tables and items hold answers of their own.
  const inner: readonly Value[] = Array.isArray(value) ? value : Object.values(value)
  return inner.flatMap(inside)
}

/** Hashes of the images and files that changes would put into the text. */
export function imagesIn (changes: readonly ProposedChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(change => change.kind === 'answer' ? inside(change.after) : change.kind === 'added' ? inside(change.values) : []))
}
