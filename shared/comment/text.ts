import type { Result } from '../base/index.ts'
import { refused, taken } from '../base/index.ts'
import type { MembershipRecord } from '../workflow/index.ts'
import { commentBounds } from './command.ts'

/** How a mention of a person is written in a comment. */
export function mentionOf (personId: string): string {
  return `@{${personId}}`
}

// Letters that are not seen or turn the reading direction; line breaks and tabs stay.
const unseen = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** What somebody wrote, tidied. Refuses `invalid`, naming `field`, when nothing is left or it is longer than `most` characters. */
export function wordsOf (text: string, field: string, most: number): Result<string> {
  const words = text.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll(unseen, letter => letter === '\n' || letter === '\t' ? letter : '').trim()
  return words === '' || words.length > most ? refused('invalid', { field, most }) : taken(words)
}

/** The people a comment names: those of `wanted` that are written in it. Refuses `invalid` when one of them has no part here, or they are too many. */
export function mentionsIn (text: string, wanted: readonly string[], members: readonly MembershipRecord[]): Result<readonly string[]> {
  const named = [...new Set(wanted)].filter(personId => text.includes(mentionOf(personId)))
  const known = new Set(members.map(member => member.personId))
  if (named.length > commentBounds.mentions || named.some(personId => !known.has(personId))) return refused('invalid', { field: 'mentions', most: commentBounds.mentions })
  return taken(named)
}
