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

function homeOf (doc: Y.Doc): Home {
  const origin = {}
  return {
    doc, origin, awareness: new Awareness(doc), undo: new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout: 0 }),
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
