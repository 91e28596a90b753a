import type { Authorship } from '@samskriv/shared/authors'
import type { Language } from '@samskriv/shared/base'
import { asItems, asValues } from '@samskriv/shared/compare'
import { keyOf, type Value, type Values } from '@samskriv/shared/document'
import type { Field, Template } from '@samskriv/shared/template'
import { whoAnswered } from './shares.ts'

/** An answer that is there, and what its question is called, with the table, row or contact it stands in. */
export interface AnswerEntry { readonly key: string, readonly field: Field, readonly value: Value, readonly label: string }

/** Answers that stand together: an item of a group by its title, or the others (`title` null). */
export interface Entries { readonly title: string | null, readonly answers: readonly AnswerEntry[] }

/** Words for what has no words in the form. */
export interface EntryTexts { readonly language: Language, row(n: number): string }

function answersOf (fields: readonly Field[], values: Values, path: readonly string[], before: readonly string[], texts: EntryTexts): readonly AnswerEntry[] {
  return fields.flatMap((field): readonly AnswerEntry[] => {
    const value = values[field.id]
    const here = [...path, field.id]
    const labels = [...before, field.label[texts.language]]
    if (value === undefined || field.kind === 'group' || field.kind === 'sum') return []
    switch (field.kind) {
      case 'contact': return answersOf(field.parts, asValues(value), here, labels, texts)
      case 'fixedTable': return field.rows.flatMap(row => answersOf(field.columns, asValues(asValues(value)[row.id]), [...here, row.id], [...labels, row.label[texts.language]], texts))
      case 'freeTable': return asItems(value).flatMap((item, index) => answersOf(field.columns, item.values, [...here, item.id], [...labels, texts.row(index + 1)], texts))
      default: return [{ key: keyOf(...here), field, value, label: labels.join(', ') }]
    }
  })
}

function itemsOf (field: Field, values: Values, { language, row }: EntryTexts): readonly Entries[] {
  if (field.kind !== 'group') return []
  return asItems(values[field.id]).map((item, index) => {
    const name = item.values[field.nameField]
    const label = field.itemLabel[language].replace('{n}', String(index + 1))
    return { title: typeof name === 'string' ? `${label}: ${name}` : label, answers: answersOf(field.fields, item.values, [field.id, item.id], [], { language, row }) }
  })
}

/** One section of the form with what is answered in it; empty where nothing is. */
export interface SectionEntries { readonly id: string, readonly title: string, readonly parts: readonly Entries[] }

/** Everything that is answered, by section, in the form's order. Sections without answers are left out. */
export function entriesOf (template: Template, values: Values, texts: EntryTexts): readonly SectionEntries[] {
  return template.sections.map(({ id, title, fields }) => {
    const own = { title: null, answers: answersOf(fields, values, [], [], texts) }
    return { id, title: title[texts.language], parts: [own, ...fields.flatMap(field => itemsOf(field, values, texts))].filter(part => part.answers.length > 0) }
  }).filter(section => section.parts.length > 0)
}

/** The sections in which somebody has written or answered; −1: in which something is that nobody knows whose it is. */
export function placesOf (sections: readonly SectionEntries[], authorship: Authorship, who: number): readonly SectionEntries[] {
  return sections.filter(({ parts }) => parts.some(({ answers }) => answers.some(({ key }) => whoAnswered(authorship, key).includes(who))))
}

/** The id a section's heading has on the page. */
export const headingId = (section: string): string => `ss-hvem-del-${section}`
