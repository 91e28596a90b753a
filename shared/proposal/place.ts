import { asItems, asValues } from '../compare/index.ts'
import type { Item, Value, Values } from '../document/index.ts'
import type { Field, FreeTableField, GroupField, Template } from '../template/index.ts'

/** A question that is answered by one value. */
export type AnswerField = Exclude<Field, { kind: 'sum' | 'contact' | 'fixedTable' | 'freeTable' | 'group' }>
/** A question that is answered by items. */
export type ListField = GroupField | FreeTableField

/** What a key leads to. `value` undefined: there is no answer. `gone`: an item on the way is not there. */
export interface Found { readonly field: Field, readonly value: Value | undefined, readonly gone: boolean }

const itemId = /^[\w-]{1,60}$/

const fieldsIn = (field: ListField): readonly Field[] => field.kind === 'group' ? field.fields : field.columns

function within (field: Field, ids: readonly string[], value: Value | undefined, gone: boolean): Found | null {
  const [first, ...rest] = ids
  if (first === undefined) return { field, value, gone }
  switch (field.kind) {
    case 'contact': return below(field.parts, ids, asValues(value), gone)
    case 'fixedTable': return field.rows.some(row => row.id === first) ? below(field.columns, rest, asValues(asValues(value)[first]), gone) : null
    case 'freeTable':
    case 'group': {
      if (!itemId.test(first)) return null
      const item = asItems(value).find(each => each.id === first)
      return below(fieldsIn(field), rest, item?.values ?? {}, gone || item === undefined)
    }
    default: return null
  }
}

function below (fields: readonly Field[], ids: readonly string[], values: Values, gone: boolean): Found | null {
  const [first, ...rest] = ids
  const field = fields.find(one => one.id === first)
  return field === undefined ? null : within(field, rest, values[field.id], gone)
}

/** Follows a key through the form and its answers. Null: it names nothing in the form. */
export function find (template: Template, values: Values, key: string): Found | null {
  return below(template.sections.flatMap(section => section.fields), key.split('/'), values, false)
}

/** Whether a question is answered by one value. */
export function isAnswerField (field: Field): field is AnswerField {
  return field.kind !== 'sum' && field.kind !== 'contact' && field.kind !== 'fixedTable' && !isListField(field)
}

/** Whether a question is answered by items. */
export function isListField (field: Field): field is ListField {
  return field.kind === 'freeTable' || field.kind === 'group'
}

/** Whether this could be the id of an item. */
export function isItemId (id: string): boolean {
  return itemId.test(id)
}

/** The items of a list, or null when the key leads to none, or an item on the way is gone. */
export function itemsAt (template: Template, values: Values, list: string): readonly Item[] | null {
  const found = find(template, values, list)
  return found === null || found.gone || !isListField(found.field) ? null : asItems(found.value)
}
