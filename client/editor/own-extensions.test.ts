// @vitest-environment jsdom
import { richTextFrom } from '@samskriv/shared/rich-text'
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { ownHistory } from './history.ts'
import { ownExtensions, writtenIn } from './own-extensions.ts'

const open: Editor[] = []
afterEach(() => { for (const editor of open.splice(0)) editor.destroy() })
function edit (content: object | string): Editor {
  const editor = new Editor({ element: document.createElement('div'), injectCSS: false, extensions: ownExtensions(''), content })
  open.push(editor)
  return editor
}

describe('a text of one’s own', () => {
  it('is kept as it is hashed: no attributes that say nothing, null when there are no words', () => {
    const editor = edit('<p>Vi er <strong>uenige</strong>.</p><ul><li><p>Fordi</p></li></ul>')
    expect(writtenIn(editor)).toEqual({
      type: 'doc', content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Vi er ' }, { type: 'text', text: 'uenige', marks: [{ type: 'bold' }] }, { type: 'text', text: '.' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Fordi' }] }] }] },
      ],
    })
    expect(writtenIn(edit('<p> </p><p></p>'))).toBeNull()
  })
  it('comes back the same when it is opened again', () => {
    const node = richTextFrom('En linje.\nEn til.')
    expect(writtenIn(edit(node))).toEqual(node)
  })
  it('takes no images and no comments’ anchors', () => {
    const editor = edit(`<p>Tekst <span data-comment="abcdefghij">her</span></p><img data-hash="${'a'.repeat(64)}" alt="x"><p>mer</p>`)
    expect(JSON.stringify(editor.getJSON())).not.toMatch(/image|comment/)
    expect(editor.getText()).toContain('mer')
  })
  it('has a history of its own', () => {
    const editor = edit(richTextFrom('Først.'))
    const history = ownHistory(editor)
    expect([history.canUndo(), history.canRedo()]).toEqual([false, false])
    editor.commands.insertContentAt(1, 'Nå. ')
    expect([history.canUndo(), editor.getText()]).toEqual([true, 'Nå. Først.'])
    history.undo()
    expect([history.canRedo(), editor.getText()]).toEqual([true, 'Først.'])
  })
})
