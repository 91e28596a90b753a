import type { Comparison, FieldChange, ItemChange } from '@samskriv/shared/compare'
import { keyOf } from '@samskriv/shared/document'
import type { Field, GroupField, Template } from '@samskriv/shared/template'

/**
 * What is new at one place of the form. `answer`: of one question; `item`: a tiltak added or moved; `removed`: tiltak of a group that
 * are gone. `key`: the place, as in `shared/document`. `number`: from 1, in reading order.
 */
export type Mark =
  | { readonly kind: 'answer', readonly key: string, readonly number: number, readonly field: Field, readonly change: FieldChange }
  | { readonly kind: 'item', readonly key: string, readonly number: number, readonly field: GroupField, readonly item: ItemChange }
  | { readonly kind: 'removed', readonly key: string, readonly number: number, readonly field: GroupField, readonly items: readonly ItemChange[] }

type Unnumbered = Mark extends infer One ? One extends Mark ? Omit<One, 'number'> : never : never

function fieldMarks (fields: readonly Field[], changes: readonly FieldChange[], path: readonly string[]): Unnumbered[] {
  return changes.flatMap((change): Unnumbered[] => {
    const field = fields.find(one => one.id === change.field)
    if (field === undefined) return []
    const key = keyOf(...path, field.id)
    if (change.kind === 'parts' && field.kind === 'contact') return fieldMarks(field.parts, change.changes, [...path, field.id])
    if (change.kind === 'items' && field.kind === 'group') return groupMarks(field, change.items, key)
    // A sum follows from the amounts beside it, which are marked themselves.
    return field.kind === 'sum' ? [] : [{ kind: 'answer', key, field, change }]
  })
}

function groupMarks (field: GroupField, items: readonly ItemChange[], key: string): Unnumbered[] {
  const gone = items.filter(item => item.after === null)
  const removed: Unnumbered[] = gone.length === 0 ? [] : [{ kind: 'removed', key, field, items: gone }]
  return [...removed, ...items.flatMap((item): Unnumbered[] => {
    if (item.after === null) return []
    const itself: Unnumbered[] = item.before === null || item.moved ? [{ kind: 'item', key: keyOf(key, item.id), field, item }] : []
    // All of an added one is new: it is said once.
    return [...itself, ...item.before === null ? [] : fieldMarks(field.fields, item.changes, [key, item.id])]
  })]
}

/** Everything that is new, in the order it is read in. */
export function marksOf (template: Template, comparison: Comparison): readonly Mark[] {
  const marks = comparison.sections.flatMap(({ section, changes }) => fieldMarks(template.sections.find(one => one.id === section)?.fields ?? [], changes, []))
  return marks.map((mark, index) => ({ ...mark, number: index + 1 }))
}
