// @vitest-environment jsdom
import { lineOf, putMark } from '@samskriv/shared/comment'
import { richTextFrom, storedCommentMark, writeRichText } from '@samskriv/shared/rich-text'
import { richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { Editor, Extension } from '@tiptap/core'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { exactText } from './exact-text.ts'
import { steadyCaret } from './steady-caret.ts'

const editors: Editor[] = []
afterEach(() => { for (const editor of editors.splice(0)) editor.destroy() })

function edit (doc: Y.Doc): Editor {
  const sync = Extension.create({ name: 'sync', addProseMirrorPlugins: () => [exactText(), ySyncPlugin(doc.getXmlFragment('rich:x')), steadyCaret()] })
  const editor = new Editor({ element: document.createElement('div'), extensions: [...richTextExtensions, sync] })
  editors.push(editor)
  return editor
}

function written (text: string): Y.Doc {
  const doc = new Y.Doc()
  writeRichText(doc.getXmlFragment('rich:x'), richTextFrom(text))
  return doc
}

const mark = (doc: Y.Doc, from: number, to: number, thread: string): void => {
  doc.transact(() => { putMark(lineOf(doc.getXmlFragment('rich:x')), { from, to }, thread) }, 'server')
}
const marked = (doc: Y.Doc, thread: string): readonly string[] => {
  const { words, marks } = lineOf(doc.getXmlFragment('rich:x'))
  return (marks.get(thread) ?? []).map(({ from, to }) => words.slice(from, to))
}
const type = (editor: Editor, at: number, text: string): void => {
  editor.commands.setTextSelection(at)
  for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter))
}

describe('a comment’s mark', () => {
  it('is called what y-tiptap calls it', () => {
    const doc = written('')
    const editor = edit(doc)
    editor.commands.setContent('<p>et <span data-comment="traad1">ord</span></p>')
    const paragraph = doc.getXmlFragment('rich:x').get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    const { name, value } = storedCommentMark('traad1')
    expect(text instanceof Y.XmlText ? text.toDelta() : null).toEqual([{ insert: 'et ' }, { insert: 'ord', attributes: { [name]: value } }])
  })

  it('takes in what is typed inside it, not what is typed at its edges', () => {
    const doc = written('før ordene etter')
    const editor = edit(doc)
    mark(doc, 4, 10, 'traad1')
    type(editor, 5, 'A')
    type(editor, 12, 'B')
    type(editor, 8, 'C')
    expect(editor.getText()).toBe('før AorCdeneB etter')
    expect(marked(doc, 'traad1')).toEqual(['orCdene'])
  })
})
