// @vitest-environment jsdom
import { richTextFrom, writeRichText } from '@samskriv/shared/rich-text'
import { richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { Editor, Extension } from '@tiptap/core'
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { unbrokenSync } from './unbroken-sync.ts'

const editors: Editor[] = []
afterEach(() => { for (const editor of editors.splice(0)) editor.destroy() })

it('what others wrote is shown, and not written over, though the caret cannot be placed', () => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('rich:x')
  writeRichText(fragment, richTextFrom('Mitt'))
  const sync = Extension.create({ name: 'sync', addProseMirrorPlugins: () => [ySyncPlugin(fragment), unbrokenSync()] })
  const editor = new Editor({ element: document.createElement('div'), extensions: [...richTextExtensions, sync] })
  editors.push(editor)
  const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(editor.state)
  // As y-tiptap does when it looks for the caret beyond the end of the text.
  let isFirst = true
  Object.defineProperty(binding, '_tr', { get () {
    if (isFirst) { isFirst = false; throw new RangeError('Position 215 out of range') }
    return editor.state.tr.setMeta('addToHistory', false)
  } })
  const peer = new Y.Doc()
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
  writeRichText(peer.getXmlFragment('rich:x'), richTextFrom('Ditt'))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer), 'peer')
  expect(editor.getText()).toContain('Ditt')
  editor.view.dispatch(editor.state.tr.insertText('!', 1))
  expect(JSON.stringify(fragment.toJSON())).toContain('Ditt')
})
