import type { Language } from '../base/index.ts'
import type { Field, FixedRow, Section, Template } from './schema.ts'

/** Where in the form a key points: its section, the fields from the outermost in, the row of a table, the id of an item or row people added. */
export interface Place {
  readonly section: Section
  readonly fields: readonly [Field, ...Field[]]
  readonly row?: FixedRow
  readonly item?: string
}

type Inner = Omit<Place, 'section' | 'fields'> & { readonly fields: readonly Field[] }

function within (field: Field, ids: readonly string[]): Inner | null {
  const [first, ...rest] = ids
  if (first === undefined) return { fields: [field] }
  switch (field.kind) {
    case 'contact': return below(field, field.parts, ids)
    case 'choices': return { fields: [field] }
    case 'attachment': return { fields: [field], item: first }
    case 'fixedTable': {
      const row = field.rows.find(one => one.id === first)
      const inner = row === undefined ? null : below(field, field.columns, rest)
      return row === undefined || inner === null ? null : { ...inner, row }
    }
    case 'freeTable': return named(below(field, field.columns, rest), first)
    case 'group': return named(below(field, field.fields, rest), first)
    default: return null
  }
}

const named = (inner: Inner | null, item: string): Inner | null => inner === null ? null : { ...inner, item: inner.item ?? item }

function below (parent: Field, fields: readonly Field[], ids: readonly string[]): Inner | null {
  const [first, ...rest] = ids
  if (first === undefined) return { fields: [parent] }
  const field = fields.find(one => one.id === first)
  const inner = field === undefined ? null : within(field, rest)
  return inner === null ? null : { ...inner, fields: [parent, ...inner.fields] }
}

/** Finds what a key (see `shared/document`) names in the form, or null when it names nothing there. `item` is the innermost id that is not the form's own. */
export function placeOf (template: Template, key: string): Place | null {
  const [first, ...rest] = key.split('/')
  for (const section of template.sections) {
    const field = section.fields.find(one => one.id === first)
    if (field === undefined) continue
    const inner = within(field, rest)
    const [outermost, ...others] = inner?.fields ?? []
    return inner === null || outermost === undefined ? null : { ...inner, section, fields: [outermost, ...others] }
  }
  return null
}

/** What people call the place a key names: the innermost question, with the row of a table before it. Empty when the key names nothing. */
export function labelAt (template: Template, key: string, language: Language): string {
  const place = placeOf(template, key)
  const field = place?.fields.at(-1)
  if (place === null || field === undefined) return ''
  return place.row === undefined ? field.label[language] : `${place.row.label[language]}, ${field.label[language]}`
}
