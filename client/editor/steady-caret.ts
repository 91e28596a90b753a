import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import { type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

function isFromOthers (transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey)
  return typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
}

function bindingOf (state: EditorState): ProsemirrorBinding | null {
  const sync: { readonly binding: ProsemirrorBinding | null } | undefined = ySyncPluginKey.getState(state)
  return sync?.binding ?? null
}

// Where a position is now, if what it clings to is still there.
function placeNow (binding: ProsemirrorBinding, position: Y.RelativePosition): number | null {
  if (position.item === null) return null
  const item = Y.getItem(binding.doc.store, position.item)
  return item.deleted ? null : relativePositionToAbsolutePosition(binding.doc, binding.type, position, binding.mapping)
}

// Letters and what counts as one: a line break, an image.
const letters = (node: Node, to = node.content.size): string => node.textBetween(0, to, '', '\uFFFC')

function sharedStart (one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

const backwards = (text: string): string => text.split('').toReversed().join('')

// The position with so many letters before it. At a seam of two paragraphs there are two of them: the one that stands as
// the old one stood.
function placeOfLetter (document: Node, count: number, old: { readonly atStart: boolean, readonly isEmpty: boolean }): number | null {
  let left = count
  const found: { readonly place: number, readonly alike: number }[] = []
  document.descendants((node, at) => {
    if (!node.isTextblock) { left -= node.isLeaf ? 1 : 0; return true }
    const { size } = node.content
    if (left >= 0 && left <= size) found.push({ place: at + 1 + left, alike: Number((left === 0) === old.atStart) + Number((size === 0) === old.isEmpty) })
    left -= size
    return false
  })
  return found.toSorted((one, other) => other.alike - one.alike)[0]?.place ?? null
}

/**
 * Where a position is after somebody parted, joined or reshaped paragraphs, by the letters around it: Yjs knows no longer,
 * as y-tiptap then writes the paragraph anew. Null when the letters at the place itself have changed.
 */
export function placeByLetters (before: Node, after: Node, position: number): number | null {
  const [old, now] = [letters(before), letters(after)]
  const count = letters(before, position).length
  const resolved = before.resolve(position)
  const same = sharedStart(old, now)
  const sameEnd = Math.min(sharedStart(backwards(old), backwards(now)), Math.min(old.length, now.length) - same)
  const place = { atStart: resolved.parentOffset === 0, isEmpty: resolved.parent.content.size === 0 }
  if (count >= old.length - sameEnd && count > same) return placeOfLetter(after, now.length - (old.length - count), place)
  return count <= same ? placeOfLetter(after, count, place) : null
}

/**
 * Keeps the caret behind one's own last letter when others write beside it. y-tiptap has the right place from Yjs, but
 * doubts it whenever the paragraph's text has changed and goes by the number of letters instead, which sets the caret
 * in front of one's own letter when somebody else's came first. Where the letter itself still stands, Yjs is right; where
 * its paragraph was written anew, the same letters are looked for.
 */
export function steadyCaret (): Plugin {
  return new Plugin({
    appendTransaction (transactions, before, state) {
      const binding = transactions.some(isFromOthers) ? bindingOf(state) : null
      // Null while nothing is being applied; the library's types leave that out.
      const selection = binding?.beforeTransactionSelection ?? null
      if (binding === null || selection === null || selection.type !== 'text') return null
      const [anchor, head] = [
        placeNow(binding, selection.anchor) ?? placeByLetters(before.doc, state.doc, before.selection.anchor),
        placeNow(binding, selection.head) ?? placeByLetters(before.doc, state.doc, before.selection.head),
      ]
      const size = state.doc.content.size
      if (anchor === null || head === null || anchor > size || head > size) return null
      const steady = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
      return steady.eq(state.selection) ? null : state.tr.setSelection(steady).setMeta('addToHistory', false)
    },
  })
}
