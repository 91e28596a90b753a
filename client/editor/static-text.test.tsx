// @vitest-environment jsdom
import { type RichTextNode, writeRichText } from '@samskriv/shared/rich-text'
import { richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { Editor, getSchema } from '@tiptap/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from './extensions.ts'
import type { Home } from './home.ts'
import { StaticText } from './static-text.tsx'

const home = (doc: Y.Doc): Home => ({
  doc, awareness: new Awareness(doc), undo: new Y.UndoManager(doc), origin: {},
  present: { get: () => [], watch: () => () => undefined }, lastUndone: { get: () => null, watch: () => () => undefined }, setPlace: () => undefined,
})
const behaviour = (doc: Y.Doc): Parameters<typeof editorExtensions>[0] => ({
  live: { home: home(doc), fragment: doc.getXmlFragment('rich:x'), key: 'x' },
  upload: { label: () => '', offered: () => undefined },
  imageAddress: hash => `/images/${hash}`,
  placeholder: '',
})

const word = (text: string, ...marks: RichTextNode['marks'] & object): RichTextNode => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
const block = (type: string, content: readonly RichTextNode[], attrs?: RichTextNode['attrs']): RichTextNode => ({ type, content, ...(attrs === undefined ? {} : { attrs }) })
const all: RichTextNode = block('doc', [
  block('heading', [word('Mål')], { level: 4 }),
  block('heading', [word('Delmål')], { level: 5 }),
  block('paragraph', [
    word('Fet', { type: 'bold' }), word(' og '), word('begge', { type: 'bold' }, { type: 'italic' }), { type: 'hardBreak' },
    word('lenke', { type: 'italic' }, { type: 'link', attrs: { href: 'https://example.test/' } }),
  ]),
  { type: 'paragraph' },
  block('bulletList', [block('listItem', [block('paragraph', [word('En')]), block('orderedList', [block('listItem', [block('paragraph', [word('Tre')])])], { start: 3 })])]),
  block('table', [
    block('tableRow', [block('tableHeader', [block('paragraph', [word('Når')])], { colspan: 2, rowspan: 1 })]),
    block('tableRow', [block('tableCell', [block('paragraph', [word('Høst')])], { colspan: 1, rowspan: 1 }), block('tableCell', [block('paragraph', [word('Vår')])], { colspan: 1, rowspan: 1 })]),
  ]),
  { type: 'image', attrs: { hash: 'ab'.repeat(32), type: 'image/png', alt: 'Kart', width: 40, height: 20 } },
  block('paragraph', [word('Slutt')]),
])

function sorted (element: Element): void {
  const attributes = element.getAttributeNames().toSorted().map(name => [name, element.getAttribute(name) ?? ''] as const)
  for (const [name] of attributes) element.removeAttribute(name)
  for (const [name, value] of attributes) element.setAttribute(name, value)
}

// What only the editor needs (its own helpers, room in empty paragraphs) and what only says how wide columns might be.
function essential (html: string): string {
  const holder = document.createElement('div')
  holder.innerHTML = html
  for (const extra of holder.querySelectorAll('.ProseMirror-trailingBreak, .ProseMirror-separator, .ProseMirror-gapcursor, colgroup')) extra.remove()
  for (const element of holder.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) if (!['href', 'rel', 'target', 'start', 'src', 'alt', 'width', 'height', 'data-hash'].includes(name) && !(name.endsWith('span') && element.getAttribute(name) !== '1')) element.removeAttribute(name)
    sorted(element)
  }
  return holder.innerHTML.replaceAll('<p><br></p>', '<p></p>')
}

describe('the editor and the static rendering', () => {
  it('are of one schema', () => {
    const schema = getSchema(editorExtensions(behaviour(new Y.Doc())))
    const shared = getSchema(richTextExtensions)
    const shape = (of: typeof schema): unknown => ({
      nodes: Object.values(of.nodes).map(type => [type.name, type.spec.content, type.spec.marks, type.spec.group, Object.keys(type.spec.attrs ?? {})]),
      marks: Object.values(of.marks).map(type => [type.name, type.spec.excludes, Object.keys(type.spec.attrs ?? {})]),
    })
    expect(shape(schema)).toEqual(shape(shared))
  })

  it('show the same text in the same elements', () => {
    const doc = new Y.Doc()
    writeRichText(doc.getXmlFragment('rich:x'), all)
    const element = document.createElement('div')
    const editor = new Editor({ element, injectCSS: false, extensions: editorExtensions(behaviour(doc)) })
    const still = renderToStaticMarkup(<StaticText node={all} imageAddress={hash => `/images/${hash}`} />)
    expect(essential(still)).toBe(essential(editor.view.dom.innerHTML))
    editor.destroy()
  })

  it('let no address through that a foreign client wrote into the document', () => {
    const bad = block('doc', [block('paragraph', [word('klikk', { type: 'link', attrs: { href: 'javascript:alert(1)' } })]), { type: 'image', attrs: { hash: '../x' } }])
    const still = renderToStaticMarkup(<StaticText node={bad} imageAddress={hash => `/images/${hash}`} />)
    expect(still).not.toContain('javascript')
    expect(still).not.toContain('src=')
  })

  it('put an editor over a text without writing a byte, and over an emptiness without filling it', () => {
    for (const fill of [true, false]) {
      const doc = new Y.Doc()
      if (fill) writeRichText(doc.getXmlFragment('rich:x'), all)
      const before = Y.encodeStateAsUpdate(doc)
      const editor = new Editor({ element: document.createElement('div'), injectCSS: false, extensions: editorExtensions(behaviour(doc)) })
      editor.commands.setTextSelection(1)
      editor.destroy()
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    }
  })
})
