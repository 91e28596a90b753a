import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import { writeRichText, type RichTextNode } from '../rich-text/index.ts'
import type { Field, Template } from '../template/index.ts'
import { itemIds } from './items.ts'
import { itemsOf, keyOf, richOf, textOf, valuesOf } from './layout.ts'
import type { Atomic, FileReference, Item, Value, Values } from './value.ts'

/** Where items get their ids when values are filled in: the ids they have, or new ones (a copy beside the original). */
export type ItemNaming = (item: Item) => string

const keepIds: ItemNaming = item => item.id

function fillFields (doc: Y.Doc, fields: readonly Field[], prefix: readonly string[], values: Values, naming: ItemNaming): void {
  for (const field of fields) {
    const value = values[field.id]
    if (value !== undefined) fillField(doc, field, [...prefix, field.id], value, naming)
  }
}

function fillItems (doc: Y.Doc, fields: readonly Field[], path: readonly string[], items: readonly Item[], naming: ItemNaming): void {
  const listKey = keyOf(...path)
  const lastId = itemIds(doc, listKey).at(-1)
  const last = lastId === undefined ? null : itemsOf(doc).get(keyOf(listKey, lastId)) ?? null
  const ranks = generateNKeysBetween(last, null, items.length)
  for (const [index, item] of items.entries()) {
    const id = naming(item)
    itemsOf(doc).set(keyOf(listKey, id), ranks[index] ?? '')
    fillFields(doc, fields, [...path, id], item.values, naming)
  }
}

// The switch knows from the field's kind what shape the value has; a projection made by `project` or a checked intake
// always has it, so the casts below state a fact the type system cannot see.
function fillField (doc: Y.Doc, field: Field, path: readonly string[], value: Value, naming: ItemNaming): void {
  const key = keyOf(...path)
  switch (field.kind) {
    case 'text': textOf(doc, key).insert(0, value as string); return
    case 'richText': writeRichText(richOf(doc, key), value as RichTextNode); return
    case 'choices': for (const id of value as readonly string[]) valuesOf(doc).set(keyOf(key, id), true); return
    case 'contact': fillFields(doc, field.parts, path, value as Values, naming); return
    case 'fixedTable':
      for (const [row, cells] of Object.entries(value as Values)) fillFields(doc, field.columns, [...path, row], cells as Values, naming)
      return
    case 'freeTable': fillItems(doc, field.columns, path, value as readonly Item[], naming); return
    case 'group': fillItems(doc, field.fields, path, value as readonly Item[], naming); return
    case 'attachment':
      for (const file of value as readonly FileReference[]) {
        itemsOf(doc).set(keyOf(key, file.hash.slice(0, 12)), file.hash)
        valuesOf(doc).set(keyOf(key, file.hash.slice(0, 12), 'file'), file)
      }
      return
    case 'sum': return
    default: valuesOf(doc).set(key, value as Atomic)
  }
}

/**
 * Writes plain values into a document, in one transaction. Lines of text and rich text are put before or after what is
 * there, items after the items that are there, atomic values in place. Into an empty document it is the inverse of
 * `project`: a reopened behovsmelding, an intake and the demo are made with it.
 */
export function fill (template: Template, doc: Y.Doc, values: Values, origin?: unknown, naming: ItemNaming = keepIds): void {
  doc.transact(() => {
    fillFields(doc, template.sections.flatMap(section => section.fields), [], values, naming)
  }, origin)
}

/** Fills the fields of one item that exists, e.g. a duplicated tiltak. `path` is the group's key and the item's id. */
export function fillItem (doc: Y.Doc, fields: readonly Field[], path: readonly string[], values: Values, naming: ItemNaming): void {
  fillFields(doc, fields, path, values, naming)
}
