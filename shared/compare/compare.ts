import type { Values } from '../document/index.ts'
import type { Template } from '../template/index.ts'
import type { Comparison } from './comparison.ts'
import { compareFields } from './fields.ts'

/**
 * What differs between two states of a behovsmelding that fill in the same form. Takes the values as `shared/document`
 * projects them; refuses nothing: what a field cannot hold is shown as text. Time grows with the length of both, bounded
 * also where they have nothing in common.
 */
export function compare (template: Template, before: Values, after: Values): Comparison {
  const sections = template.sections.map(section => ({ section: section.id, changes: compareFields(section.fields, before, after) }))
  return { sections: sections.filter(section => section.changes.length > 0) }
}
