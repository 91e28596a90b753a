import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { defaultDeleteFilter, defaultProtectedNodes, getRelativeSelection, type ProsemirrorBinding, relativePositionToAbsolutePosition, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { caretPlugin } from './caret-plugin.ts'
import { exactText } from './exact-text.ts'
import type { Home } from './home.ts'
import { steadyCaret } from './steady-caret.ts'
import { stillPage } from './still-page.ts'
import { undoSteps } from './undo-steps.ts'
import { unbrokenSync } from './unbroken-sync.ts'

/** What binds an editor to its place in the live document. */
export interface LiveTextOptions {
  readonly home: Home
  readonly fragment: Y.XmlFragment
  /** The field's key. */
  readonly key: string
}

interface RelativeSelection { readonly anchor: Y.RelativePosition, readonly head: Y.RelativePosition }
interface UndoEvent { readonly stackItem: { readonly meta: Map<unknown, unknown> }, readonly changedParentTypes: ReadonlyMap<unknown, unknown> }

const memoryKey = new PluginKey<RelativeSelection | null>('selection-memory')
const syncOf = (state: EditorState): { readonly binding: ProsemirrorBinding | null } | undefined => ySyncPluginKey.getState(state)
const isFromOthers = (transaction: Transaction): boolean => {
  const meta: unknown = transaction.getMeta(ySyncPluginKey)
  return typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
}

/**
 * Makes the document-wide undo know what is typed in rich text. A paragraph somebody else has written in is left standing
 * when its maker undoes. Harmless to call for each editor.
 */
export function adoptUndo (undo: Y.UndoManager): void {
  undo.addTrackedOrigin(ySyncPluginKey)
  undo.deleteFilter = item => defaultDeleteFilter(item, defaultProtectedNodes)
  undo.captureTransaction = transaction => transaction.meta.get('addToHistory') !== false
}

function restore (view: EditorView, fragment: Y.XmlFragment, selection: RelativeSelection): void {
  const binding = syncOf(view.state)?.binding
  if (binding === null || binding === undefined || fragment.doc === null) return
  const { doc } = fragment
  const end = view.state.doc.content.size
  const [anchor, head] = [selection.anchor, selection.head].map(position =>
    relativePositionToAbsolutePosition(doc, fragment, position, binding.mapping))
  if (anchor === null || anchor === undefined || head === null || head === undefined || Math.max(anchor, head) > end) return
  const { tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head))).scrollIntoView())
}

// Undo is the session's, across all fields. Each editor only remembers where the caret stood before a change of its own,
// and puts it back there when that change is undone.
function selectionMemory ({ home, fragment, key }: LiveTextOptions): Plugin<RelativeSelection | null> {
  return new Plugin<RelativeSelection | null>({
    key: memoryKey,
    state: {
      init: () => null,
      apply (transaction, before, old) {
        const binding = syncOf(old)?.binding
        if (binding === null || binding === undefined || isFromOthers(transaction) || !(transaction.docChanged || transaction.selectionSet)) return before
        return getRelativeSelection(binding, old)
      },
    },
    view (view) {
      const remember = ({ stackItem, changedParentTypes }: UndoEvent): void => {
        if (!view.hasFocus() || !changedParentTypes.has(fragment) || stackItem.meta.has(key)) return
        stackItem.meta.set(key, memoryKey.getState(view.state))
      }
      const bringBack = ({ stackItem, changedParentTypes }: UndoEvent): void => {
        const selection = stackItem.meta.get(key)
        if (view.isDestroyed || !changedParentTypes.has(fragment)) return
        if (selection !== undefined && selection !== null) restore(view, fragment, selection as RelativeSelection)
        if (!view.hasFocus()) view.focus()
      }
      home.undo.on('stack-item-added', remember)
      home.undo.on('stack-item-popped', bringBack)
      return {
        destroy () {
          home.undo.off('stack-item-added', remember)
          home.undo.off('stack-item-popped', bringBack)
        },
      }
    },
  })
}

const run = (step: () => unknown) => (): boolean => { step(); return true }

/** Binds an editor to one fragment of the live document: sync, carets, and the session's undo on the usual keys. */
export const LiveText = Extension.create<LiveTextOptions>({
  name: 'liveText',
  // Before everything else, so that undo keys and sync come first.
  priority: 1000,
  addKeyboardShortcuts () {
    const { undo } = this.options.home
    return {
      'Mod-z': run(() => undo.undo()),
      'Mod-y': run(() => undo.redo()),
      'Shift-Mod-z': run(() => undo.redo()),
    }
  },
  addProseMirrorPlugins () {
    const { home, fragment, key } = this.options
    adoptUndo(home.undo)
    return [undoSteps(home.undo), exactText(), ySyncPlugin(fragment), unbrokenSync(), stillPage(), steadyCaret(), selectionMemory(this.options), caretPlugin(home.awareness, key)]
  },
})
