import { itemIds } from '@samskriv/shared/document'
import type { CommentPlace } from '@samskriv/shared/api'
import type { Field, Template } from '@samskriv/shared/template'
import type * as Y from 'yjs'

/** Where in the document something stands, as numbers that are compared from the left. */
export type Rank = readonly number[]

const last = Number.MAX_SAFE_INTEGER
const found = (index: number): number => index < 0 ? last : index

function within (doc: Y.Doc, field: Field, key: string, ids: readonly string[]): readonly number[] {
  const [first, ...rest] = ids
  if (first === undefined) return []
  switch (field.kind) {
    case 'group': {
      const item = found(itemIds(doc, key).indexOf(first))
      const [inner, ...deeper] = rest
      const index = field.fields.findIndex(one => one.id === inner)
      const one = field.fields[index]
      return inner === undefined ? [item] : [item, found(index), ...(one === undefined ? [] : within(doc, one, `${key}/${first}/${inner}`, deeper))]
    }
    case 'fixedTable': return [found(field.rows.findIndex(row => row.id === first)), found(field.columns.findIndex(column => column.id === rest[0]))]
    case 'freeTable': return [found(itemIds(doc, key).indexOf(first)), found(field.columns.findIndex(column => column.id === rest[0]))]
    case 'contact': return [found(field.parts.findIndex(part => part.id === first))]
    default: return []
  }
}

/** Where a field stands. What is no longer in the form stands last. */
export function rankOfKey (template: Template, doc: Y.Doc, key: string): Rank {
  const [first = '', ...rest] = key.split('/')
  for (const [section, { fields }] of template.sections.entries()) {
    const index = fields.findIndex(field => field.id === first)
    const field = fields[index]
    if (field !== undefined) return [section, index, ...within(doc, field, first, rest)]
  }
  return [last]
}

/** Where a comment stands: on the whole first, on a section at its head, on words (`at`: letters before them) in their order. */
export function rankOf (template: Template, doc: Y.Doc, place: CommentPlace, words: { readonly key: string, readonly at: number } | null): Rank {
  switch (place.kind) {
    case 'whole': return [-1]
    case 'section': return [found(template.sections.findIndex(section => section.id === place.section)), -1]
    case 'field': return rankOfKey(template, doc, place.key)
    case 'text': return words === null ? [...rankOfKey(template, doc, place.key), -1] : [...rankOfKey(template, doc, words.key), words.at]
  }
}

/** Compares two ranks, for sorting. What contains something stands before it. */
export function byRank (one: Rank, other: Rank): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const [a, b] = [one[index] ?? -2, other[index] ?? -2]
    if (a !== b) return a - b
  }
  return 0
}
