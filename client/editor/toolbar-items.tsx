import { ArrowRedoIcon, ArrowUndoIcon, BulletListIcon, ChatAddIcon, ImageIcon, LinkIcon, NumberListIcon, TableIcon, TrashIcon } from '@navikt/aksel-icons'
import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import type { TextKey } from '../i18n/index.ts'
import type { EditHistory } from './history.ts'
import { AddColumn, AddRow, HeaderRow, RemoveColumn, RemoveRow } from './table-glyph.tsx'
import type { ToolbarState } from './toolbar-state.ts'

/** What a button may reach. */
export interface Reach {
  readonly editor: Editor
  readonly history: EditHistory
  readonly openLink: () => void
  readonly openImage: () => void
  readonly editImage: () => void
  /** Absent: one may not comment. */
  readonly comment: (() => void) | undefined
}

/** One button: its name, what it shows (an icon, or letters from the texts), and what it does. */
export interface ToolbarItem {
  readonly name: TextKey<'editor'>
  readonly icon?: ReactNode
  readonly letters?: TextKey<'editor'>
  readonly look?: 'bold' | 'italic'
  /** As ProseMirror writes it: `Mod` is ⌘ on a Mac, else Ctrl. */
  readonly shortcut?: string
  readonly pressed?: (state: ToolbarState) => boolean
  readonly enabled?: (state: ToolbarState) => boolean
  readonly run: (reach: Reach) => void
}

// The focus goes back at once, not with the next frame as Tiptap's own `focus` has it: who presses Enter on a button and types
// on must not type into the button.
function chain (editor: Editor): ReturnType<Editor['chain']> {
  editor.view.focus()
  return editor.chain()
}

const text: readonly ToolbarItem[] = [
  { name: 'bold', letters: 'boldLetter', look: 'bold', shortcut: 'Mod-b', pressed: state => state.bold, run: ({ editor }) => { chain(editor).toggleBold().run() } },
  { name: 'italic', letters: 'italicLetter', look: 'italic', shortcut: 'Mod-i', pressed: state => state.italic, run: ({ editor }) => { chain(editor).toggleItalic().run() } },
  { name: 'heading', letters: 'headingLetters', shortcut: 'Mod-Alt-4', pressed: state => state.heading4, run: ({ editor }) => { chain(editor).toggleHeading({ level: 4 }).run() } },
  { name: 'subheading', letters: 'subheadingLetters', shortcut: 'Mod-Alt-5', pressed: state => state.heading5, run: ({ editor }) => { chain(editor).toggleHeading({ level: 5 }).run() } },
]
const blocks: readonly ToolbarItem[] = [
  { name: 'bulletList', icon: <BulletListIcon aria-hidden />, shortcut: 'Mod-Shift-8', pressed: state => state.bulletList, run: ({ editor }) => { chain(editor).toggleBulletList().run() } },
  { name: 'orderedList', icon: <NumberListIcon aria-hidden />, shortcut: 'Mod-Shift-7', pressed: state => state.orderedList, run: ({ editor }) => { chain(editor).toggleOrderedList().run() } },
]
const inserts: readonly ToolbarItem[] = [
  { name: 'link', icon: <LinkIcon aria-hidden />, shortcut: 'Mod-k', pressed: state => state.link, run: ({ openLink }) => { openLink() } },
  { name: 'table', icon: <TableIcon aria-hidden />, enabled: state => !state.table, run: ({ editor }) => { chain(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() } },
]
const insertImage: ToolbarItem = { name: 'image', icon: <ImageIcon aria-hidden />, run: ({ openImage }) => { openImage() } }
const talk: readonly ToolbarItem[] = [
  { name: 'comment', icon: <ChatAddIcon aria-hidden />, shortcut: 'Mod-Alt-m', run: ({ comment }) => { comment?.() } },
]
const steps: readonly ToolbarItem[] = [
  { name: 'undo', icon: <ArrowUndoIcon aria-hidden />, shortcut: 'Mod-z', enabled: state => state.undo, run: ({ history }) => { history.undo() } },
  { name: 'redo', icon: <ArrowRedoIcon aria-hidden />, shortcut: 'Mod-Shift-z', enabled: state => state.redo, run: ({ history }) => { history.redo() } },
]
const inTable: readonly ToolbarItem[] = [
  { name: 'addRow', icon: <AddRow />, run: ({ editor }) => { chain(editor).addRowAfter().run() } },
  { name: 'removeRow', icon: <RemoveRow />, run: ({ editor }) => { chain(editor).deleteRow().run() } },
  { name: 'addColumn', icon: <AddColumn />, run: ({ editor }) => { chain(editor).addColumnAfter().run() } },
  { name: 'removeColumn', icon: <RemoveColumn />, run: ({ editor }) => { chain(editor).deleteColumn().run() } },
  { name: 'headerRow', icon: <HeaderRow />, run: ({ editor }) => { chain(editor).toggleHeaderRow().run() } },
  { name: 'removeTable', icon: <TrashIcon aria-hidden />, run: ({ editor }) => { chain(editor).deleteTable().run() } },
]
const onImage: readonly ToolbarItem[] = [
  { name: 'imageText', letters: 'imageTextLetters', run: ({ editImage }) => { editImage() } },
  { name: 'removeImage', icon: <TrashIcon aria-hidden />, run: ({ editor }) => { chain(editor).deleteSelection().run() } },
]

// What can be suggested: words, and how one's own look.
const ownWords = text.slice(0, 2)

/** The buttons in their groups. What belongs to a table or an image is there while one is in it. `withImages`: the text takes them. `mayComment`: one may comment on it. */
export function toolbarGroups (state: ToolbarState, withImages: boolean, mayComment: boolean): readonly (readonly ToolbarItem[])[] {
  if (state.suggesting) return [ownWords, ...(mayComment ? [talk] : []), steps]
  return [text, blocks, withImages ? [...inserts, insertImage] : inserts, ...(state.table ? [inTable] : []), ...(state.image ? [onImage] : []), ...(mayComment ? [talk] : []), steps]
}
