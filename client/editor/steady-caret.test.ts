// @vitest-environment jsdom
import { richTextFrom, writeRichText } from '@samskriv/shared/rich-text'
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

function two (text: string): readonly [Editor, Editor] {
  const start = new Y.Doc()
  writeRichText(start.getXmlFragment('rich:x'), richTextFrom(text))
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [one, other]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
  one.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'peer') Y.applyUpdate(other, update, 'peer') })
  other.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'peer') Y.applyUpdate(one, update, 'peer') })
  return [edit(one), edit(other)]
}

const type = (editor: Editor, text: string): void => { editor.view.dispatch(editor.state.tr.insertText(text)) }

// Positions count from 1 in the first paragraph; each seam between two paragraphs is two.
describe('a caret in the middle of a word stays there while another', () => {
  const text = 'Først dette. Frikjøp av lærere.\nSlutt.'
  const inWord = 1 + 'Først dette. Fri'.length
  const cases: readonly (readonly [string, (other: Editor) => void])[] = [
    ['parts the paragraph in front of it', other => { other.chain().setTextSelection(1 + 'Først dette. '.length).splitBlock().run() }],
    ['parts the paragraph behind it', other => { other.chain().setTextSelection(1 + 'Først dette. Frikjøp av'.length).splitBlock().run() }],
    ['makes it a heading', other => { other.chain().setTextSelection(2).toggleHeading({ level: 4 }).run() }],
    ['makes it a list', other => { other.chain().setTextSelection(2).toggleBulletList().run() }],
    ['puts the next paragraph behind it', other => { other.chain().setTextSelection(1 + 'Først dette. Frikjøp av lærere.'.length + 2).joinBackward().run() }],
    ['takes the sentence before it away', other => { other.chain().setTextSelection({ from: 1, to: 1 + 'Først dette. '.length }).deleteSelection().run() }],
  ]
  for (const [what, work] of cases) {
    it(what, () => {
      const [kari, ola] = two(text)
      kari.commands.setTextSelection(inWord)
      work(ola)
      type(kari, '·')
      expect(kari.getText()).toContain('Fri·kjøp av')
      expect(ola.getText()).toBe(kari.getText())
    })
  }

  it('joins its paragraph to the one above', () => {
    const [kari, ola] = two('Først.\nFrikjøp av lærere.')
    kari.commands.setTextSelection(1 + 'Først.'.length + 2 + 'Fri'.length)
    ola.chain().setTextSelection(1 + 'Først.'.length + 2).joinBackward().run()
    type(kari, '·')
    expect(kari.getText()).toContain('Fri·kjøp av')
  })
})

it('a caret at the start of a paragraph that is joined or parted stays at its words', () => {
  const [kari, ola] = two('Først.\nAndre. Tredje.')
  kari.commands.setTextSelection(1 + 'Først.'.length + 2)
  ola.chain().setTextSelection(1 + 'Først.'.length + 2 + 'Andre. '.length).splitBlock().run()
  ola.chain().setTextSelection(1).toggleHeading({ level: 4 }).run()
  type(kari, '·')
  expect(kari.getText()).toContain('·Andre.')
})
