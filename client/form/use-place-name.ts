import { keyOf, textOf } from '@samskriv/shared/document'
import { labelAt, placeOf, type Template } from '@samskriv/shared/template'
import { useCallback } from 'react'
import { useLanguage } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'

/** The name of the item of a group that a key is in ("Vennskap i leken"), or null: no item, or one without a name yet. */
export function itemName (template: Template, session: Pick<LiveSession, 'doc'>, key: string): string | null {
  const [group, item] = key.split('/')
  const field = template.sections.flatMap(section => section.fields).find(one => one.id === group)
  if (field?.kind !== 'group' || group === undefined || item === undefined) return null
  return textOf(session.doc, keyOf(group, item, field.nameField)).toString().trim() || null
}

/** Gives what people call the place a key names: the tiltak and the question, or null when the form does not know it. */
export function usePlaceName (template: Template, session: LiveSession): (key: string) => string | null {
  const language = useLanguage()
  return useCallback(key => {
    const place = placeOf(template, key)
    if (place === null) return null
    const item = itemName(template, session, key)
    const label = labelAt(template, key, language) || place.section.title[language]
    return item === null ? label : `${item}: ${label}`
  }, [template, session, language])
}
