import type { CommentPlace } from '@samskriv/shared/api'
import type { Language, Text } from '@samskriv/shared/base'
import type { Values } from '@samskriv/shared/document'
import { labelAt, placeOf, type GroupField, type Template } from '@samskriv/shared/template'
import type { ProtokollSource } from './source.ts'

const whole: Text = { nb: 'Hele behovsmeldingen', nn: 'Heile behovsmeldinga', en: 'The whole behovsmelding' }
const gone: Text = { nb: 'Et sted som ikke er der lenger', nn: 'Ein stad som ikkje er der lenger', en: 'A place that is no longer there' }

interface Row { readonly id: unknown, readonly values: Values }
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'id' in value && 'values' in value && typeof value.values === 'object'

// "Tiltak 2: Språk", as the version has it; without a number when it came later.
function itemName (field: GroupField, id: string, values: Values, language: Language): string {
  const group: unknown = values[field.id]
  const items = Array.isArray(group) ? group.filter(isRow) : []
  const index = items.findIndex(item => item.id === id)
  const name = items[index]?.values[field.nameField]
  const numbered = field.itemLabel[language].replace('{n}', index < 0 ? '' : String(index + 1)).trim()
  return typeof name === 'string' && name.trim() !== '' ? `${numbered}: ${name.trim()}` : numbered
}

function fieldName (template: Template, key: string, values: Values, language: Language): string {
  const place = placeOf(template, key)
  if (place === null) return gone[language]
  const [outermost, ...inner] = place.fields
  if (outermost.kind !== 'group') return labelAt(template, key, language)
  const item = itemName(outermost, key.split('/')[1] ?? '', values, language)
  return inner.length === 0 ? item : `${item} – ${labelAt(template, key, language)}`
}

/** What people call the place a comment is about, in every language. */
export function placeName ({ template, values }: ProtokollSource, place: CommentPlace): Text {
  const name = (language: Language): string => {
    if (place.kind === 'whole') return whole[language]
    if (template === null) return gone[language]
    if (place.kind === 'section') return template.sections.find(section => section.id === place.section)?.title[language] ?? gone[language]
    return fieldName(template, place.key, values, language)
  }
  return { nb: name('nb'), nn: name('nn'), en: name('en') }
}
