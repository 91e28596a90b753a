import { describe, expect, it } from 'vitest'
import { carefulCoverage, charactersOf, pdfCoverage } from '../pdf/coverage.ts'
import { fontFiles } from '../pdf/fonts.ts'
import { pdfText } from '../pdf/text.ts'
import { longWord } from '../testing/nasty.ts'
import { textParts, xmlCoverage } from './parts.ts'

const fonts = fontFiles().map(charactersOf)
const pdf = (text: string): unknown => pdfText(text, pdfCoverage(fonts))

describe('The parts of a text', () => {
  it('are lines and tabs, whatever they were written with', () => {
    expect(textParts('a\r\nb\tc\u2028d', xmlCoverage).map(part => part.kind === 'text' ? part.text : part.kind)).toEqual(['a', 'break', 'b', 'tab', 'c', 'break', 'd'])
  })

  it('keep what has no look in XML', () => {
    expect(textParts('a\u200bb\ufeffc\u202ed', xmlCoverage)).toEqual([{ kind: 'text', text: 'a\u200bb\ufeffc\u202ed' }])
  })
})

describe('Text for a PDF', () => {
  it('names what no font has, and what means something only in one font', () => {
    expect(pdf('a中b\uf0b7\u0000')).toEqual(['a', { u: 'U+4E2D' }, 'b', { u: 'U+F0B7' }, { u: 'U+0000' }])
  })

  it('shows letters of Sámi, Hebrew, Arabic and Greek, and emoji made of several parts', () => {
    for (const text of ['ŋđščžá', 'שלום', 'مرحبا', 'Ωμέγα', '👩🏽‍💻', '☒☐✓→']) expect(pdf(text)).toEqual([text])
  })

  it('names a mark that its letter\'s font does not have, and keeps the letter', () => {
    expect(pdf('z\u0488')).toEqual(['z', { u: 'U+0488' }])
  })

  it('may break an address after its signs and a long word anywhere, with nothing put in', () => {
    expect(pdf('kari.normann.olsen@prøvekommune.no')).toEqual(['kari.', 0, 'normann.', 0, 'olsen@', 0, 'prøvekommune.', 0, 'no'])
    const pieces = pdfText(longWord, pdfCoverage(fonts))
    expect(pieces.filter(piece => piece !== 0).join('')).toBe(longWord)
    expect(Math.max(...pieces.map(piece => typeof piece === 'string' ? piece.length : 0))).toBeLessThanOrEqual(6)
  })

  it('takes a soft hyphen and a zero width space as a place to break', () => {
    expect(pdf('kompetanse\u00adutvikling\u200bher')).toEqual(['kompetanse', 0, 'utvikling', 0, 'her'])
  })

  it('shows only what the first font surely sets when it has to be careful', () => {
    expect(pdfText('e\u0301 ש a\u0488', carefulCoverage(fonts))).toEqual(['é ', { u: 'U+05E9' }, ' a', { u: 'U+0488' }])
  })
})
