import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { breakClass } from './look.ts'

const shownKey = new PluginKey<DecorationSet>('shown-suggestions')

// The letters that stand for a new paragraph or line, which nothing else draws.
function breaksIn (document: Node): DecorationSet {
  const found: Decoration[] = []
  document.descendants((node, at) => {
    if (!node.isText || node.text === undefined) return
    for (const [letter, name] of breakClass) {
      for (let index = node.text.indexOf(letter); index >= 0; index = node.text.indexOf(letter, index + 1)) {
        found.push(Decoration.inline(at + index, at + index + 1, { class: name }))
      }
    }
  })
  return DecorationSet.create(document, found)
}

/** Shows where a suggestion would begin a new paragraph or line. */
export function shownSuggestions (): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: shownKey,
    state: {
      init: (_config, { doc }) => breaksIn(doc),
      apply: (transaction, before) => transaction.docChanged ? breaksIn(transaction.doc) : before,
    },
    props: { decorations: state => shownKey.getState(state) },
  })
}
