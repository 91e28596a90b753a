import type { Values } from '@samskriv/shared/document'
import type { Field, Template } from '@samskriv/shared/template'

/** What a frozen form's ids begin with, so that it can stand on one page with the living one. */
const prefix = 'frozen-'

/** A key of the form (`shared/document`) as the frozen form has it. */
export const apartKey = (key: string): string => `${prefix}${key}`

const renamed = (field: Field): Field => field.kind === 'sum'
  ? { ...field, id: apartKey(field.id), of: field.of.map(apartKey) }
  : { ...field, id: apartKey(field.id) }

/** The same form and the same answers under other ids: elements of two forms on one page must not be taken for each other. Only for showing. */
export function apart (template: Template, values: Values): { readonly template: Template, readonly values: Values } {
  const { rules: _, participants: __, ...form } = template
  return {
    template: { ...form, sections: template.sections.map(section => ({ ...section, id: apartKey(section.id), fields: section.fields.map(renamed) })) },
    values: Object.fromEntries(Object.entries(values).map(([id, value]) => [apartKey(id), value])),
  }
}
