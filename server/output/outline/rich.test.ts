import { describe, expect, it } from 'vitest'
import { doc, img, li, link, p, t, ul } from '../testing/sample.ts'
import { imagesIn, richBlocks } from './rich.ts'

const run = (text: string, look = {}): object => ({ kind: 'text', text, bold: false, italic: false, link: null, ...look })

describe('Rich text as blocks', () => {
  it('keeps the text of a kind of node it does not know', () => {
    const unknown = { type: 'blockquote', content: [p(t('Sitat')), { type: 'callout', content: [t('Naken tekst')] }] }
    expect(richBlocks(doc(unknown))).toEqual([{ kind: 'paragraph', runs: [run('Sitat')] }, { kind: 'paragraph', runs: [run('Naken tekst')] }])
  })

  it('keeps the text of a link it does not trust, but not the link', () => {
    const blocks = richBlocks(doc(p(t('trykk', link('javascript:alert(1)')), t('skriv', link('mailto:a@eksempel.no')))))
    expect(blocks).toEqual([{ kind: 'paragraph', runs: [run('trykk'), run('skriv', { link: 'mailto:a@eksempel.no' })] }])
  })

  it('leaves out paragraphs that hold nothing', () => {
    expect(richBlocks(doc(p(), p(t('  ')), p({ type: 'hardBreak' })))).toEqual([])
  })

  it('finds images inside lists', () => {
    expect(imagesIn(richBlocks(doc(ul(li(p(t('x')), img('aa', 'bilde'))))))).toEqual(['aa'])
  })
})
