import { authorsIn, ownersBy, type Authorship, type CarriedAuthors } from '@samskriv/shared/authors'
import { carryMarks } from '@samskriv/shared/comment'
import { fill, leftoversOf, project, richOf, type Leftover, type Projection, type Values } from '@samskriv/shared/document'
import { commentMark, readRichText, writeRichText, type RichTextNode } from '@samskriv/shared/rich-text'
import { standingOf, type Standing } from '@samskriv/shared/proposal'
import { suggestChange, suggestionsIn, undecidedChanges, undecidedIn } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { canonicalBytes } from '@samskriv/shared/version'
import * as Y from 'yjs'
import type { Content } from './parts.ts'
import { plainProjection, plainValue } from './plain.ts'

// Opens a document, and closes it whatever happens.
function within<T> (content: Pick<Content, 'update'>, work: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc()
  try {
    if (content.update.length > 0) Y.applyUpdate(doc, content.update)
    return work(doc)
  } finally {
    doc.destroy()
  }
}

/** The text of a moment as plain data that can be hashed, whatever a client put into it. */
export function projectionOf (template: Template, content: Pick<Content, 'update'>): Projection {
  return within(content, doc => plainProjection(project(template, doc)))
}

/** A text as plain data, who wrote it, and how many suggestions stand undecided in it: they are no part of it. */
export interface Authored { readonly projection: Projection, readonly authorship: Authorship, readonly undecided: number }

/** The text of a moment, and who wrote it as far as is known. `carried`: what its epoch carried over from the one before. */
export function authoredOf (template: Template, content: Content, carried: CarriedAuthors | null): Authored {
  const { owners = new Map<number, string>(), bringers = new Map<number, string>() } = content
  return within(content, doc => ({
    projection: plainProjection(project(template, doc)),
    authorship: authorsIn(template, doc, ownersBy({ owners, bringers, carried })),
    undecided: undecidedIn(template, doc).length,
  }))
}

/** What an intake left over, in the live document of a moment: no part of any version, but never thrown away. */
export function leftoversIn (content: Pick<Content, 'update'>): ReadonlyMap<string, Leftover> {
  return within(content, doc => new Map(leftoversOf(doc).entries()))
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

const done: ReadonlySet<Standing['kind']> = new Set(['there', 'gone'])

const sameText = (one: RichTextNode | null, other: RichTextNode | null): boolean => Buffer.compare(canonicalBytes(plainValue(one)), canonicalBytes(plainValue(other))) === 0

// What nobody had decided about is no part of a version, and not lost with it: where the text they were about is the same, suggested words stand,
// and suggested answers wherever the text does not say them already.
function carryUndecided (template: Template, from: Y.Doc, to: Y.Doc): void {
  const { values } = project(template, to)
  for (const { by, change } of undecidedChanges(template, from)) if (!done.has(standingOf(template, values, change).kind)) suggestChange(to, by, change)
  for (const { kind, field } of undecidedIn(template, from)) {
    if (kind !== 'words') continue
    const [old, fresh] = [richOf(from, field), richOf(to, field)]
    const shown = readRichText(old, 'shown')
    if (suggestionsIn(fresh).length > 0 || shown === null || !sameText(readRichText(old), readRichText(fresh))) continue
    fresh.delete(0, fresh.length)
    // Plain values keep the shape of rich text.
    writeRichText(fresh, plainValue(withoutComments(shown)) as RichTextNode)
  }
}

/** A fresh document as one Yjs update, and the client id it was made under. */
export interface Fresh { readonly update: Uint8Array, readonly client: number }

/**
 * A fresh document made from plain values. It shares no history with the document the values came from. `earlier`: the text that was
 * there until now, whose undecided suggestions go along where they still fit, and whose comments go to the same words.
 */
export function freshContent (template: Template, values: Values, leftovers: ReadonlyMap<string, Leftover>, earlier: Pick<Content, 'update'>): Fresh {
  const doc = new Y.Doc()
  within(earlier, before => {
    doc.transact(() => {
      fill(template, doc, values)
      carryUndecided(template, before, doc)
      for (const [id, leftover] of leftovers) leftoversOf(doc).set(id, leftover)
      carryMarks(before, doc)
    })
  })
  const fresh = { update: Y.encodeStateAsUpdate(doc), client: doc.clientID }
  doc.destroy()
  return fresh
}
