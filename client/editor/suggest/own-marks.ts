import { isContentMark, isSuggestionKind, type SuggestionMark } from '@samskriv/shared/rich-text'
import type { Mark, Node, ResolvedPos, Schema } from '@tiptap/pm/model'

/** The suggestion a mark of the editor is of; null when it is none. */
export function suggestionOf ({ type, attrs }: Mark): SuggestionMark | null {
  const { id, by }: { id?: unknown, by?: unknown } = attrs
  return isSuggestionKind(type.name) && typeof id === 'string' && typeof by === 'string' ? { kind: type.name, id, by } : null
}

/** A suggestion's mark in the editor. */
export function markOf (schema: Schema, { kind, id, by }: SuggestionMark): Mark {
  return schema.mark(kind, { id, by })
}

const wordsAt = (node: Node | null): readonly Mark[] => node?.isText === true ? node.marks : []

/** The marks that lie on both sides of a place in a text: one stands inside them. */
export function marksAround ({ nodeBefore, nodeAfter }: Pick<ResolvedPos, 'nodeBefore' | 'nodeAfter'>): readonly Mark[] {
  const after = wordsAt(nodeAfter)
  return wordsAt(nodeBefore).filter(mark => mark.isInSet(after))
}

/** Whether a place (or a range, by its ends) is among the words somebody else would put in. */
export function isInsideOther (from: ResolvedPos, to: ResolvedPos, personId: string): boolean {
  if (!from.sameParent(to)) return false
  return marksAround({ nodeBefore: from.nodeBefore, nodeAfter: to.nodeAfter }).some(mark => {
    const suggestion = suggestionOf(mark)
    return suggestion?.kind === 'insertion' && suggestion.by !== personId
  })
}

/** A person's own suggestion of one kind on a run of text. */
export function ownOn (node: Node, kind: SuggestionMark['kind'], personId: string): SuggestionMark | null {
  for (const mark of node.marks) {
    const suggestion = suggestionOf(mark)
    if (suggestion?.kind === kind && suggestion.by === personId) return suggestion
  }
  return null
}

/** The marks that are of the text itself. */
export function contentMarks (marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(mark => isContentMark(mark.type.name))
}
