import { newId } from '@samskriv/shared/base'
import { readRichText, type RichTextNode, writeRichText } from '@samskriv/shared/rich-text'
import { richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { Editor, Extension } from '@tiptap/core'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { exactText } from '../exact-text.ts'
import { steadyCaret } from '../steady-caret.ts'
import { Suggest } from './suggest.ts'
import type { NotSuggested, OwnIds, WritingMode } from './suggesting.ts'

/** Somebody with an editor on a text of their own, that others' changes come to when they are brought. */
export interface Writer {
  readonly personId: string
  readonly doc: Y.Doc
  readonly editor: Editor
  mode: WritingMode
  /** What they were told could not be done, and why. */
  readonly refusals: NotSuggested[]
  /** Types letter by letter at a place (absent: where the caret is). */
  type (text: string, at?: number): void
  /** Takes away what stands between two places. */
  remove (from: number, to: number): void
  press (key: string): void
  read (): RichTextNode | null
}

const open: Editor[] = []
/** Closes all editors; after each test. */
export function closeEditors (): void { for (const editor of open.splice(0)) editor.destroy() }

/** A document with one text in it. */
export function docOf (node: RichTextNode): Y.Doc {
  const doc = new Y.Doc()
  writeRichText(doc.getXmlFragment('rich:x'), node)
  return doc
}

const ownIds = (): OwnIds => {
  const made = new Set<string>()
  return { mayExtend: id => made.has(id), make: () => { const id = newId(8); made.add(id); return id } }
}

/** Opens an editor for somebody on a copy of a document. */
export function writer (personId: string, mode: WritingMode, start: Y.Doc, clientId?: number): Writer {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(start), 'peer')
  const fragment = doc.getXmlFragment('rich:x')
  const refusals: NotSuggested[] = []
  const chosen = { mode }
  const suggesting = { personId, ids: ownIds(), state: { get: () => ({ mode: chosen.mode, isBound: false, mayDecide: true }), watch: () => () => undefined }, nameOf: (id: string) => id, colorOf: () => 0 }
  const sync = Extension.create({ name: 'sync', addProseMirrorPlugins: () => [exactText(), ySyncPlugin(fragment), steadyCaret()] })
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...richTextExtensions, Suggest.configure({ suggesting, refused: why => { refusals.push(why) } }), sync],
  })
  open.push(editor)
  return {
    personId, doc, editor, refusals,
    get mode () { return chosen.mode },
    set mode (now) { chosen.mode = now },
    type (text, at) {
      if (at !== undefined) editor.commands.setTextSelection(at)
      for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter))
    },
    remove (from, to) { editor.chain().setTextSelection({ from, to }).deleteSelection().run() },
    press (key) {
      const event = new KeyboardEvent('keydown', { key })
      editor.view.someProp('handleKeyDown', handle => handle(editor.view, event))
    },
    read: () => readRichText(fragment, 'shown'),
  }
}

/** Brings each everything the others have. */
export function exchange (...writers: readonly Pick<Writer, 'doc'>[]): void {
  const updates = writers.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  for (const { doc } of writers) for (const update of updates) Y.applyUpdate(doc, update, 'peer')
}
