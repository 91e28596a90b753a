import { keyOf, type Item, type Value, type Values } from '../document/index.ts'
import type { Field, Template } from '../template/index.ts'
import type { Gather } from './gather.ts'

const filled = (values: Values): Values | null => Object.keys(values).length > 0 ? values : null

function fieldsOf (fields: readonly Field[], path: readonly string[], gather: Gather): Values {
  const entries = fields.flatMap(field => {
    const value = valueOf(field, [...path, field.id], gather)
    return value === null ? [] : [[field.id, value] as const]
  })
  return Object.fromEntries(entries)
}

function itemsOf (fields: readonly Field[], path: readonly string[], gather: Gather): readonly Item[] {
  return (gather.lists.get(keyOf(...path)) ?? []).map(id => ({ id, values: fieldsOf(fields, [...path, id], gather) }))
}

function valueOf (field: Field, path: readonly string[], gather: Gather): Value | null {
  switch (field.kind) {
    case 'contact': return filled(fieldsOf(field.parts, path, gather))
    case 'fixedTable': {
      const rows = field.rows.map(row => [row.id, fieldsOf(field.columns, [...path, row.id], gather)] as const)
      return filled(Object.fromEntries(rows.filter(([, values]) => filled(values) !== null)))
    }
    case 'freeTable': {
      const rows = itemsOf(field.columns, path, gather).filter(row => filled(row.values) !== null)
      return rows.length > 0 ? rows : null
    }
    case 'group': {
      const items = itemsOf(field.fields, path, gather)
      return items.length > 0 ? items : null
    }
    default: return gather.values.get(keyOf(...path)) ?? null
  }
}

/** Puts what was gathered by key into the shape of a projection: what is empty is absent, an empty tiltak counts. */
export function assemble (template: Template, gather: Gather): Values {
  return fieldsOf(template.sections.flatMap(section => section.fields), [], gather)
}

const isValues = (value: Value | undefined): value is Values => typeof value === 'object' && !Array.isArray(value)

/** Walks down to the values a path leads to; items by their id. */
export function valuesAt (values: Values, path: readonly string[]): Values {
  let here: Value = values
  for (const id of path) {
    const next: Value | undefined = Array.isArray(here)
      ? here.find((one: unknown) => typeof one === 'object' && one !== null && 'id' in one && one.id === id)?.values
      : isValues(here) ? here[id] : undefined
    if (next === undefined) return {}
    here = next
  }
  return isValues(here) ? here : {}
}
