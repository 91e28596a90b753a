import { Extension } from '@tiptap/core'
import { Plugin, type EditorState } from '@tiptap/pm/state'

function isInListOrTable ({ selection: { $from } }: EditorState): boolean {
  for (let depth = $from.depth; depth > 0; depth--) {
    if (['listItem', 'tableRow'].includes($from.node(depth).type.name)) return true
  }
  return false
}

/**
 * Tab goes to the next field, as everywhere in a form, except inside a list or a table. Tiptap would otherwise pull a
 * paragraph that stands under a list into it: one who only wanted to go on would change the text.
 */
export const TabLeaves = Extension.create({
  name: 'tabLeaves',
  priority: 2000,
  addProseMirrorPlugins: () => [new Plugin({
    // As a DOM event, so that the browser still does what it does with Tab.
    props: { handleDOMEvents: { keydown: (view, event) => event.key === 'Tab' && !isInListOrTable(view.state) } },
  })],
})
