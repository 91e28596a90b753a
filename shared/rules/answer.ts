import { keyOf, type Item, type Value, type Values } from '../document/index.ts'
import type { Field, Template } from '../template/index.ts'

/** One question of the form with its answer, if there is one. `n` is the number of the tiltak it stands in. Tables, contacts and groups come as a whole, then by cell, part and field. */
export interface Answer {
  readonly key: string
  readonly field: Field
  readonly value: Value | undefined
  readonly n?: number
}

/** Narrows a value to values by id (contact, fixed table, a row of it). */
export function isValues (value: Value | undefined): value is Values {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Narrows a value to items (group, free table). Choices are strings, files have hashes. */
export function isItems (value: Value | undefined): value is readonly Item[] {
  return Array.isArray(value) && value.every(one => typeof one === 'object' && 'values' in one)
}

const itemsIn = (value: Value | undefined): readonly Item[] => isItems(value) ? value : []
const valuesIn = (value: Value | undefined): Values => isValues(value) ? value : {}

function below (field: Field, value: Value | undefined, path: readonly string[], n: number | undefined): Answer[] {
  switch (field.kind) {
    case 'contact': return answersOf(field.parts, valuesIn(value), path, n)
    case 'fixedTable': return field.rows.flatMap(row => answersOf(field.columns, valuesIn(valuesIn(value)[row.id]), [...path, row.id], n))
    case 'freeTable': return itemsIn(value).flatMap(item => answersOf(field.columns, item.values, [...path, item.id], n))
    case 'group': return itemsIn(value).flatMap((item, index) => answersOf(field.fields, item.values, [...path, item.id], index + 1))
    default: return []
  }
}

function answersOf (fields: readonly Field[], values: Values, path: readonly string[], n: number | undefined): Answer[] {
  return fields.flatMap(field => {
    const value = values[field.id]
    const here = [...path, field.id]
    return [{ key: keyOf(...here), field, value, ...(n === undefined ? {} : { n }) }, ...below(field, value, here, n)]
  })
}

/** Every question of the form in its order, with its answer. */
export function answers (template: Template, values: Values): readonly Answer[] {
  return answersOf(template.sections.flatMap(section => section.fields), values, [], undefined)
}

/** Where a finding's facts begin: the number of the tiltak, if it is in one. */
export function factsOf (answer: Answer): Readonly<Record<string, number>> {
  return answer.n === undefined ? {} : { n: answer.n }
}
