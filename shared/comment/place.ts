import type { CommentPlace } from '../api/comment.ts'
import { refused, taken, type Result } from '../base/index.ts'
import { placeOf, type Template } from '../template/index.ts'
import { commentBounds } from './command.ts'

/** Longest key of a field: the deepest is a group's item's table's row's cell, five ids of at most 40 characters. */
const longestKey = 240

const isKey = (key: string): boolean => key.length <= longestKey && key.split('/').every(id => /^[\w-]{1,60}$/.test(id))

/**
 * A place as it can be commented on: in this form. Refuses `not-found` when the form has no such section or field, or the field holds
 * no rich text; `invalid` when the quote is too long to be kept.
 */
export function placeIn (template: Template, place: CommentPlace): Result<CommentPlace> {
  switch (place.kind) {
    case 'whole': return taken({ kind: 'whole' })
    case 'section': return template.sections.some(section => section.id === place.section) ? taken({ kind: 'section', section: place.section }) : refused('not-found')
    case 'field': return isKey(place.key) && placeOf(template, place.key) !== null ? taken({ kind: 'field', key: place.key }) : refused('not-found')
    case 'text': {
      const field = isKey(place.key) ? placeOf(template, place.key)?.fields.at(-1) : undefined
      if (field?.kind !== 'richText') return refused('not-found')
      return place.quote.length > commentBounds.quote ? refused('invalid', { field: 'quote', most: commentBounds.quote }) : taken(place)
    }
  }
}
