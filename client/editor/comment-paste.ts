import { anchorsIn } from '@samskriv/shared/comment'
import { commentMark } from '@samskriv/shared/rich-text'
import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type * as Y from 'yjs'

function without (fragment: Fragment, threads: ReadonlySet<string>): Fragment {
  const nodes: Node[] = []
  for (const node of fragment.content) {
    const marks = node.marks.filter(mark => mark.type.name !== commentMark || !threads.has(String(mark.attrs['thread'])))
    const kept = marks.length === node.marks.length ? node : node.mark(marks)
    nodes.push(kept.isLeaf ? kept : kept.copy(without(kept.content, threads)))
  }
  return Fragment.fromArray(nodes)
}

/** What is pasted, without the marks of comments whose words stand in the document already: a copy of words is not what was commented on. */
export function withoutStanding (slice: Slice, standing: ReadonlySet<string>): Slice {
  return standing.size === 0 ? slice : new Slice(without(slice.content, standing), slice.openStart, slice.openEnd)
}

/** Words that are cut and pasted take their comments along; words that are copied do not. */
export const CommentPaste = Extension.create<{ readonly doc: Y.Doc | null }>({
  name: 'commentPaste',
  addOptions: () => ({ doc: null }),
  addProseMirrorPlugins () {
    const { doc } = this.options
    return [new Plugin({
      props: {
        transformPasted: (slice, view) => {
          // Dragged words are taken away from where they stood after they have been put down.
          if (doc === null || view.dragging?.move === true) return slice
          return withoutStanding(slice, new Set(anchorsIn(doc).keys()))
        },
      },
    })]
  },
})
