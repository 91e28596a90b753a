import type * as Y from 'yjs'
import { boundedText } from '../../compare/index.ts'
import { suggestionsOn, validRichText, type RichTextMark, type RichTextNode } from '../../rich-text/index.ts'
import { textEdits } from './tokens.ts'

type Attributes = Readonly<Record<string, unknown>>

const names = ['bold', 'italic', 'link'] as const

const attributesOf = (marks: readonly RichTextMark[]): Record<string, unknown> => Object.fromEntries(marks.map(mark => [mark.type, mark.attrs ?? {}]))

// What a stretch's marks come to, without what an editor adds to a link by itself.
function normal (attributes: Attributes | undefined): ReadonlyMap<string, string> {
  const marks = names.flatMap((type): readonly RichTextMark[] => {
    const attrs: unknown = attributes?.[type]
    return typeof attrs === 'object' && attrs !== null ? [{ type, attrs: { ...attrs } }] : []
  })
  const read = validRichText({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }] })
  return new Map((read?.content?.[0]?.content?.[0]?.marks ?? marks).map(mark => [mark.type, boundedText(mark.attrs ?? {})]))
}

// `hidden`: words somebody suggests to put in, which are no part of the text before somebody decides.
interface Stretch { readonly from: number, readonly to: number, readonly text: string, readonly attributes: Attributes | undefined, readonly hidden: boolean }

function stretchesOf (text: Y.XmlText): readonly Stretch[] {
  const delta: { insert?: unknown, attributes?: Attributes }[] = text.toDelta()
  let at = 0
  return delta.map(({ insert, attributes }) => {
    const words = typeof insert === 'string' ? insert : '\ufffc'
    const from = at
    at += words.length
    return { from, to: at, text: words, attributes, hidden: suggestionsOn(attributes).some(({ kind }) => kind === 'insertion') }
  })
}

interface Place { readonly from: number, readonly to: number }

// Where in the whole text the characters of what is shown from `from` to `to` stand, in order.
function placesOf (stretches: readonly Stretch[], from: number, to: number): readonly Place[] {
  const places: Place[] = []
  let shown = 0
  for (const stretch of stretches) {
    if (stretch.hidden) continue
    const end = shown + stretch.text.length
    const [start, stop] = [Math.max(from, shown), Math.min(to, end)]
    if (start < stop) places.push({ from: stretch.from + start - shown, to: stretch.from + stop - shown })
    shown = end
  }
  return places
}

// Where a character put in before the `at`th that is shown comes to stand: right behind the one before it.
function placeBefore (stretches: readonly Stretch[], at: number): number {
  return at === 0 ? 0 : placesOf(stretches, at - 1, at)[0]?.to ?? stretches.at(-1)?.to ?? 0
}

interface Run { readonly from: number, readonly to: number, readonly attributes: Record<string, unknown> }

function runsOf (nodes: readonly RichTextNode[]): readonly Run[] {
  let at = 0
  return nodes.map(({ text = '', marks = [] }) => {
    const from = at
    at += text.length
    return { from, to: at, attributes: attributesOf(marks) }
  })
}

// Only bold, italic and links are the text's own; a comment's anchor on the words stays, and so does a suggestion.
function mend (text: Y.XmlText, wanted: readonly Run[]): void {
  for (const run of wanted) {
    for (const place of placesOf(stretchesOf(text), run.from, run.to)) {
      const now = stretchesOf(text).find(stretch => stretch.from <= place.from && stretch.to >= place.to)
      const [have, want] = [normal(now?.attributes), normal(run.attributes)]
      const wrong = names.filter(name => have.get(name) !== want.get(name))
      if (wrong.length > 0) text.format(place.from, place.to - place.from, Object.fromEntries(wrong.map(name => [name, run.attributes[name] ?? null])))
    }
  }
}

/** Makes a run of text say what `wanted` (text nodes) says, by words: what stays keeps its place, its carets, its comments and what is suggested in it. */
export function rewriteRun (text: Y.XmlText, wanted: readonly RichTextNode[]): void {
  const stretches = stretchesOf(text)
  const before = stretches.map(stretch => stretch.hidden ? '' : stretch.text).join('')
  const after = wanted.map(node => node.text ?? '').join('')
  const runs = runsOf(wanted)
  for (const { at, remove, from, to } of textEdits(before, after)) {
    for (const place of placesOf(stretches, at, at + remove).toReversed()) text.delete(place.from, place.to - place.from)
    const place = placeBefore(stretches, at)
    for (const run of runs.toReversed()) {
      const [start, end] = [Math.max(run.from, from), Math.min(run.to, to)]
      if (start < end) text.insert(place, after.slice(start, end), { ...run.attributes })
    }
  }
  mend(text, runs)
}
