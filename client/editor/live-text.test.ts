// @vitest-environment jsdom
import { richTextFrom, readRichText, plainText, writeRichText } from '@samskriv/shared/rich-text'
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from './extensions.ts'
import type { Home } from './home.ts'

const open: Editor[] = []
afterEach(() => { for (const editor of open.splice(0)) editor.destroy() })

function homeOf (doc: Y.Doc, captureTimeout = 0): Home {
  const origin = {}
  return {
    doc, origin, awareness: new Awareness(doc), undo: new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout }),
    present: { get: () => [], watch: () => () => undefined }, lastUndone: { get: () => null, watch: () => () => undefined }, setPlace: () => undefined,
  }
}
function edit (home: Home, key: string): Editor {
  const editor = new Editor({
    element: document.createElement('div'), injectCSS: false,
    extensions: editorExtensions({ live: { home, fragment: home.doc.getXmlFragment(`rich:${key}`), key }, upload: { label: () => '', offered: () => undefined }, imageAddress: hash => hash, placeholder: '' }),
  })
  open.push(editor)
  return editor
}
const read = (home: Home, key: string): string => {
  const node = readRichText(home.doc.getXmlFragment(`rich:${key}`))
  return node === null ? '' : plainText(node)
}

describe('one undo for all fields', () => {
  it('takes back what was typed last, in whichever field, and also after that field\'s editor is gone', () => {
    const home = homeOf(new Y.Doc())
    const [a, b] = [edit(home, 'a'), edit(home, 'b')]
    a.commands.insertContent('Først')
    b.commands.insertContent('Sist')
    b.destroy()
    home.undo.undo()
    expect([read(home, 'a'), read(home, 'b')]).toEqual(['Først', ''])
    home.undo.undo()
    expect(read(home, 'a')).toBe('')
    home.undo.redo()
    expect(read(home, 'a')).toBe('Først')
    expect(a.getText()).toBe('Først')
  })

  it('takes back in one go what was typed in one go, and by itself what was done to chosen words or elsewhere', () => {
    const home = homeOf(new Y.Doc(), 600_000)
    const editor = edit(home, 'a')
    for (const letter of 'Det var en gang') editor.commands.insertContent(letter)
    editor.commands.setTextSelection({ from: 5, to: 9 })
    editor.commands.deleteSelection()
    editor.commands.setTextSelection(1)
    editor.commands.insertContent('Å')
    editor.commands.insertContent('!')
    expect(editor.getText()).toBe('Å!Det en gang')
    home.undo.undo()
    expect(editor.getText()).toBe('Det en gang')
    home.undo.undo()
    expect(editor.getText()).toBe('Det var en gang')
    home.undo.undo()
    expect(editor.getText()).toBe('')
  })

  it('leaves what others wrote', () => {
    const home = homeOf(new Y.Doc())
    writeRichText(home.doc.getXmlFragment('rich:a'), richTextFrom('Grunnlag'))
    const editor = edit(home, 'a')
    editor.commands.insertContentAt(1, 'Mitt ')
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(home.doc))
    const paragraph = peer.getXmlFragment('rich:a').get(0)
    const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (line instanceof Y.XmlText) line.insert(line.length, ' og ditt')
    Y.applyUpdate(home.doc, Y.encodeStateAsUpdate(peer), 'peer')
    expect(editor.getText()).toBe('Mitt Grunnlag og ditt')
    home.undo.undo()
    expect(editor.getText()).toBe('Grunnlag og ditt')
  })
})
