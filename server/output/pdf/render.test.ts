import { describe, expect, it } from 'vitest'
import { renderPdf } from '../render.ts'
import { hashOf, jpegOf, pngOf, webpOf } from '../testing/images.ts'
import { pdfFacts, pdfSource, pdfText, squeezed } from '../testing/read.ts'
import { doc, fullValues, img, p, richSample, t, td, versionOf } from '../testing/sample.ts'
import { seeded } from '../../../shared/testing/random.ts'

const input = versionOf(fullValues(richSample()))
const pdf = await renderPdf(input)
const source = pdfSource(pdf)
const count = (what: RegExp, where = source): number => [...where.matchAll(what)].length

describe('A PDF', () => {
  it('says it is PDF/A-2a, tagged, and in which language', () => {
    expect(source).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(source).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(source).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(source).toMatch(/\/Lang \(nb-NO\)/)
    expect(source).toMatch(/\/OutputIntents/)
    expect(source).toMatch(/\/StructTreeRoot/)
  })

  it.each([['nn', 'nn-NO'], ['en', 'en-GB']] as const)('is in the language asked for: %s', async (language, tag) => {
    expect(pdfSource(await renderPdf({ ...input, language }))).toContain(`/Lang (${tag})`)
  })

  it('has a title, no author, and no time but the version\'s', async () => {
    expect((await pdfFacts(pdf)).title).toBe('Behovsmelding – et lite prøveskjema')
    expect(source).not.toMatch(/dc:creator|\/Author/)
    expect(source).toContain('<xmp:CreateDate>2026-11-12T13:05:09Z</xmp:CreateDate>')
    expect(source).toMatch(/\/CreationDate \(D:20261112130509/)
    expect(new Set([...source.matchAll(/\(D:(\d+)/g)].map(([, time]) => time))).toEqual(new Set(['20261112130509']))
  })

  it('has tables with header cells, a list and headings in its structure', () => {
    // Contact persons 3, sums 4, what is granted 3 for one tiltak and who took part 2, and the text's own table 2.
    expect(count(/\/S \/TH\b/g)).toBe(14)
    expect(count(/\/Scope \/Column/g)).toBe(14)
    for (const tag of ['Title', 'H1', 'H2', 'H3', 'L', 'LI', 'Table', 'Link']) expect(source, tag).toMatch(new RegExp(`/S /${tag}\\b`))
  })

  it('has bookmarks for sections and tiltak, and only for them', async () => {
    expect((await pdfFacts(pdf)).bookmarks).toEqual([
      'Om behovsmeldingen', 'Kontaktpersoner', 'Summer', 'Tiltak', 'Tiltak 1: Språk i barnehagen', 'Tiltak 2: Nettverk', 'Medbestemmelse',
    ])
  })

  it('says the version, its hash and the page at the foot of every page', async () => {
    const text = squeezed(await pdfText(pdf))
    const feet = [...text.matchAll(new RegExp(`Versjon3·SHA-256${input.meta.hash}Side(\\d+)av(\\d+)`, 'g'))].map(([, page, pages]) => `${page}/${pages}`)
    const pages = count(/\/Type \/Page\b(?!s)/g, Buffer.from(pdf).toString('latin1'))
    expect(feet).toEqual(Array.from({ length: pages }, (_, index) => `${index + 1}/${pages}`))
    expect(pages).toBeGreaterThan(3)
  })

  it('shows PNG, JPEG and WebP with their words, and says which image is missing and which is broken', async () => {
    const broken = pngOf().slice(0, 60)
    const files = [pngOf(), jpegOf(), await webpOf(), broken]
    const images = new Map(files.map(file => [hashOf(file), file]))
    const rich = doc(...files.map((file, index) => img(hashOf(file), `Figur ${index}`)), img('e'.repeat(64), 'Borte'), img(hashOf(jpegOf()), ''), p(t('Etterpå')))
    const made = await renderPdf(versionOf(fullValues(rich), images))
    const words = [...pdfSource(made).matchAll(/\/Alt \(([^)]*)\)/g)].map(([, alt]) => alt)
    expect([...new Set(words)].toSorted()).toEqual(['Bilde uten beskrivelse', 'Figur 0', 'Figur 1', 'Figur 2'])
    const text = await pdfText(made)
    expect(text).toContain('[Bildet kan ikke vises: Figur 3]')
    expect(text).toContain('[Bildet finnes ikke i denne versjonen: Borte]')
    expect(text).toContain('Etterpå')
  })

  it('sets every table, however it was left', async () => {
    const rich = doc({ type: 'table', content: [
      { type: 'tableRow', content: [td('bred', { colspan: 9, rowspan: 7 })] },
      { type: 'tableRow', content: [td('løs', { rowspan: 0 })] },
      { type: 'tableRow' },
    ] }, { type: 'table' })
    const text = await pdfText(await renderPdf(versionOf(fullValues(rich))))
    expect(text).toContain('bred')
    expect(text).toContain('løs')
  })

  it('is written whatever characters are in it', async () => {
    const seed = 1122
    const random = seeded(seed)
    const ranges = [[0, 0x7f], [0x80, 0x24f], [0x250, 0x6ff], [0x300, 0x36f], [0x900, 0x1fff], [0x2000, 0x2bff], [0x3000, 0x9fff], [0xd800, 0xffff], [0x1f000, 0x1faff], [0xe0000, 0xe01ff]] as const
    for (let round = 0; round < 25; round += 1) {
      const text = Array.from({ length: 400 }, () => {
        const [from, to] = ranges[random.below(ranges.length)] ?? [0x61, 0x7a]
        return String.fromCodePoint(from + random.below(to - from + 1))
      }).join('')
      const made = await renderPdf(versionOf({ eier: text, tiltak: [{ id: 'ett00', values: { navn: text, beskrivelse: doc(p(t(text))) } }] }))
      expect(made.length, `seed ${seed}, round ${round}`).toBeGreaterThan(5000)
    }
  })
})
