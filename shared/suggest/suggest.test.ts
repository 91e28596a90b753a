import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { plainText, readRichText, writeRichText, type RichTextNode } from '../rich-text/index.ts'
import { b, bullets, del, h, ins, p, rich } from '../testing/index.ts'
import { decide, marksOf, suggestionsIn, type Chosen, type Verdict } from './index.ts'

function written (node: RichTextNode): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('rich:x')
  writeRichText(fragment, node)
  return fragment
}
const all: Chosen = () => true
const decided = (node: RichTextNode, verdict: Verdict, isChosen = all): RichTextNode | null => {
  const fragment = written(node)
  fragment.doc?.transact(() => { decide(fragment, isChosen, verdict) })
  return readRichText(fragment, 'shown')
}
const list = (parts: RichTextNode): RichTextNode => ({ type: 'bulletList', content: [{ type: 'listItem', content: [parts] }] })
const bold = (node: RichTextNode): RichTextNode => ({ ...node, marks: [{ type: 'bold' }, ...node.marks ?? []] })

describe('a text with suggestions', () => {
  const text = rich(p('Vi ', del('skal', 'kari', 'id01'), ins('vil', 'kari', 'id01'), ' lære.'), p(ins('Mer.', 'aslaug', 'id02')))

  it('reads as it stands without them, as it would read with them, and with both shown', () => {
    const fragment = written(text)
    expect(readRichText(fragment)).toEqual(rich(p('Vi skal lære.'), { type: 'paragraph' }))
    expect(plainText(readRichText(fragment, 'suggested') ?? rich())).toBe('Vi vil lære.\nMer.')
    expect(readRichText(fragment, 'shown')).toEqual(text)
  })

  it('reads with the paragraphs and lines that were asked for, in a list too', () => {
    expect(readRichText(written(rich(p('En', ins('.\u2029To\u2028tre', 'kari', 'id01'), b('fire')))), 'suggested')).toEqual(rich(
      p('En.'), { type: 'paragraph', content: [{ type: 'text', text: 'To' }, { type: 'hardBreak' }, { type: 'text', text: 'tre' }, b('fire')] },
    ))
    expect(readRichText(written(rich(list(p('en', ins('\u2029to', 'kari', 'id01'))))), 'suggested'))
      .toEqual(rich({ type: 'bulletList', content: [{ type: 'listItem', content: [p('en'), p('to')] }] }))
  })

  it('is hashed as if nobody had suggested anything, however the suggestions part its runs', () => {
    expect(readRichText(written(rich(p('ab', ins('X', 'kari', 'id01'), 'cd', del('ef', 'kari', 'id02')))))).toEqual(rich(p('abcdef')))
    expect(readRichText(written(rich(p(ins('Bare et forslag', 'kari', 'id01')))))).toBeNull()
  })
})

describe('the list of suggestions', () => {
  it('tells whose each is, its words, and what stands around it without what is undecided', () => {
    expect(suggestionsIn(written(rich(p('Vi ', del('skal', 'kari', 'id01'), ins('vil', 'kari', 'id01'), ' lære ', ins('mer ', 'aslaug', 'id02'), 'sammen.'))))).toEqual([
      { key: 'kari/id01', by: 'kari', ids: ['id01'], inserted: 'vil', deleted: 'skal', before: 'Vi ', after: ' lære sammen.' },
      { key: 'aslaug/id02', by: 'aslaug', ids: ['id02'], inserted: 'mer ', deleted: '', before: 'Vi skal lære ', after: 'sammen.' },
    ])
  })
  it('takes as one what stands together of one person’s, and what one deletion took in several paragraphs', () => {
    expect(suggestionsIn(written(rich(p('a', ins('b', 'kari', 'id01'), ins('c', 'kari', 'id02'), ins('d', 'aslaug', 'id03')))))
      .map(({ by, ids, inserted }) => [by, ids, inserted])).toEqual([['kari', ['id01', 'id02'], 'bc'], ['aslaug', ['id03'], 'd']])
    expect(suggestionsIn(written(rich(p('a', del('b', 'kari', 'id01')), p(del('c', 'kari', 'id01'), 'd')))).map(({ deleted, after }) => [deleted, after])).toEqual([['b\nc', '']])
  })
  it('has each person’s own where two would take away the same words', () => {
    const twice: RichTextNode = { type: 'text', text: 'to', marks: [{ type: 'deletion', attrs: { id: 'id01', by: 'kari' } }, { type: 'deletion', attrs: { id: 'id02', by: 'aslaug' } }] }
    expect(suggestionsIn(written(rich(p(del('en ', 'kari', 'id01'), twice, del(' tre', 'aslaug', 'id02'))))).map(({ by, deleted }) => [by, deleted])).toEqual([['kari', 'en to'], ['aslaug', 'to tre']])
  })
})

describe('a decision', () => {
  const replaced = rich(p('Vi ', del('skal', 'kari', 'id01'), ins('vil', 'kari', 'id01'), ' lære.'))

  it('accepted puts in and takes away; rejected leaves what stood there', () => {
    expect(decided(replaced, 'accept')).toEqual(rich(p('Vi vil lære.')))
    expect(decided(replaced, 'reject')).toEqual(rich(p('Vi skal lære.')))
  })
  it('is about the suggestions it names and no other', () => {
    const two = rich(p('a', ins('b', 'kari', 'id01'), del('c', 'aslaug', 'id01')))
    expect(decided(two, 'accept', marksOf([{ by: 'kari', ids: ['id01'] }]))).toEqual(rich(p('ab', del('c', 'aslaug', 'id01'))))
    expect(decided(two, 'accept', mark => mark.by === 'aslaug')).toEqual(rich(p('a', ins('b', 'kari', 'id01'))))
  })
  it('leaves no end of a mark behind, also where bold words part it', () => {
    const fragment = written(rich(p('a', ins('b', 'kari', 'id01'), bold(ins('c', 'kari', 'id01')), ins('d', 'kari', 'id01'), 'e')))
    fragment.doc?.transact(() => { decide(fragment, all, 'accept') })
    const paragraph = fragment.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('a paragraph holds text')
    text.insert(5, 'f')
    expect(readRichText(fragment, 'shown')).toEqual(rich(p('ab', b('c'), 'def')))
  })
  it('makes the new paragraphs and lines that were asked for: in a text, after a heading, in a list', () => {
    expect(decided(rich(p('Først.', ins('\u2029Så.', 'kari', 'id01')), p('Sist.')), 'accept')).toEqual(rich(p('Først.'), p('Så.'), p('Sist.')))
    expect(decided(rich(p('Foran ', ins('a\u2029b\u2029', 'kari', 'id01'), 'bak')), 'accept')).toEqual(rich(p('Foran a'), p('b'), p('bak')))
    expect(decided(rich(h('Mål'), p('x')), 'accept')).toEqual(rich(h('Mål'), p('x')))
    expect(decided(rich({ ...h('Mål'), content: [{ type: 'text', text: 'Mål' }, ins('\u2029Tekst', 'kari', 'id01')] }), 'accept')).toEqual(rich(h('Mål'), p('Tekst')))
    expect(decided(rich(list(p('en', ins('\u2029to', 'kari', 'id01')))), 'accept')).toEqual(rich(bullets('en', 'to')))
    expect(decided(rich(p('en', ins('\u2028to', 'kari', 'id01'))), 'accept')).toEqual(rich({ type: 'paragraph', content: [{ type: 'text', text: 'en' }, { type: 'hardBreak' }, { type: 'text', text: 'to' }] }))
  })
  it('takes a paragraph away with its words, and the list with its last item; a cell, and a text, keep one', () => {
    expect(decided(rich(p('a'), p(del('b', 'kari', 'id01')), p('c')), 'accept')).toEqual(rich(p('a'), p('c')))
    expect(decided(rich(p('a'), bullets(del('b', 'kari', 'id01'))), 'accept')).toEqual(rich(p('a')))
    expect(decided(rich(bullets('a', del('b', 'kari', 'id01'))), 'accept')).toEqual(rich(bullets('a')))
    expect(decided(rich(p(del('b', 'kari', 'id01'))), 'accept')).toBeNull()
    const cell: RichTextNode = { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p(del('b', 'kari', 'id01'))] }] }] }
    expect(decided(rich(cell), 'accept')).toEqual(rich({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }] }))
    const nested = rich({ type: 'bulletList', content: [{ type: 'listItem', content: [p(del('b', 'kari', 'id01')), bullets('c')] }] })
    expect(decided(nested, 'accept')).toEqual(rich({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, bullets('c')] }] }))
  })
  it('taken back by undo leaves the text and the suggestion as they were', () => {
    const fragment = written(replaced)
    const origin = {}
    const undo = new Y.UndoManager(fragment, { trackedOrigins: new Set([origin]) })
    for (const verdict of ['accept', 'reject'] as const) {
      fragment.doc?.transact(() => { decide(fragment, all, verdict) }, origin)
      undo.undo()
      expect(readRichText(fragment, 'shown')).toEqual(replaced)
    }
  })
})
