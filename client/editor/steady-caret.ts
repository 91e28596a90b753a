import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
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

/**
 * Keeps the caret behind one's own last letter when others write beside it. y-tiptap has the right place from Yjs, but
 * doubts it whenever the paragraph's text has changed and goes by the number of letters instead, which sets the caret
 * in front of one's own letter when somebody else's came first. Where the letter itself still stands, Yjs is right.
 */
export function steadyCaret (): Plugin {
  return new Plugin({
    appendTransaction (transactions, _before, state) {
      const binding = transactions.some(isFromOthers) ? bindingOf(state) : null
      // Null while nothing is being applied; the library's types leave that out.
      const selection = binding?.beforeTransactionSelection ?? null
      if (binding === null || selection === null || selection.type !== 'text') return null
      const [anchor, head] = [placeNow(binding, selection.anchor), placeNow(binding, selection.head)]
      const size = state.doc.content.size
      if (anchor === null || head === null || anchor > size || head > size) return null
      const steady = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
      return steady.eq(state.selection) ? null : state.tr.setSelection(steady).setMeta('addToHistory', false)
    },
  })
}
