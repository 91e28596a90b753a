import { commentMark, isEmptyRichText, suggestionKinds, validRichText, type RichTextNode } from '@samskriv/shared/rich-text'
import { richTextExtensions } from '@samskriv/shared/rich-text/schema'
import type { Editor, Extensions } from '@tiptap/core'
import { Placeholder, UndoRedo } from '@tiptap/extensions'
import { TabLeaves } from './tab-leaves.ts'

// Pictures belong to the behovsmelding, comments and suggestions to what everybody writes in.
const leftOut: ReadonlySet<string> = new Set(['image', commentMark, ...suggestionKinds])

/** The rich text of one person alone: the same writing as in the form, with a history of its own, without images and comments. */
export function ownExtensions (placeholder: string): Extensions {
  return [
    ...richTextExtensions.filter(extension => !leftOut.has(extension.name)),
    UndoRedo,
    TabLeaves,
    Placeholder.configure({ placeholder, showOnlyWhenEditable: true }),
  ]
}

/** What an editor holds, in the one form that is kept and hashed; null when it says nothing. */
export function writtenIn (editor: Editor): RichTextNode | null {
  const node = validRichText(editor.getJSON())
  return node === null || isEmptyRichText(node) ? null : node
}
