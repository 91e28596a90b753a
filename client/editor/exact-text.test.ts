// @vitest-environment jsdom
import { richTextFrom, writeRichText } from '@samskriv/shared/rich-text'
import { richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { seeded } from '@samskriv/shared/testing'
import { Editor, Extension } from '@tiptap/core'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPlugin, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { exactText } from './exact-text.ts'
import { steadyCaret } from './steady-caret.ts'

const editors: Editor[] = []
afterEach(() => { for (const editor of editors.splice(0)) editor.destroy() })

function person (clientID: number, start?: Y.Doc): { readonly doc: Y.Doc, readonly editor: Editor } {
  const doc = new Y.Doc()
  doc.clientID = clientID
  if (start !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(start))
  const fragment = doc.getXmlFragment('rich:x')
  const sync = Extension.create({ name: 'sync', addProseMirrorPlugins: () => [exactText(), ySyncPlugin(fragment), steadyCaret()] })
  const editor = new Editor({ element: document.createElement('div'), extensions: [...richTextExtensions, sync] })
  editors.push(editor)
  return { doc, editor }
}

function started (text: string): Y.Doc {
  const doc = new Y.Doc()
  writeRichText(doc.getXmlFragment('rich:x'), richTextFrom(text))
  return doc
}

const type = (editor: Editor, text: string): void => { editor.view.dispatch(editor.state.tr.insertText(text)) }
const exchange = (one: Y.Doc, other: Y.Doc): void => {
  const [a, b] = [Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), Y.encodeStateAsUpdate(other, Y.encodeStateVector(one))]
  Y.applyUpdate(other, a, 'peer')
  Y.applyUpdate(one, b, 'peer')
}

// y-tiptap keeps no marks of line breaks; they say nothing.
const said = (editor: Editor): string => JSON.stringify(editor.getJSON(), (_key, value: unknown) =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'hardBreak' ? { type: 'hardBreak' } : value)

describe('two people who write at the same place', () => {
  for (const seed of [1, 2, 3, 4, 5, Date.now() % 1_000_000]) {
    it(`keep their sentences whole, also where the same letters stand on both sides (seed ${seed})`, () => {
      const random = seeded(seed)
      const start = started('Slutt.')
      const [kari, ola] = [person(random.below(2 ** 31), start), person(random.below(2 ** 31), start)]
      const sentences = new Map([[kari, ' Kommunen ser  helheten og alle er med.'], [ola, ' De ansatte er hørt og  alle alle er med.']])
      for (const { editor } of sentences.keys()) editor.commands.setTextSelection(7)
      const left = new Map([...sentences].map(([who, sentence]) => [who, [...sentence]]))
      while ([...left.values()].some(letters => letters.length > 0)) {
        const who = random.next() < 0.5 ? kari : ola
        const letter = left.get(who)?.shift()
        if (letter !== undefined) type(who.editor, letter)
        if (random.next() < 0.6) exchange(kari.doc, ola.doc)
      }
      exchange(kari.doc, ola.doc)
      expect(kari.editor.getText()).toBe(ola.editor.getText())
      for (const sentence of sentences.values()) expect(kari.editor.getText()).toContain(sentence)
    })
  }
})

// Where the binding believes each place inside a text to be, there and back again.
function misplaced (editor: Editor): number[] {
  const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(editor.state)
  const wrong: number[] = []
  editor.state.doc.descendants((node, position) => {
    if (!node.isText) return
    for (let at = position + 1; at <= position + node.nodeSize; at++) {
      const relative = absolutePositionToRelativePosition(at, binding.type, binding.mapping)
      if (relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping) !== at) wrong.push(at)
    }
  })
  return wrong
}

describe('what is typed', () => {
  it('leaves the binding knowing where everything is, also deep in a list and behind it', () => {
    const { editor } = person(7, started('Mål\nen\nto\nSlutt'))
    editor.chain().setTextSelection({ from: 6, to: 12 }).toggleBulletList().run()
    editor.commands.setTextSelection(10)
    for (const letter of 'Vi er med ') type(editor, letter)
    expect(misplaced(editor)).toEqual([])
    expect(editor.getText()).toContain('Vi er med')
  })

  it('is one’s own letter, not the same letter beside it', () => {
    const { doc, editor } = person(7, started('a  b'))
    editor.commands.setTextSelection(2)
    type(editor, ' ')
    const text = doc.getXmlFragment('rich:x').get(0)
    const line = text instanceof Y.XmlElement ? text.get(0) : null
    if (!(line instanceof Y.XmlText)) throw new Error('a paragraph holds text')
    expect(Y.createRelativePositionFromTypeIndex(line, 1).item?.client).toBe(7)
    expect(Y.createRelativePositionFromTypeIndex(line, 2).item?.client).not.toBe(7)
  })

  it('takes marks where they are on, and none where they are off', () => {
    const { doc, editor } = person(7, started('ord'))
    editor.chain().setTextSelection({ from: 1, to: 4 }).setBold().setTextSelection(4).run()
    type(editor, 'x')
    editor.chain().setTextSelection(5).unsetBold().run()
    type(editor, 'y')
    expect(editor.getHTML()).toBe('<p><strong>ordx</strong>y</p>')
    const copy = person(8, doc)
    expect(copy.editor.getHTML()).toBe('<p><strong>ordx</strong>y</p>')
  })

  it('reaches Yjs as the editor has it: inserts, deletions, line breaks, lists, at random places (seeded)', () => {
    const seed = Date.now() % 1_000_000
    const random = seeded(seed)
    const { doc, editor } = person(7, started('Første linje\nAndre linje\nTredje'))
    for (let n = 0; n < 300; n++) {
      const size = editor.state.doc.content.size
      const from = 1 + random.below(size - 1)
      editor.commands.setTextSelection({ from, to: Math.min(size - 1, from + (random.next() < 0.3 ? random.below(5) : 0)) })
      const kind = random.below(8)
      if (kind < 4) type(editor, random.pick(['a', ' ', 'aa', 'ø']))
      else if (kind === 4) editor.commands.deleteSelection()
      else if (kind === 5) editor.commands.setHardBreak()
      else if (kind === 6) editor.commands.splitBlock()
      else editor.commands.toggleBold()
      if (n % 10 === 0) expect(misplaced(editor), `seed ${seed}`).toEqual([])
    }
    expect(said(person(8, doc).editor), `seed ${seed}`).toBe(said(editor))
  })
})
