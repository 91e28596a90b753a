import type { Language } from '@samskriv/shared/base'
import type { GroupField } from '@samskriv/shared/template'

/** What an item is called: `Tiltak 2: Språk i lek`, without a name `Tiltak 2`. */
export function itemTitle (field: GroupField, language: Language, number: number, name: string): string {
  const label = field.itemLabel[language].replace('{n}', String(number))
  return name.trim() === '' ? label : `${label}: ${name.trim()}`
}
