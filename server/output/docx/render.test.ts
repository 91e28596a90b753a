import type { RichTextNode } from '@samskriv/shared/rich-text'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../render.ts'
import { hashOf, jpegOf, pngOf, webpOf } from '../testing/images.ts'
import { partOf, wordText } from '../testing/read.ts'
import { doc, fullValues, img, li, link, ol, p, richSample, sampleMoment, t, table, td, tr, ul, versionOf } from '../testing/sample.ts'

const input = versionOf(fullValues(richSample()))
const docx = await renderDocx(input)
const xml = partOf(docx, 'word/document.xml')
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length

const cell = (...content: readonly RichTextNode[]): RichTextNode => ({ type: 'tableCell', content })

/** The paragraph that holds a text, as XML. */
function paragraphWith (text: string, source = xml): string {
  return source.split('<w:p>').find(paragraph => paragraph.includes(`>${text}<`)) ?? ''
}

describe('A DOCX', () => {
  it('has real headings, one level after the other', () => {
    expect(paragraphWith('Om behovsmeldingen')).toContain('w:val="Heading1"')
    expect(paragraphWith('Tiltak 1: Språk i barnehagen')).toContain('w:val="Item"')
    expect(partOf(docx, 'word/styles.xml')).toMatch(/w:styleId="Item">.*?<w:basedOn w:val="Heading2"\/>.*?<w:outlineLvl w:val="1"\/>/)
    expect(paragraphWith('Beskriv tiltaket')).toContain('w:val="Heading3"')
    expect(paragraphWith('En mellomtittel')).toContain('w:val="Heading4"')
  })

  it('starts every tiltak on a new page', () => {
    expect(paragraphWith('Tiltak 2: Nettverk')).toContain('<w:pageBreakBefore/>')
    expect(paragraphWith('Tiltak 1: Språk i barnehagen')).not.toContain('<w:pageBreakBefore/>')
    expect(paragraphWith('Tiltak')).toContain('<w:pageBreakBefore/>')
  })

  it('has check boxes that Word knows as such, ticked as answered and named', () => {
    expect(xml).toMatch(/<w:alias w:val="Regional ordning"\/><w14:checkbox><w14:checked w14:val="1"\/>/)
    expect(xml).toMatch(/<w:alias w:val="Desentralisert ordning"\/><w14:checkbox><w14:checked w14:val="0"\/>/)
    expect(wordText(docx)).toContain('Ja ☒     Nei ☐')
  })

  it('repeats the heading row of every table of the form, and sets amounts to the right', () => {
    expect(count(xml, /<w:tblHeader\/>/g)).toBe(5)
    expect(paragraphWith('330\u00a0000')).toContain('<w:jc w:val="right"/>')
    expect(paragraphWith('Kari Prøve')).toContain('<w:jc w:val="left"/>')
  })

  it('numbers lists as Word does, each from where it starts', async () => {
    const made = await renderDocx(versionOf(fullValues(doc(ol(7, li(p(t('syv')))), ol(1, li(p(t('en')), ul(li(p(t('punkt')))))))))) 
    const source = partOf(made, 'word/document.xml')
    const numbering = partOf(made, 'word/numbering.xml')
    const startOf = (text: string): string => {
      const id = /<w:numId w:val="(\d+)"\/>/.exec(paragraphWith(text, source))?.[1] ?? ''
      const abstract = new RegExp(`<w:num [^>]*w:numId="${id}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(numbering)?.[1] ?? ''
      return new RegExp(`<w:abstractNum [^>]*w:abstractNumId="${abstract}".*?<w:start w:val="(\\d+)"`).exec(numbering)?.[1] ?? ''
    }
    expect([startOf('syv'), startOf('en')]).toEqual(['7', '1'])
    expect(paragraphWith('punkt', source)).toContain('<w:ilvl w:val="1"/>')
  })

  it('keeps links, and gives none of them a random name', async () => {
    const made = await renderDocx(versionOf(fullValues(doc(p(t('en', link('https://eksempel.no/a?b=1&c="2"'))), p(t('to', link('mailto:x@eksempel.no')))))))
    const relations = partOf(made, 'word/_rels/document.xml.rels')
    expect([...relations.matchAll(/Id="(rLink\d)"[^>]*Target="([^"]*)"/g)].map(([, id, target]) => [id, target])).toEqual([
      ['rLink1', 'https://eksempel.no/a?b=1&amp;c=&quot;2&quot;'], ['rLink2', 'mailto:x@eksempel.no'],
    ])
    expect(partOf(made, 'word/document.xml')).toMatch(/<w:hyperlink[^>]*r:id="rLink1"/)
  })

  it('says the version and its hash at the foot of every page, with page numbers', () => {
    for (const part of ['word/footer1.xml', 'word/footer2.xml']) {
      const footer = partOf(docx, part)
      expect(footer).toContain(`Versjon 3 · SHA-256 ${input.meta.hash}`)
      expect(footer).toContain('PAGE')
      expect(footer).toContain('NUMPAGES')
    }
    expect(partOf(docx, 'word/header1.xml') + partOf(docx, 'word/header2.xml')).toContain('Behovsmelding – et lite prøveskjema')
  })

  it.each([['nb', 'nb-NO'], ['nn', 'nn-NO'], ['en', 'en-GB']] as const)('is in the language asked for: %s', async (language, tag) => {
    expect(partOf(await renderDocx({ ...input, language }), 'word/styles.xml')).toMatch(new RegExp(`<w:docDefaults>.*<w:lang w:val="${tag}"`))
  })

  it('knows no time but the version\'s, and nobody\'s name', () => {
    const core = partOf(docx, 'docProps/core.xml')
    expect([...core.matchAll(/W3CDTF">([^<]*)</g)].map(([, time]) => time)).toEqual([`${sampleMoment.slice(0, 19)}Z`, `${sampleMoment.slice(0, 19)}Z`])
    expect(core).not.toMatch(/creator|lastModifiedBy|Un-named|Koordinator/)
  })

  it('shows PNG and JPEG as they are, WebP as PNG, each with its words, and says what is missing', async () => {
    const files = [pngOf(), jpegOf(), await webpOf()]
    const images = new Map(files.map(file => [hashOf(file), file]))
    const rich = doc(...files.map((file, index) => img(hashOf(file), `Bilde "${index}"`)), img('e'.repeat(64), 'Borte'))
    const made = await renderDocx(versionOf(fullValues(rich), images))
    const media = Object.entries(unzipSync(made)).filter(([path]) => path.startsWith('word/media/'))
    expect(media.map(([path]) => path.split('.').at(-1)).toSorted()).toEqual(['jpg', 'png', 'png'])
    expect(media.some(([, bytes]) => hashOf(bytes) === hashOf(pngOf()))).toBe(true)
    const source = partOf(made, 'word/document.xml')
    expect([...source.matchAll(/<wp:docPr id="(\d+)"[^>]*descr="([^"]*)"/g)].map(([, id, words]) => [id, words])).toEqual([
      ['1', 'Bilde &quot;0&quot;'], ['2', 'Bilde &quot;1&quot;'], ['3', 'Bilde &quot;2&quot;'],
    ])
    expect(wordText(made)).toContain('[Bildet finnes ikke i denne versjonen: Borte]')
  })

  it('makes an image as small as the place it stands in', async () => {
    const wide = pngOf(900, 60)
    const rich = doc(img(hashOf(wide), 'fri'), table(tr(cell(img(hashOf(wide), 'i celle')), td('b'), td('c'))))
    const made = await renderDocx(versionOf(fullValues(rich), new Map([[hashOf(wide), wide]])))
    const widths = [...partOf(made, 'word/document.xml').matchAll(/<wp:extent cx="(\d+)"/g)].map(([, emu]) => Math.round(Number(emu) / 9525))
    expect(widths).toEqual([612, 191])
  })

  it('turns a photo upright that was taken with the camera on its side', async () => {
    const photo = jpegOf(6)
    const made = await renderDocx(versionOf(fullValues(doc(img(hashOf(photo), 'Foto'))), new Map([[hashOf(photo), photo]])))
    expect(partOf(made, 'word/document.xml')).toContain('<a:xfrm rot="5400000"')
  })

  it('keeps characters without a look as they were written', async () => {
    expect(wordText(await renderDocx(versionOf({ eier: 'a\u200bb\u00adc\u202ed' })))).toContain('a\u200bb\u00adc\u202ed')
  })
})
