// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { chosenWords, threadsAtCaret } from './chosen-words.ts'
import { shortcutOf } from './shortcuts.ts'

const node = (selector: string): Node => {
  const found = document.querySelector(selector)?.firstChild
  if (found === null || found === undefined) throw new Error(`nothing in ${selector}`)
  return found
}
const select = (from: Node, start: number, to: Node, end: number): Selection | null => {
  getSelection()?.setBaseAndExtent(from, start, to, end)
  return getSelection()
}

beforeEach(() => {
  document.body.innerHTML = `<article class="ss-form">
    <div data-key="om"><div class="ss-rich__text"><p id="a">Barna leker</p><p id="b">og <span data-comment="ytre"><span id="c">le</span><span data-comment="indre" id="d">ser</span></span></p></div></div>
    <div data-key="mal"><div class="ss-rich__text"><p id="e">Annet</p></div></div></article><p id="f">Utenfor</p>`
})

describe('what is chosen in the text', () => {
  it('is told by the letters of its field, also over paragraphs, whichever way one dragged', () => {
    expect(chosenWords(select(node('#a'), 6, node('#c'), 2))).toMatchObject({ key: 'om', from: 6, to: 16 })
    expect(chosenWords(select(node('#c'), 2, node('#a'), 6))).toMatchObject({ key: 'om', from: 6, to: 16 })
  })
  it('ends with the text it begins in', () => {
    expect(chosenWords(select(node('#a'), 6, node('#e'), 3))).toMatchObject({ key: 'om', from: 6, to: 19 })
    expect(chosenWords(select(node('#e'), 2, node('#f'), 3))).toMatchObject({ key: 'mal', from: 2, to: 5 })
  })
  it('is nothing for a caret, for blanks, and outside of texts', () => {
    expect(chosenWords(select(node('#a'), 6, node('#a'), 6))).toBeNull()
    expect(chosenWords(select(node('#a'), 5, node('#a'), 6))).toBeNull()
    expect(chosenWords(select(node('#f'), 0, node('#f'), 3))).toBeNull()
  })
  it('knows the threads the caret is in, the narrowest first', () => {
    expect(threadsAtCaret(select(node('#d'), 1, node('#d'), 1))).toEqual(['indre', 'ytre'])
    expect(threadsAtCaret(select(node('#c'), 1, node('#c'), 1))).toEqual(['ytre'])
    expect(threadsAtCaret(select(node('#a'), 1, node('#a'), 1))).toEqual([])
    expect(threadsAtCaret(select(node('#f'), 1, node('#f'), 1))).toBeNull()
  })
})

const press = (code: string, held: readonly ('Control' | 'Alt' | 'Shift' | 'Meta' | 'AltGraph')[]): ReturnType<typeof shortcutOf> => shortcutOf({
  key: code === 'KeyM' ? 'µ' : code, code, ctrlKey: held.includes('Control'), altKey: held.includes('Alt'), shiftKey: held.includes('Shift'), metaKey: held.includes('Meta'),
  getModifierState: name => held.some(each => each === name),
})

describe('the keys for comments', () => {
  it('are Ctrl+Alt+M (⌘⌥M) and Alt+PageUp and PageDown, whatever letter the layout gives', () => {
    expect(press('KeyM', ['Control', 'Alt'])).toBe('comment')
    expect(press('KeyM', ['Meta', 'Alt'])).toBe('comment')
    expect(press('PageDown', ['Alt'])).toBe('next')
    expect(press('PageUp', ['Alt'])).toBe('previous')
  })
  it('leave letters alone that are typed with AltGr', () => {
    expect(press('KeyM', ['Control', 'Alt', 'AltGraph'])).toBeNull()
    expect(press('KeyM', ['Control'])).toBeNull()
    expect(press('PageDown', ['Alt', 'Shift'])).toBeNull()
    expect(press('PageDown', ['Control', 'Alt'])).toBeNull()
  })
})
