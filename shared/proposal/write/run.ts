import type * as Y from 'yjs'
import { boundedText } from '../../compare/index.ts'
import { validRichText, type RichTextMark, type RichTextNode } from '../../rich-text/index.ts'
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

interface Stretch { readonly from: number, readonly to: number, readonly attributes: Attributes | undefined }

function stretchesOf (text: Y.XmlText): readonly Stretch[] {
  const delta: { insert?: unknown, attributes?: Attributes }[] = text.toDelta()
  let at = 0
  return delta.map(({ insert, attributes }) => {
    const from = at
    at += typeof insert === 'string' ? insert.length : 1
    return { from, to: at, attributes }
  })
}

function runsOf (nodes: readonly RichTextNode[]): readonly Stretch[] {
  let at = 0
  return nodes.map(({ text = '', marks = [] }) => {
    const from = at
    at += text.length
    return { from, to: at, attributes: attributesOf(marks) }
  })
}

// Only bold, italic and links are the text's own; a comment's anchor on the words stays.
function mend (text: Y.XmlText, wanted: readonly Stretch[]): void {
  for (const run of wanted) {
    for (const now of stretchesOf(text)) {
      const [from, to] = [Math.max(run.from, now.from), Math.min(run.to, now.to)]
      if (from >= to) continue
      const [have, want] = [normal(now.attributes), normal(run.attributes)]
      const wrong = names.filter(name => have.get(name) !== want.get(name))
      if (wrong.length > 0) text.format(from, to - from, Object.fromEntries(wrong.map(name => [name, run.attributes?.[name] ?? null])))
    }
  }
}

/** Makes a run of text say what `wanted` (text nodes) says, by words: what stays keeps its place, its carets and its comments. */
export function rewriteRun (text: Y.XmlText, wanted: readonly RichTextNode[]): void {
  const before = stretchesOf(text).length === 0 ? '' : text.toDelta().map((each: { insert?: unknown }) => typeof each.insert === 'string' ? each.insert : '\ufffc').join('')
  const after = wanted.map(node => node.text ?? '').join('')
  const runs = runsOf(wanted)
  for (const { at, remove, from, to } of textEdits(before, after)) {
    if (remove > 0) text.delete(at, remove)
    for (const run of runs.toReversed()) {
      const [start, end] = [Math.max(run.from, from), Math.min(run.to, to)]
      if (start < end) text.insert(at, after.slice(start, end), { ...run.attributes })
    }
  }
  mend(text, runs)
}
