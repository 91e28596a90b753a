// @vitest-environment jsdom
import { readRichText } from '@samskriv/shared/rich-text'
import { decide, suggestionsIn } from '@samskriv/shared/suggest'
import { b, bullets, h, ins, p, rich } from '@samskriv/shared/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { closeEditors, docOf, exchange, writer, type Writer } from './testing.ts'

afterEach(closeEditors)

const list = ({ doc }: Writer): readonly (readonly [string, string, string])[] =>
  suggestionsIn(doc.getXmlFragment('rich:x')).map(({ by, deleted, inserted }) => [by, deleted, inserted])
const plain = ({ doc }: Writer): unknown => readRichText(doc.getXmlFragment('rich:x'))
const paste = ({ editor }: Writer, html: string): void => { editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent) }
const text = 'Vi skal lære.'
const start = (): ReturnType<typeof docOf> => docOf(rich(p(text)))

const two = (): readonly [Writer, Writer] => {
  const base = start()
  return [writer('kari', 'suggest', base), writer('aslaug', 'suggest', base)]
}

describe('one who suggests', () => {
  it('puts words in as one suggestion, and leaves the text as it stands', () => {
    const aslaug = writer('aslaug', 'suggest', start())
    aslaug.type('gjerne ', 4)
    expect(list(aslaug)).toEqual([['aslaug', '', 'gjerne ']])
    expect(plain(aslaug)).toEqual(rich(p(text)))
    aslaug.type('alle ')
    expect(list(aslaug)).toEqual([['aslaug', '', 'gjerne alle ']])
  })
  it('takes words away letter by letter, backwards, with the caret in front of them', () => {
    const aslaug = writer('aslaug', 'suggest', start())
    aslaug.editor.commands.setTextSelection(8)
    for (let times = 0; times < 4; times++) aslaug.remove(aslaug.editor.state.selection.head - 1, aslaug.editor.state.selection.head)
    expect(list(aslaug)).toEqual([['aslaug', 'skal', '']])
    expect(aslaug.editor.getHTML().match(/<del/g)).toHaveLength(1)
    expect(aslaug.editor.state.selection.head).toBe(4)
  })
  it('replaces words with others: one suggestion, the new ones behind the old', () => {
    const aslaug = writer('aslaug', 'suggest', start())
    aslaug.editor.commands.setTextSelection({ from: 4, to: 8 })
    aslaug.type('vil')
    expect(list(aslaug)).toEqual([['aslaug', 'skal', 'vil']])
    expect(aslaug.editor.getText()).toBe('Vi skalvil lære.')
  })
  it('writes a word that is composed anew with each letter in one change: the browser keeps hold of it', () => {
    const aslaug = writer('aslaug', 'suggest', start())
    aslaug.type('h', 4)
    const steps: number[] = []
    aslaug.editor.on('transaction', ({ transaction }) => { if (transaction.docChanged) steps.push(transaction.steps.length) })
    aslaug.editor.view.dispatch(aslaug.editor.state.tr.insertText('hei', 4, 5))
    aslaug.type('!')
    expect(steps).toEqual([1, 1])
    expect(list(aslaug)).toEqual([['aslaug', '', 'hei!']])
  })
  it('really takes back what is only their own suggestion', () => {
    const aslaug = writer('aslaug', 'suggest', start())
    aslaug.type('gjerne ', 4)
    aslaug.remove(3, 11)
    expect(list(aslaug)).toEqual([['aslaug', ' ', '']])
    expect(aslaug.editor.getText()).toBe('Vi skal lære.')
  })
  it('takes words away across paragraphs and lists, and leaves the paragraphs', () => {
    const aslaug = writer('aslaug', 'suggest', docOf(rich(p('Første her.'), bullets('en', 'to'), p('Sist.'))))
    aslaug.remove(8, aslaug.editor.state.doc.content.size - 3)
    expect(list(aslaug)).toEqual([['aslaug', 'her.\nen\nto\nSis', '']])
    expect(plain(aslaug)).toEqual(rich(p('Første her.'), bullets('en', 'to'), p('Sist.')))
  })
  it('begins a new paragraph, in a text and in a list, that comes to be when it is accepted', () => {
    const aslaug = writer('aslaug', 'suggest', docOf(rich(p('En.'), bullets('to'))))
    aslaug.editor.commands.setTextSelection(4)
    aslaug.press('Enter')
    aslaug.type('Mer.')
    expect(plain(aslaug)).toEqual(rich(p('En.'), bullets('to')))
    const fragment = aslaug.doc.getXmlFragment('rich:x')
    aslaug.doc.transact(() => { decide(fragment, () => true, 'accept') })
    expect(aslaug.read()).toEqual(rich(p('En.'), p('Mer.'), bullets('to')))
    expect(aslaug.editor.getHTML()).toBe('<p>En.</p><p>Mer.</p><ul><li><p>to</p></li></ul>')
  })
  it('pastes paragraphs, bold words and a list as words, and is told of a picture that was left out', () => {
    const aslaug = writer('aslaug', 'suggest', start())
    aslaug.editor.commands.setTextSelection(3)
    paste(aslaug, '<p>en <strong>to</strong></p><ul><li><p>tre</p></li></ul>')
    expect(list(aslaug)).toEqual([['aslaug', '', 'en to\u2029tre']])
    aslaug.editor.commands.insertContent({ type: 'image', attrs: { hash: 'a'.repeat(64) } })
    expect(aslaug.refusals).toEqual(['images'])
    expect(plain(aslaug)).toEqual(rich(p(text)))
  })
  it('is calmly refused what is more than words: bold over the text, headings, lists, tables, joined paragraphs', () => {
    const aslaug = writer('aslaug', 'suggest', docOf(rich(p('En.'), p('To.'))))
    const { editor } = aslaug
    editor.chain().setTextSelection({ from: 1, to: 3 }).toggleBold().run()
    editor.chain().toggleHeading({ level: 4 }).run()
    editor.chain().toggleBulletList().run()
    editor.chain().setTextSelection({ from: 6, to: 8 }).setLink({ href: 'https://eksempel.no' }).run()
    editor.chain().setTextSelection(6).joinBackward().run()
    expect(aslaug.refusals.length).toBeGreaterThanOrEqual(4)
    expect(aslaug.read()).toEqual(rich(p('En.'), p('To.')))
  })
  it('may make their own words bold, and no link comes out of an address that stands there', () => {
    const aslaug = writer('aslaug', 'suggest', docOf(rich(p('Se https://eksempel.no'))))
    aslaug.type(' nå', 23)
    aslaug.editor.chain().setTextSelection({ from: 24, to: 26 }).toggleBold().run()
    expect(aslaug.refusals).toEqual([])
    expect(plain(aslaug)).toEqual(rich(p('Se https://eksempel.no')))
    expect(aslaug.editor.getHTML()).toContain('<strong>nå</strong>')
  })
  it('begins in an empty field', () => {
    const aslaug = writer('aslaug', 'suggest', docOf(rich()))
    aslaug.type('Første ord')
    expect(list(aslaug)).toEqual([['aslaug', '', 'Første ord']])
    expect(plain(aslaug)).toBeNull()
  })
  it('writes behind what somebody would take away, also with the caret in the midst of it', () => {
    const [kari, aslaug] = [writer('kari', 'suggest', start()), writer('aslaug', 'suggest', start())]
    exchange(kari, aslaug)
    kari.remove(4, 8)
    exchange(kari, aslaug)
    aslaug.type('vil', 6)
    expect(list(aslaug)).toEqual([['kari', 'skal', ''], ['aslaug', '', 'vil']])
  })
})

describe('two people’s suggestions', () => {
  it('stay each one’s own where they stand beside each other', () => {
    const [kari, aslaug] = two()
    kari.type('gjerne ', 4)
    exchange(kari, aslaug)
    aslaug.type('alltid ', 11)
    aslaug.type('snart ', 4)
    exchange(kari, aslaug)
    expect(list(kari)).toEqual([['aslaug', '', 'snart '], ['kari', '', 'gjerne '], ['aslaug', '', 'alltid ']])
    expect(kari.read()).toEqual(aslaug.read())
  })
  it('on the same words, made at the same time, are both there', () => {
    const [kari, aslaug] = two()
    kari.remove(1, 8)
    aslaug.remove(4, 14)
    exchange(kari, aslaug)
    expect(list(kari)).toEqual([['kari', 'Vi skal', ''], ['aslaug', 'skal lære.', '']])
    expect(kari.editor.getHTML()).toBe(aslaug.editor.getHTML())
  })
  it('may take away each other’s words only as a suggestion', () => {
    const [kari, aslaug] = two()
    kari.type('gjerne ', 4)
    exchange(kari, aslaug)
    aslaug.remove(4, 10)
    exchange(kari, aslaug)
    expect(list(kari)).toEqual([['kari', '', 'gjerne '], ['aslaug', 'gjerne', '']])
  })
  it('are not written in by another, suggesting or writing', () => {
    const [kari, aslaug] = two()
    kari.type('gjerne ', 4)
    exchange(kari, aslaug)
    const before = aslaug.read()
    aslaug.type('x', 6)
    aslaug.mode = 'write'
    aslaug.type('x', 6)
    expect(aslaug.refusals).toEqual(['inside', 'inside'])
    expect(aslaug.read()).toEqual(before)
    aslaug.remove(5, 7)
    expect(list(aslaug)).toEqual([['kari', '', 'grne ']])
  })
})

describe('one who writes beside a suggestion', () => {
  it('writes words like any others, at either edge of it', () => {
    const base = start()
    const [aslaug, kari] = [writer('aslaug', 'suggest', base), writer('kari', 'write', base)]
    aslaug.type('gjerne ', 4)
    exchange(aslaug, kari)
    kari.type('B', 11)
    kari.type('A', 4)
    expect(plain(kari)).toEqual(rich(p('Vi ABskal lære.')))
    expect(list(kari)).toEqual([['aslaug', '', 'gjerne ']])
  })
  it('keeps it whole when they part its paragraph or make it a heading', () => {
    const base = start()
    const [aslaug, kari] = [writer('aslaug', 'suggest', base), writer('kari', 'write', base)]
    aslaug.type('gjerne ', 4)
    exchange(aslaug, kari)
    kari.editor.chain().setTextSelection(7).splitBlock().toggleHeading({ level: 4 }).run()
    exchange(aslaug, kari)
    expect(list(aslaug)).toEqual([['aslaug', '', 'gje\nrne ']])
    expect(aslaug.read()).toEqual(kari.read())
  })
  it('accepts it while its author goes on in it: nothing is lost, and no mark runs over into the text', () => {
    const base = start()
    const [aslaug, kari] = [writer('aslaug', 'suggest', base), writer('kari', 'write', base)]
    aslaug.type('gjerne ', 4)
    exchange(aslaug, kari)
    aslaug.type('nok ')
    kari.doc.transact(() => { decide(kari.doc.getXmlFragment('rich:x'), () => true, 'accept') })
    exchange(aslaug, kari)
    expect(plain(kari)).toEqual(rich(p('Vi gjerne nok skal lære.')))
    expect(list(kari)).toEqual([])
    kari.type('Ja: ', 1)
    expect(plain(kari)).toEqual(rich(p('Ja: Vi gjerne nok skal lære.')))
  })
})

it('marks are drawn around all else, one element for each suggestion', () => {
  const aslaug = writer('aslaug', 'write', docOf(rich(p('a', ins('b', 'kari', 'id01'), b('c')), h('d'))))
  expect(aslaug.editor.getHTML()).toBe('<p>a<ins data-suggestion="id01" data-by="kari">b</ins><strong>c</strong></p><h4>d</h4>')
})
