import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

const marks = ['bold', 'italic', 'link', 'bulletList', 'orderedList', 'table', 'image'] as const

/** What the toolbar shows as pressed or possible. */
export interface ToolbarState {
  readonly bold: boolean
  readonly italic: boolean
  readonly link: boolean
  readonly heading4: boolean
  readonly heading5: boolean
  readonly bulletList: boolean
  readonly orderedList: boolean
  readonly table: boolean
  readonly image: boolean
  readonly undo: boolean
  readonly redo: boolean
}

function read (editor: Editor, undo: Y.UndoManager): ToolbarState {
  const active = Object.fromEntries(marks.map(name => [name, !editor.isDestroyed && editor.isActive(name)]))
  return {
    bold: active['bold'] === true,
    italic: active['italic'] === true,
    link: active['link'] === true,
    heading4: !editor.isDestroyed && editor.isActive('heading', { level: 4 }),
    heading5: !editor.isDestroyed && editor.isActive('heading', { level: 5 }),
    bulletList: active['bulletList'] === true,
    orderedList: active['orderedList'] === true,
    table: active['table'] === true,
    image: !editor.isDestroyed && editor.state.selection instanceof NodeSelection && active['image'] === true,
    undo: undo.undoStack.length > 0,
    redo: undo.redoStack.length > 0,
  }
}

const undoEvents = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** The toolbar's state; renders again only when something in it changes, not for each letter. */
export function useToolbarState (editor: Editor, undo: Y.UndoManager): ToolbarState {
  const watch = useCallback((changed: () => void) => {
    editor.on('transaction', changed)
    for (const event of undoEvents) undo.on(event, changed)
    return () => {
      editor.off('transaction', changed)
      for (const event of undoEvents) undo.off(event, changed)
    }
  }, [editor, undo])
  const text = useSyncExternalStore(watch, () => JSON.stringify(read(editor, undo)))
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => read(editor, undo), [editor, undo, text])
}
