import * as Y from 'yjs'
import { asFiles, asIds } from '../compare/index.ts'
import { keyOf, project, richOf, textOf, valuesOf, type Value } from '../document/index.ts'
import { suggestionsOn } from '../rich-text/index.ts'
import { answers } from '../rules/index.ts'
import type { Field, Template } from '../template/index.ts'

/** A piece of text as Yjs keeps it: so many characters of one client, from a clock on. */
export interface Piece { readonly client: number, readonly clock: number, readonly length: number }

/** What is looked at: texts by key, in pieces; answers by stored key, each one clock. */
export interface Walked { readonly texts: ReadonlyMap<string, readonly Piece[]>, readonly values: ReadonlyMap<string, Piece> }

// The characters of a text that are read: not what was deleted, nor what somebody only suggests to put in.
function piecesOf (text: Y.Text): Piece[] {
  const pieces: Piece[] = []
  const attributes: Record<string, unknown> = {}
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content, id: { client, clock } } = item
    if (content instanceof Y.ContentFormat) attributes[content.key] = content.value
    else if (content instanceof Y.ContentString && !suggestionsOn(attributes).some(({ kind }) => kind === 'insertion')) pieces.push({ client, clock, length: content.str.length })
  }
  return pieces
}

function textsIn (parent: Y.XmlFragment | Y.XmlElement): readonly Y.XmlText[] {
  return parent.toArray().flatMap(child => child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [])
}

// A line is read without the blanks at its ends.
function trimmed (pieces: readonly Piece[], text: string): readonly Piece[] {
  let skip = text.length - text.trimStart().length
  let left = text.trim().length
  return pieces.flatMap(({ client, clock, length }) => {
    const from = Math.min(skip, length)
    const taken = Math.min(left, length - from)
    skip -= from
    left -= taken
    return taken === 0 ? [] : [{ client, clock: clock + from, length: taken }]
  })
}

// Under which keys an answer lies: options and files each by themselves.
function storedKeys (field: Field, key: string, value: Value): readonly string[] {
  if (field.kind === 'choices') return asIds(value).map(id => keyOf(key, id))
  if (field.kind === 'attachment') return asFiles(value).map(file => keyOf(key, file.hash.slice(0, 12), 'file'))
  return [key]
}

/** Goes through every answer of a living text and gives where in Yjs it lies, in the order it is read. Reads only. */
export function walk (template: Template, doc: Y.Doc): Walked {
  const texts = new Map<string, readonly Piece[]>()
  const values = new Map<string, Piece>()
  const stored = valuesOf(doc)
  for (const { key, field, value } of answers(template, project(template, doc).values)) {
    if (value === undefined) continue
    if (field.kind === 'text') texts.set(key, trimmed(piecesOf(textOf(doc, key)), textOf(doc, key).toString()))
    else if (field.kind === 'richText') texts.set(key, textsIn(richOf(doc, key)).flatMap(piecesOf))
    else {
      for (const each of storedKeys(field, key, value)) {
        const item = stored._map.get(each)
        if (item !== undefined && !item.deleted) values.set(each, { client: item.id.client, clock: item.id.clock, length: 1 })
      }
    }
  }
  return { texts, values }
}
