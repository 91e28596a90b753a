import type { CommentPlace } from '@samskriv/shared/api'
import { placeOf, type Template } from '@samskriv/shared/template'
import { elementId } from '../../form/element-id.ts'

const form = (): Element | null => document.querySelector('.ss-form')

// Neither measured nor found again for each card: one look through the page for all of them.
function byAttribute (name: string): Map<string, Element[]> {
  const found = new Map<string, Element[]>()
  for (const element of form()?.querySelectorAll(`[${name}]`) ?? []) {
    const value = element.getAttribute(name) ?? ''
    const same = found.get(value)
    if (same === undefined) found.set(value, [element])
    else same.push(element)
  }
  return found
}

// What is out of sight may not be laid out yet (`content-visibility`): asking where it is would lay it out.
const isLaidOut = (element: Element): boolean => element.checkVisibility({ contentVisibilityAuto: true })

/** Where things of the form are on the page, as it is at one moment. */
export interface Page {
  /** The first of a thread's words that is laid out. */
  words(thread: string): Element | null
  /** The element of a place, or of what holds it where it is folded away or gone. Null: the form has nothing of the kind. */
  place(place: CommentPlace, standing?: string | null): Element | null
}

const ofSection = (id: string): Element | null => document.getElementById(`${elementId.section(id)}-title`)

/** Looks at the page once. */
export function lookAtPage (template: Template): Page {
  const marks = byAttribute('data-comment')
  const fields = byAttribute('data-key')
  const ofKey = (key: string): Element | null => {
    const ids = key.split('/')
    for (let length = ids.length; length > 0; length--) {
      const field = fields.get(ids.slice(0, length).join('/'))?.[0]
      if (field !== undefined) return field
      const [list = '', id = ''] = ids
      const item = length === 2 ? document.getElementById(elementId.item(list, id)) : null
      if (item !== null) return item
    }
    const section = placeOf(template, key)?.section
    return section === undefined ? null : ofSection(section.id)
  }
  return {
    words: thread => marks.get(thread)?.find(isLaidOut) ?? null,
    place (place, standing) {
      switch (place.kind) {
        case 'whole': return document.querySelector('.ss-sheet-head')
        case 'section': return ofSection(place.section)
        case 'field': return ofKey(place.key)
        case 'text': return ofKey(standing ?? place.key)
      }
    },
  }
}

/** A thread's words on the page, laid out or not. */
export function wordsOnPage (thread: string): HTMLElement | null {
  return form()?.querySelector<HTMLElement>(`[data-comment="${CSS.escape(thread)}"]`) ?? null
}
