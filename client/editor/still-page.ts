import { Plugin } from '@tiptap/pm/state'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Lets nobody's page scroll because somebody else wrote. y-tiptap brings one's caret into view at each change of others, with a margin:
 * with the caret near an edge the page jumped. That what one looks at stays where it is, is the browser's own doing (scroll
 * anchoring). It also spares the browser a look at the layout for each change that comes. Stands behind the sync plugin.
 */
export function stillPage (): Plugin {
  return new Plugin({
    view (view) {
      const sync: { readonly binding: ProsemirrorBinding | null } | undefined = ySyncPluginKey.getState(view.state)
      if (sync !== undefined && sync.binding !== null) sync.binding._isLocalCursorInView = () => false
      return {}
    },
  })
}
