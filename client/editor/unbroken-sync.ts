import { Plugin, type EditorState } from '@tiptap/pm/state'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

type Observe = (events: readonly Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction) => void

function bindingOf (state: EditorState): ProsemirrorBinding | null {
  const sync: { readonly binding: ProsemirrorBinding | null } | undefined = ySyncPluginKey.getState(state)
  return sync?.binding ?? null
}

/**
 * Keeps an editor showing what stands in the document. When others reshape the paragraphs around one's caret, y-tiptap may look for the
 * caret beyond the end of the text and throw before it has shown their change; the next letter typed would then write the old text over
 * theirs. Here the text is shown all the same, and the caret set where it fits. Stands behind the sync plugin.
 */
export function unbrokenSync (): Plugin {
  return new Plugin({
    view (view) {
      const binding = bindingOf(view.state)
      if (binding === null) return {}
      const observe: Observe = binding._observeFunction
      const observeAnyway: Observe = (events, transaction) => {
        try {
          observe(events, transaction)
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          // Null while nothing is being applied; the library's types leave that out.
          Object.assign(binding, { beforeTransactionSelection: null })
          binding._forceRerender()
        }
      }
      binding.type.unobserveDeep(observe)
      binding.type.observeDeep(observeAnyway)
      binding._observeFunction = observeAnyway
      return {}
    },
  })
}
