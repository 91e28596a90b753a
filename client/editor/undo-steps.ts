import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/** `begun`: how many steps have begun here. `moved`: whether the caret went elsewhere since one's last change. */
interface Steps { readonly begun: number, readonly moved: boolean }

const stepsKey = new PluginKey<Steps>('undo-steps')
const isOthers = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey) !== undefined

function next (steps: Steps, transaction: Transaction, before: EditorState): Steps {
  if (isOthers(transaction)) return steps
  if (!transaction.docChanged) return steps.moved || transaction.selection.eq(before.selection) ? steps : { ...steps, moved: true }
  return steps.moved || !before.selection.empty ? { begun: steps.begun + 1, moved: false } : steps
}

/**
 * Lets what is written after the caret went elsewhere, and what is done to chosen words, be undone by itself, however soon
 * it came: the history knows only time. Stands before whatever writes into the live document.
 */
export function undoSteps (undo: Pick<Y.UndoManager, 'stopCapturing'>): Plugin<Steps> {
  return new Plugin<Steps>({
    key: stepsKey,
    state: { init: () => ({ begun: 0, moved: false }), apply: (transaction, steps, before) => next(steps, transaction, before) },
    view: () => ({
      update (view, before) {
        if (stepsKey.getState(view.state)?.begun !== stepsKey.getState(before)?.begun) undo.stopCapturing()
      },
    }),
  })
}
