import { carryMarks } from '@samskriv/shared/comment'
import { fill, leftoversOf, project, richOf, type Leftover, type Projection, type Values } from '@samskriv/shared/document'
import { commentMark, readRichText, writeRichText, type RichTextNode } from '@samskriv/shared/rich-text'
import { suggestionsIn, undecidedIn } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { canonicalBytes } from '@samskriv/shared/version'
import * as Y from 'yjs'
import type { Content } from './parts.ts'
import { plainProjection, plainValue } from './plain.ts'

function open (content: Content): Y.Doc {
  const doc = new Y.Doc()
  if (content.update.length > 0) Y.applyUpdate(doc, content.update)
  return doc
}

/** The text of a moment as plain data that can be hashed, whatever a client put into it. */
export function projectionOf (template: Template, content: Content): Projection {
  const doc = open(content)
  try {
    return plainProjection(project(template, doc))
  } finally {
    doc.destroy()
  }
}

/** How many suggestions stand undecided in the text of a moment: they are no part of its projection. */
export function countSuggestions (template: Template, content: Content): number {
  const doc = open(content)
  const { length } = undecidedIn(template, doc)
  doc.destroy()
  return length
}

/** What an intake left over, in the live document of a moment: no part of any version, but never thrown away. */
export function leftoversIn (content: Content): ReadonlyMap<string, Leftover> {
  const doc = open(content)
  const leftovers = new Map(leftoversOf(doc).entries())
  doc.destroy()
  return leftovers
}

// Comments are put on their words afterwards (`carryMarks`).
function withoutComments (node: RichTextNode): RichTextNode {
  const { content, marks } = node
  return {
    ...node,
    ...(content === undefined ? {} : { content: content.map(withoutComments) }),
    ...(marks === undefined ? {} : { marks: marks.filter(mark => mark.type !== commentMark) }),
  }
}

const sameText = (one: RichTextNode | null, other: RichTextNode | null): boolean => Buffer.compare(canonicalBytes(plainValue(one)), canonicalBytes(plainValue(other))) === 0

// What nobody had decided about is no part of a version, and not lost with it: where the text they were about is the same, the suggestions stand.
function carryUndecided (template: Template, from: Y.Doc, to: Y.Doc): void {
  for (const { field } of undecidedIn(template, from)) {
    const [old, fresh] = [richOf(from, field), richOf(to, field)]
    const shown = readRichText(old, 'shown')
    if (suggestionsIn(fresh).length > 0 || shown === null || !sameText(readRichText(old), readRichText(fresh))) continue
    fresh.delete(0, fresh.length)
    // Plain values keep the shape of rich text.
    writeRichText(fresh, plainValue(withoutComments(shown)) as RichTextNode)
  }
}

/**
 * A fresh document made from plain values, as one Yjs update. It shares no history with the document the values came from.
 * `earlier`: the text that was there until now, whose undecided suggestions go along where they still fit, and whose comments go to the
 * same words.
 */
export function freshContent (template: Template, values: Values, leftovers: ReadonlyMap<string, Leftover>, earlier: Content): Uint8Array {
  const doc = new Y.Doc()
  const before = open(earlier)
  doc.transact(() => {
    fill(template, doc, values)
    carryUndecided(template, before, doc)
    for (const [id, leftover] of leftovers) leftoversOf(doc).set(id, leftover)
    carryMarks(before, doc)
  })
  const update = Y.encodeStateAsUpdate(doc)
  before.destroy()
  doc.destroy()
  return update
}
