import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type Caret, caretsOf } from './carets.ts'
import { personColor } from './person-color.ts'
import { publishCaret } from './publish-caret.ts'

const caretPluginKey = new PluginKey<DecorationSet>('carets')

/** What the sync plugin keeps; its own types say `any`. */
interface SyncState {
  readonly type: Y.XmlFragment
  readonly doc: Y.Doc
  readonly isChangeOrigin: boolean
  readonly binding: { readonly mapping: Map<Y.AbstractType<unknown>, never> }
}
const syncStateOf = (state: EditorState): SyncState | undefined => ySyncPluginKey.getState(state)

function drawCaret (caret: Caret): HTMLElement {
  const element = document.createElement('span')
  element.className = 'ss-caret'
  element.dataset['person'] = String(personColor(caret.color))
  // The name is drawn by CSS: it must not become part of a copied text, nor be read in the middle of a sentence.
  element.dataset['name'] = caret.name
  element.ariaHidden = 'true'
  return element
}

function decorate (state: EditorState, carets: readonly Caret[]): DecorationSet {
  const sync = syncStateOf(state)
  if (sync === undefined || carets.length === 0 || sync.binding.mapping.size === 0) return DecorationSet.empty
  const end = Math.max(state.doc.content.size - 1, 0)
  const absolute = (position: unknown): number | null => {
    const found = relativePositionToAbsolutePosition(sync.doc, sync.type, Y.createRelativePositionFromJSON(position), sync.binding.mapping)
    return found === null ? null : Math.min(found, end)
  }
  const decorations: Decoration[] = []
  for (const caret of carets) {
    const [anchor, head] = [absolute(caret.anchor), absolute(caret.head)]
    if (anchor === null || head === null) continue
    decorations.push(Decoration.widget(head, () => drawCaret(caret), { key: `${caret.clientId}:${head}`, side: 10, ignoreSelection: true }))
    if (anchor !== head) {
      decorations.push(Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { 'class': 'ss-selection', 'data-person': String(personColor(caret.color)) }))
    }
  }
  return DecorationSet.create(state.doc, decorations)
}

function ownPosition (view: EditorView): { anchor: unknown, head: unknown } {
  const sync = syncStateOf(view.state)
  const relative = (position: number): unknown => sync === undefined
    ? null
    : absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping)
  return { anchor: relative(view.state.selection.anchor), head: relative(view.state.selection.head) }
}

/**
 * The others' carets and selections in one field, and one's own told to them. y-tiptap's cursor plugin is not used: with
 * many editors on one presence each of them renders for every caret anywhere, and unmounting any wipes one's own.
 */
export function caretPlugin (awareness: Awareness, key: string): Plugin<DecorationSet> {
  const carets = caretsOf(awareness)
  return new Plugin<DecorationSet>({
    key: caretPluginKey,
    state: {
      init: () => DecorationSet.empty,
      apply (transaction, before, _old, state) {
        const isRemote = syncStateOf(state)?.isChangeOrigin === true
        if (isRemote || transaction.getMeta(caretPluginKey) === true) return decorate(state, carets.at(key))
        return transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before
      },
    },
    props: { decorations: state => caretPluginKey.getState(state) },
    view (view) {
      const publisher = publishCaret(awareness, key)
      const redraw = (): void => { if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(caretPluginKey, true).setMeta('addToHistory', false)) }
      const put = (): void => { if (view.hasFocus()) publisher.put(() => ownPosition(view)) }
      const stop = carets.watch(key, redraw)
      view.dom.addEventListener('focusin', put)
      view.dom.addEventListener('focusout', publisher.leave)
      if (carets.at(key).length > 0) queueMicrotask(redraw)
      return {
        update: (_view, before) => {
          if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc) put()
        },
        destroy () {
          stop()
          view.dom.removeEventListener('focusin', put)
          view.dom.removeEventListener('focusout', publisher.leave)
          publisher.leave()
        },
      }
    },
  })
}
