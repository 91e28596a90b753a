// @vitest-environment jsdom
import { richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { Editor } from '@tiptap/core'
import { afterEach, expect, it } from 'vitest'
import { withoutStanding } from './comment-paste.ts'

const editors: Editor[] = []
afterEach(() => { for (const editor of editors.splice(0)) editor.destroy() })
const edit = (html: string): Editor => {
  const editor = new Editor({ element: document.createElement('div'), extensions: richTextExtensions, content: html })
  editors.push(editor)
  return editor
}

it('takes the comment along with words that were cut, and leaves it where words were copied from', () => {
  const editor = edit('<ul><li><p>a <span data-comment="traad1"><strong>b</strong> <span data-comment="traad2">c</span></span></p></li></ul>')
  const slice = editor.state.doc.slice(0, editor.state.doc.content.size)
  const marks = (standing: readonly string[]): string[] => {
    const found = new Set<string>()
    withoutStanding(slice, new Set(standing)).content.descendants(node => { for (const mark of node.marks) found.add(mark.type.name === 'comment' ? String(mark.attrs['thread']) : mark.type.name) })
    return [...found].toSorted()
  }
  expect(marks([])).toEqual(['bold', 'traad1', 'traad2'])
  expect(marks(['traad1'])).toEqual(['bold', 'traad2'])
  expect(marks(['traad1', 'traad2', 'traad3'])).toEqual(['bold'])
  expect(withoutStanding(slice, new Set(['traad1'])).content.textBetween(0, slice.content.size)).toBe('a b c')
})
