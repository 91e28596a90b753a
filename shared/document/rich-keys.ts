import type * as Y from 'yjs'
import type { Field, Template } from '../template/index.ts'
import { itemIds } from './items.ts'
import { keyOf } from './layout.ts'

function keysOf (doc: Y.Doc, fields: readonly Field[], prefix: readonly string[]): readonly string[] {
  return fields.flatMap(field => {
    const path = [...prefix, field.id]
    if (field.kind === 'richText') return [keyOf(...path)]
    if (field.kind === 'group') return itemIds(doc, keyOf(...path)).flatMap(id => keysOf(doc, field.fields, [...path, id]))
    return []
  })
}

/** The keys of the rich texts a document can have now, in the template's order; none of an item that was removed. */
export function richKeys (template: Template, doc: Y.Doc): readonly string[] {
  return keysOf(doc, template.sections.flatMap(section => section.fields), [])
}
