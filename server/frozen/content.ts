import { fill, leftoversOf, project, type Leftover, type Projection, type Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import * as Y from 'yjs'
import type { Content } from './parts.ts'
import { plainProjection } from './plain.ts'

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

/** What an intake left over, in the live document of a moment: no part of any version, but never thrown away. */
export function leftoversIn (content: Content): ReadonlyMap<string, Leftover> {
  const doc = open(content)
  const leftovers = new Map(leftoversOf(doc).entries())
  doc.destroy()
  return leftovers
}

/** A fresh document made from plain values, as one Yjs update. It shares no history with the document the values came from. */
export function freshContent (template: Template, values: Values, leftovers: ReadonlyMap<string, Leftover>): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    fill(template, doc, values)
    for (const [id, leftover] of leftovers) leftoversOf(doc).set(id, leftover)
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
