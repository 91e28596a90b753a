import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { EditHistory } from './history.ts'
import { isSuggestingIn } from './suggest/suggest.ts'

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
  /** What one does is suggested: there is less one can do. */
  readonly suggesting: boolean
  readonly undo: boolean
  readonly redo: boolean
}

function read (editor: Editor, history: EditHistory): ToolbarState {
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
    suggesting: !editor.isDestroyed && isSuggestingIn(editor.state),
    undo: !editor.isDestroyed && history.canUndo(),
    redo: !editor.isDestroyed && history.canRedo(),
  }
}

/** The toolbar's state; renders again only when something in it changes, not for each letter. */
export function useToolbarState (editor: Editor, history: EditHistory): ToolbarState {
  const watch = useCallback((changed: () => void) => {
    editor.on('transaction', changed)
    const stop = history.watch(changed)
    return () => {
      editor.off('transaction', changed)
      stop()
    }
  }, [editor, history])
  const text = useSyncExternalStore(watch, () => JSON.stringify(read(editor, history)))
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => read(editor, history), [editor, history, text])
}
