import type { Value, Values } from '../document/index.ts'
import { sumOf, tableTotals, type Total } from '../field/index.ts'
import type { Field, FixedTableField } from '../template/index.ts'
import type { FieldChange, Plain } from './comparison.ts'
import { compareItems } from './items.ts'
import { boundedText } from './rich/bounded.ts'
import { compareRichText } from './rich/rich-text.ts'
import { asFiles, asIds, asItems, asPlain, asRichText, asValues } from './value.ts'

function plainChange (field: Field, before: Plain | null, after: Plain | null): FieldChange | null {
  if (boundedText(before) === boundedText(after)) return null
  const inKroner = field.kind === 'amount' || field.kind === 'sum'
  const difference = inKroner && typeof before === 'number' && typeof after === 'number' ? after - before : null
  return { kind: 'plain', field: field.id, before, after, difference }
}

const kroner = (total: Total): number | null => total.filled === 0 ? null : total.kroner

// What is in one and not in the other, by a key.
function only<T> (these: readonly T[], those: readonly T[], key: (one: T) => string): readonly T[] {
  const there = new Set(those.map(key))
  return these.filter(one => !there.has(key(one)))
}

function choicesChange (field: string, before: readonly string[], after: readonly string[]): FieldChange | null {
  const [deleted, inserted] = [only(before, after, id => id), only(after, before, id => id)]
  return deleted.length + inserted.length === 0 ? null : { kind: 'choices', field, deleted, inserted }
}

function filesChange (field: string, before: Value | undefined, after: Value | undefined): FieldChange | null {
  const [then, now] = [asFiles(before), asFiles(after)]
  const [deleted, inserted] = [only(then, now, boundedText), only(now, then, boundedText)]
  return deleted.length + inserted.length === 0 ? null : { kind: 'files', field, deleted, inserted }
}

function rowsChange (field: FixedTableField, before: Values, after: Values): FieldChange | null {
  const rows = field.rows.map(({ id }) => ({ row: id, changes: compareFields(field.columns, asValues(before[id]), asValues(after[id])) }))
    .filter(row => row.changes.length > 0)
  if (rows.length === 0) return null
  const [then, now] = [tableTotals(field, before).all.kroner, tableTotals(field, after).all.kroner]
  return { kind: 'rows', field: field.id, rows, total: field.totals === undefined || then === now ? null : { before: then, after: now } }
}

function fieldChange (field: Field, before: Values, after: Values): FieldChange | null {
  const [then, now] = [before[field.id], after[field.id]]
  switch (field.kind) {
    case 'richText': {
      const blocks = compareRichText(asRichText(then), asRichText(now))
      return blocks === null ? null : { kind: 'richText', field: field.id, blocks }
    }
    case 'sum': return plainChange(field, kroner(sumOf(field, before)), kroner(sumOf(field, after)))
    case 'choices': return choicesChange(field.id, asIds(then), asIds(now))
    case 'attachment': return filesChange(field.id, then, now)
    case 'contact': {
      const changes = compareFields(field.parts, asValues(then), asValues(now))
      return changes.length === 0 ? null : { kind: 'parts', field: field.id, changes }
    }
    case 'fixedTable': return rowsChange(field, asValues(then), asValues(now))
    case 'freeTable': return itemsChange(field.id, then, now, field.columns, null)
    case 'group': return itemsChange(field.id, then, now, field.fields, field.nameField)
    default: return plainChange(field, asPlain(then), asPlain(now))
  }
}

function itemsChange (field: string, before: Value | undefined, after: Value | undefined, fields: readonly Field[], nameField: string | null): FieldChange | null {
  const items = compareItems(asItems(before), asItems(after), nameField, (then, now) => compareFields(fields, then, now))
  return items.length === 0 ? null : { kind: 'items', field, items }
}

/** What differs in these fields, in their order. */
export function compareFields (fields: readonly Field[], before: Values, after: Values): readonly FieldChange[] {
  return fields.map(field => fieldChange(field, before, after)).filter(change => change !== null)
}
