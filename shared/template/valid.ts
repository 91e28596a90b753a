import * as v from 'valibot'
import type { Field, Template } from './schema.ts'

const id = v.pipe(v.string(), v.regex(/^[a-zA-Z][a-zA-Z0-9-]*$/, 'an id is ASCII letters and digits, a letter first: object keys that look like numbers would change order'))
const text = v.strictObject({ nb: v.pipe(v.string(), v.nonEmpty()), nn: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) })
const words = v.array(v.pipe(v.string(), v.nonEmpty()))
const option = v.strictObject({ id, label: text, aliases: v.optional(words) })
const base = {
  id,
  label: text,
  aliases: v.optional(words),
  guidance: v.optional(text),
  required: v.optional(v.boolean()),
  cluster: v.optional(v.strictObject({ id, label: text })),
  printed: v.optional(words),
  overflow: v.optional(id),
}
const simple = (...kinds: readonly string[]) => v.strictObject({ kind: v.picklist(kinds), ...base })
const textField = v.strictObject({ kind: v.literal('text'), ...base, format: v.optional(v.picklist(['plain', 'phone', 'email', 'account', 'organisation'])) })
const choice = v.strictObject({ kind: v.literal('choice'), ...base, options: v.pipe(v.array(option), v.minLength(2)), other: v.optional(id) })
const cell = v.union([textField, choice, simple('amount', 'percentage', 'integer', 'yesNo', 'date')])
const columns = v.pipe(v.array(cell), v.minLength(1))
const itemField = v.union([
  cell,
  simple('richText', 'attachment'),
  v.strictObject({ kind: v.literal('choices'), ...base, options: v.pipe(v.array(option), v.minLength(2)) }),
  v.strictObject({
    kind: v.literal('fixedTable'), ...base, rowHeading: text, columns,
    rows: v.pipe(v.array(v.strictObject({ id, label: text, aliases: v.optional(words) })), v.minLength(1)),
    totals: v.optional(v.strictObject({ row: v.optional(text), column: v.optional(text) })),
  }),
  v.strictObject({ kind: v.literal('freeTable'), ...base, columns, addLabel: text, startRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) }),
  v.strictObject({ kind: v.literal('sum'), ...base, of: v.pipe(v.array(id), v.minLength(1)) }),
])
const field = v.union([
  itemField,
  v.strictObject({ kind: v.literal('contact'), ...base, parts: v.pipe(v.array(textField), v.minLength(1)) }),
  v.strictObject({ kind: v.literal('group'), ...base, itemLabel: text, addLabel: text, nameField: id, fields: v.pipe(v.array(itemField), v.minLength(1)) }),
])
const rule = v.union([
  v.strictObject({ rule: v.literal('sums-agree'), table: id, rowsChosenBy: v.optional(id), group: id, columns: v.record(id, id) }),
  v.strictObject({ rule: v.literal('count-agrees'), field: id, group: id }),
  v.strictObject({ rule: v.literal('adds-to-hundred'), table: id }),
  v.strictObject({ rule: v.literal('answer-follows'), in: v.optional(id), when: id, is: v.union([v.boolean(), v.string()]), asks: id }),
])

/** The shape of a template file, nothing more and nothing less allowed. Used by tests and by whoever takes a template in from outside. */
export const templateSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: text,
  issuer: text,
  printed: v.optional(words),
  sections: v.pipe(v.array(v.strictObject({
    id, title: text, guidance: v.optional(text), layout: v.optional(v.picklist(['rows', 'columns'])), fields: v.pipe(v.array(field), v.minLength(1)),
  })), v.minLength(1)),
  rules: v.optional(v.array(rule)),
  participants: v.optional(v.strictObject({ table: id, role: id, name: id })),
})

const doubled = (ids: readonly string[], where: string): string[] =>
  ids.filter((one, index) => ids.indexOf(one) !== index).map(one => `${where}: id "${one}" twice`)
const absent = (wanted: readonly string[], there: readonly string[], where: string): string[] =>
  wanted.filter(one => !there.includes(one)).map(one => `${where}: no "${one}"`)
const idsOf = (fields: readonly { readonly id: string }[]): string[] => fields.map(field => field.id)

function fieldFaults (field: Field, siblings: readonly Field[]): string[] {
  const faults = field.overflow === undefined ? [] : absent([field.overflow], idsOf(siblings.filter(one => one.kind === 'richText')), `${field.id}.overflow`)
  switch (field.kind) {
    case 'sum': return [...faults, ...absent(field.of, idsOf(siblings.filter(one => one.kind === 'amount')), `${field.id}.of`)]
    case 'choice': return [...faults, ...doubled(idsOf(field.options), field.id), ...absent(field.other === undefined ? [] : [field.other], idsOf(field.options), `${field.id}.other`)]
    case 'choices': return [...faults, ...doubled(idsOf(field.options), field.id)]
    case 'contact': return [...faults, ...doubled(idsOf(field.parts), field.id)]
    case 'fixedTable': return [...faults, ...doubled(idsOf(field.rows), field.id), ...doubled(idsOf(field.columns), field.id)]
    case 'freeTable': return [...faults, ...doubled(idsOf(field.columns), field.id)]
    case 'group': return [
      ...faults, ...doubled(idsOf(field.fields), field.id),
      ...absent([field.nameField], idsOf(field.fields.filter(one => one.kind === 'text')), `${field.id}.nameField`),
      ...field.fields.flatMap(one => fieldFaults(one, field.fields)),
    ]
    default: return faults
  }
}

function ruleFaults (template: Template, fields: readonly Field[]): string[] {
  const inGroup = (group: string | undefined): string[] => {
    const found = fields.find(field => field.id === group)
    return found?.kind === 'group' ? idsOf(found.fields) : []
  }
  const top = idsOf(fields)
  return (template.rules ?? []).flatMap(rule => {
    switch (rule.rule) {
      case 'sums-agree': return [...absent([rule.table, rule.group, ...(rule.rowsChosenBy === undefined ? [] : [rule.rowsChosenBy])], top, rule.rule), ...absent(Object.values(rule.columns), inGroup(rule.group), rule.rule)]
      case 'count-agrees': return absent([rule.field, rule.group], top, rule.rule)
      case 'adds-to-hundred': return absent([rule.table], idsOf(fields.filter(field => field.kind === 'fixedTable')), rule.rule)
      case 'answer-follows': return absent([rule.when, rule.asks], rule.in === undefined ? top : inGroup(rule.in), rule.rule)
    }
  })
}

function participantsFaults ({ participants }: Template, fields: readonly Field[]): string[] {
  if (participants === undefined) return []
  const table = fields.find(field => field.kind === 'freeTable' && field.id === participants.table)
  if (table?.kind !== 'freeTable') return absent([participants.table], [], 'participants')
  return absent([participants.role, participants.name], idsOf(table.columns.filter(column => column.kind === 'text')), 'participants')
}

/** What the shape alone cannot say: ids twice, references to fields that are not there. Empty when all is well. */
export function templateFaults (template: Template): readonly string[] {
  const fields = template.sections.flatMap(section => section.fields)
  return [
    ...doubled(idsOf(template.sections), 'sections'),
    ...doubled(idsOf(fields), template.id),
    ...fields.flatMap(field => fieldFaults(field, fields)),
    ...ruleFaults(template, fields),
    ...participantsFaults(template, fields),
  ]
}
