import { isId } from '../base/index.ts'
import { markName, overlappingMarkName, type StoredMark } from './comment-mark.ts'

/** The marks of a suggestion: words it would put in, words it would take away. */
export const suggestionKinds = ['insertion', 'deletion'] as const
/** What a suggestion would do with the words it marks. */
export type SuggestionKind = (typeof suggestionKinds)[number]

/** A suggestion's mark: `id` tells it from others, `by` is the person whose it is. */
export interface SuggestionMark { readonly kind: SuggestionKind, readonly id: string, readonly by: string }

/**
 * Letters that stand for what a suggestion cannot make before somebody accepts it: a new paragraph, a new line. Words are put in or taken away;
 * the blocks they stand in are left as they are until then, so that a suggestion is never more than marks on text.
 */
export const newParagraph = '\u2029'
/** A letter that stands for a new line in the same paragraph. */
export const newLine = '\u2028'

/** Whether a mark's name is that of a suggestion. */
export function isSuggestionKind (name: string): name is SuggestionKind {
  return suggestionKinds.some(kind => kind === name)
}

/** A suggestion's mark as it is stored in Yjs. Each suggestion has a name of its own there: marks of several never push each other away. */
export function storedSuggestionMark ({ kind, id, by }: SuggestionMark): StoredMark {
  const value = { id, by }
  return { name: overlappingMarkName(kind, value), value }
}

/** The suggestion a stored mark is of; null when it is none, or not one of ours. */
export function suggestionOfMark (name: string, value: unknown): SuggestionMark | null {
  const kind = markName(name)
  if (!isSuggestionKind(kind) || typeof value !== 'object' || value === null || !('id' in value) || !('by' in value)) return null
  const { id, by } = value
  return typeof id === 'string' && typeof by === 'string' && isId(id) && isId(by) ? { kind, id, by } : null
}

/** The suggestions whose marks lie on a run of text. */
export function suggestionsOn (attributes: Readonly<Record<string, unknown>> | undefined): readonly SuggestionMark[] {
  if (attributes === undefined) return none
  const found = Object.entries(attributes).flatMap(([name, value]) => suggestionOfMark(name, value) ?? [])
  return found.length === 0 ? none : found
}

const none: readonly SuggestionMark[] = []
