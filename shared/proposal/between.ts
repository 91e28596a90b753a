import { asItems, asValues, longestRise } from '../compare/index.ts'
import { keyOf, type Item, type Value, type Values } from '../document/index.ts'
import type { Field, Template } from '../template/index.ts'
import type { ProposedChange } from './change.ts'
import { normalValue, normalValues, sameAnswer } from './same.ts'

type Path = readonly string[]

// The fewest that were moved: all that are in both but a longest row that kept its order.
function movedIds (before: readonly Item[], after: readonly Item[]): ReadonlySet<string> {
  const places = new Map(before.map((item, index) => [item.id, index]))
  const kept = after.flatMap(({ id }) => { const place = places.get(id); return place === undefined ? [] : [{ id, place }] })
  const still = new Set(longestRise(kept.map(one => one.place)))
  return new Set(kept.filter((_, index) => !still.has(index)).map(one => one.id))
}

function itemsBetween (fields: readonly Field[], path: Path, before: readonly Item[], after: readonly Item[]): readonly ProposedChange[] {
  const list = keyOf(...path)
  const [then, now] = [new Map(before.map(item => [item.id, item])), new Set(after.map(item => item.id))]
  const moved = movedIds(before, after)
  const stayed = after.flatMap(({ id, values }, index): readonly ProposedChange[] => {
    const was = then.get(id)
    const behind = after[index - 1]?.id ?? null
    if (was === undefined) return [{ kind: 'added', list, item: id, behind, values: normalValues(values) }]
    const inside = fieldsBetween(fields, [...path, id], was.values, values)
    return moved.has(id) ? [{ kind: 'moved', list, item: id, behind }, ...inside] : inside
  })
  const gone = before.filter(({ id }) => !now.has(id)).map(({ id, values }): ProposedChange => ({ kind: 'removed', list, item: id, values: normalValues(values) }))
  return [...stayed, ...gone]
}

function answerBetween (path: Path, before: Value | null, after: Value | null): readonly ProposedChange[] {
  if (sameAnswer(before, after)) return []
  return [{ kind: 'answer', key: keyOf(...path), before: before === null ? null : normalValue(before), after: after === null ? null : normalValue(after) }]
}

function fieldBetween (field: Field, path: Path, before: Value | undefined, after: Value | undefined): readonly ProposedChange[] {
  switch (field.kind) {
    case 'sum': return []
    case 'contact': return fieldsBetween(field.parts, path, asValues(before), asValues(after))
    case 'fixedTable':
      return field.rows.flatMap(({ id }) => fieldsBetween(field.columns, [...path, id], asValues(asValues(before)[id]), asValues(asValues(after)[id])))
    case 'freeTable': return itemsBetween(field.columns, path, asItems(before), asItems(after))
    case 'group': return itemsBetween(field.fields, path, asItems(before), asItems(after))
    default: return answerBetween(path, before ?? null, after ?? null)
  }
}

/** As `changesBetween`, for the fields under a path. */
export function fieldsBetween (fields: readonly Field[], path: Path, before: Values, after: Values): readonly ProposedChange[] {
  return fields.flatMap(field => fieldBetween(field, [...path, field.id], before[field.id], after[field.id]))
}

/** What somebody changed between two states of a behovsmelding, answer by answer in the form's order; items added, removed and moved each as one change. */
export function changesBetween (template: Template, before: Values, after: Values): readonly ProposedChange[] {
  return fieldsBetween(template.sections.flatMap(section => section.fields), [], before, after)
}
