import type * as Y from 'yjs'
import { itemIds, keyOf } from '../document/index.ts'
import { placeOf, type Field, type Template } from '../template/index.ts'

/** Where in reading order a key is, as the index of the section and then of each field, row or item on the way; null: an item on the way is not there. */
export function orderOf (template: Template, doc: Y.Doc, key: string): readonly number[] | null {
  const place = placeOf(template, key)
  if (place === null) return null
  const order = [template.sections.indexOf(place.section)]
  const ids = key.split('/')
  let fields: readonly Field[] = place.section.fields
  let path: string[] = []
  for (const field of place.fields) {
    order.push(fields.indexOf(field))
    path = [...path, field.id]
    const next = ids[path.length]
    fields = field.kind === 'group' ? field.fields : field.kind === 'contact' ? field.parts : field.kind === 'fixedTable' || field.kind === 'freeTable' ? field.columns : []
    if (next === undefined || (field.kind !== 'group' && field.kind !== 'freeTable' && field.kind !== 'fixedTable')) continue
    const at = field.kind === 'fixedTable' ? field.rows.findIndex(row => row.id === next) : itemIds(doc, keyOf(...path)).indexOf(next)
    if (at < 0) return null
    order.push(at)
    path = [...path, next]
  }
  return order
}

/** Compares two places in reading order. */
export function byOrder (a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (one !== other) return one - other
  }
  return a.length - b.length
}
