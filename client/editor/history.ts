import type { Editor } from '@tiptap/core'
import type * as Y from 'yjs'

/** What the toolbar's undo and redo do: the history of the whole page, or of one text that is nobody else's. */
export interface EditHistory {
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
  /** Calls back when what could be done changed. Gives the stop. */
  watch(changed: () => void): () => void
}

const undoEvents = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** The history of all fields of a session. */
export function liveHistory (undo: Y.UndoManager): EditHistory {
  return {
    undo: () => { undo.undo() },
    redo: () => { undo.redo() },
    canUndo: () => undo.undoStack.length > 0,
    canRedo: () => undo.redoStack.length > 0,
    watch (changed) {
      for (const event of undoEvents) undo.on(event, changed)
      return () => { for (const event of undoEvents) undo.off(event, changed) }
    },
  }
}

/** The history an editor keeps of its own text (with Tiptap's `UndoRedo`). */
export function ownHistory (editor: Editor): EditHistory {
  return {
    undo: () => { editor.commands.undo() },
    redo: () => { editor.commands.redo() },
    canUndo: () => editor.can().undo(),
    canRedo: () => editor.can().redo(),
    // Whatever changes it is a transaction, which the toolbar hears of anyhow.
    watch: () => () => undefined,
  }
}
