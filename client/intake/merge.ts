import { newId } from '@samskriv/shared/base'
import { fill, keyOf, leftoversOf, project, type Leftover, type Value, type Values } from '@samskriv/shared/document'
import { readText, type Placed } from '@samskriv/shared/intake'
import type { Field, Template } from '@samskriv/shared/template'
import type * as Y from 'yjs'

/** What taking a text in would do. `kept`: keys of fields that have an answer already, which stays. */
export interface IntakePlan {
  readonly values: Values
  readonly placed: readonly Placed[]
  readonly leftovers: readonly Leftover[]
  readonly kept: readonly string[]
}

const isValues = (value: Value | undefined): value is Values => typeof value === 'object' && !Array.isArray(value) && !('type' in value) && !('unread' in value)

interface Sorted { readonly values: Record<string, Value>, readonly kept: string[] }

function sortField (field: Field, value: Value, before: Value | undefined, path: readonly string[], sorted: Sorted): void {
  // Items are added after those that are there: nothing stands in their way.
  if (before === undefined || field.kind === 'group' || field.kind === 'freeTable') { sorted.values[field.id] = value; return }
  if (field.kind === 'contact' && isValues(value) && isValues(before)) {
    const inner = sortFields(field.parts, value, before, path)
    sorted.values[field.id] = inner.values
    sorted.kept.push(...inner.kept)
  } else if (field.kind === 'fixedTable' && isValues(value) && isValues(before)) {
    const rows: Record<string, Values> = {}
    for (const [row, cells] of Object.entries(value)) {
      const there = before[row]
      const inner = sortFields(field.columns, isValues(cells) ? cells : {}, isValues(there) ? there : {}, [...path, row])
      rows[row] = inner.values
      sorted.kept.push(...inner.kept)
    }
    sorted.values[field.id] = rows
  } else if (JSON.stringify(value) !== JSON.stringify(before)) {
    sorted.kept.push(keyOf(...path))
  }
}

function sortFields (fields: readonly Field[], values: Values, before: Values, path: readonly string[]): Sorted {
  const sorted: Sorted = { values: {}, kept: [] }
  for (const field of fields) {
    const value = values[field.id]
    if (value !== undefined) sortField(field, value, before[field.id], [...path, field.id], sorted)
  }
  return sorted
}

/**
 * Reads a filled-in form from text and says what would come of it here. A field that has an answer keeps it, and what the
 * text has for it becomes a leftover: nothing that somebody wrote is written over, and nothing that came in is thrown away.
 */
export function planIntake (template: Template, doc: Y.Doc, text: string): IntakePlan {
  const read = readText(template, text, newId)
  const fields = template.sections.flatMap(section => section.fields)
  const { values, kept } = sortFields(fields, read.values, project(template, doc).values, [])
  const stays = new Set(kept)
  const aside = read.placed.filter(one => stays.has(one.key)).map(one => ({ label: '', text: one.text, near: one.key }))
  return { values, kept, placed: read.placed.filter(one => !stays.has(one.key)), leftovers: [...read.leftovers, ...aside] }
}

/** Carries a plan out as one change of this person's, which one undo takes back. */
export function takeIn (template: Template, doc: Y.Doc, plan: IntakePlan, origin: object, now: number): void {
  doc.transact(() => {
    fill(template, doc, plan.values, origin)
    const leftovers = leftoversOf(doc)
    // Ids that sort in the order of the text, and after those of an earlier intake.
    for (const [index, leftover] of plan.leftovers.entries()) leftovers.set(`${now.toString(36)}-${String(index).padStart(4, '0')}`, leftover)
  }, origin)
}
