import { languages } from '@samskriv/shared/base'
import type { RichTextNode } from '@samskriv/shared/rich-text'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderProtokollDocx, renderProtokollPdf } from '../render.ts'
import { bareProtokoll, earlierProtokoll, fullProtokoll, protokollInput } from '../testing/protokoll.ts'
import { pdfFacts, pdfSource, pdfText, placedWords, squeezed, wordText } from '../testing/read.ts'
import { startOutput } from '../work/output.ts'
import { protokollWords } from './words.ts'

const formats = [
  { name: 'DOCX', render: renderProtokollDocx, read: (file: Uint8Array) => Promise.resolve(wordText(file)) },
  { name: 'PDF', render: renderProtokollPdf, read: pdfText },
]

function textsIn (node: RichTextNode): readonly string[] {
  return [...(node.text === undefined ? [] : [node.text]), ...(node.content ?? []).flatMap(textsIn)]
}

const holding = fullProtokoll.round.stances.filter(stance => stance.withdrawnAt === undefined)

describe.each(formats)('A protokoll as $name', ({ render, read }) => {
  afterEach(() => { vi.useRealTimers() })

  it('holds all a protokoll must: when, where, who, on what basis, which documents, every view, statement and comment', async () => {
    const text = squeezed(await read(await render(protokollInput(fullProtokoll))))
    const written = [
      'Behovsmelding 2026 – Prøvevik', '3. mars 2026 kl. 09.00', 'Rådhuset, Prøvevik', '20. februar 2026 kl. 09.00 av Ingrid Prøve', 'Les særlig tiltak 2.', '2. mars 2026',
      'Hovedavtalen KS, del B', 'Hovedavtalen i staten', 'Rådgiver oppvekst', 'Tor Prøve', 'Hovedtillitsvalgt', 'ab'.repeat(32),
      'Uenig', 'Ikke uttalt', 'Et første forbund', 'Et andre forbund', '3. mars 2026 kl. 09.00 (etter fristen)', 'Berit Prøve', '26. februar 2026 kl. 11.00',
      'Tiltak 1 gjennomføres.', 'Oppstart høsten 2026.', 'Tiltak 2: tid til vikarer er ikke avklart.', 'ef'.repeat(32), '12'.repeat(32),
      'Tiltak 1: Språk – Beskrivelse: «to samlinger i halvåret»', 'Aslaug Prøve, Tillitsvalgt: Hvem betaler *vikar*?', '#panic("nei")', 'Avklart: Tallet er rettet', 'Underskrift',
      ...holding.flatMap(stance => (stance.statement === null ? [] : textsIn(stance.statement))),
    ]
    for (const each of written) expect(text).toContain(squeezed(each))
    expect(text).not.toContain(squeezed('Trukket tekst'))
  })

  it.each(languages)('has its own words in %s', async language => {
    const text = squeezed(await read(await render({ ...protokollInput(fullProtokoll), language })))
    const { title, meeting, deadlineMoved, present, views, statements, comments, signatures } = protokollWords[language]
    for (const word of [title, meeting, deadlineMoved, present, views, statements, comments, signatures]) expect(text).toContain(squeezed(word))
  })

  it('says which deadline held, and each time it was moved', async () => {
    const text = squeezed(await read(await render(protokollInput(fullProtokoll))))
    const written = [
      'Frist for svar', '2. mars 2026', 'Fristen ble flyttet',
      'Fra 27. februar 2026 til 4. mars 2026 (24. februar 2026 kl. 11.00 av Ingrid Prøve)', 'Fra 4. mars 2026 til 2. mars 2026 (25. februar 2026 kl. 12.30 av Ingrid Prøve)',
    ]
    for (const each of written) expect(text).toContain(squeezed(each))
  })

  it('names the party beside what it rests on, and holds each party’s view under one heading', async () => {
    const text = squeezed(await read(await render(protokollInput(fullProtokoll))))
    for (const each of [
      'Hovedavtalen KS, del B (Et første forbund)', 'Hovedavtalen i staten (Et andre forbund)', 'Kommunen vil ha alle tiltak med.', '#panic("eier")',
    ]) expect(text).toContain(squeezed(each))
    const views = text.slice(text.lastIndexOf(squeezed('Partenes syn')))
    const order = ['Eier', 'Kommunen vil ha', 'Universitet/høgskole', 'Ikke ført', 'Arbeidstakerne', 'Ikke uttalt'].map(each => views.indexOf(squeezed(each)))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('reads as it did where it was written before that was per party', async () => {
    const text = squeezed(await read(await render(protokollInput(earlierProtokoll()))))
    for (const each of ['Kommunen og andre eiere', 'Universitet eller høgskole', 'Hovedavtalen KS, del B', 'Hovedavtalen i staten']) expect(text).toContain(squeezed(each))
    const views = text.slice(text.lastIndexOf(squeezed('Partenes syn')), text.lastIndexOf(squeezed('Enighet og uenighet')))
    expect(views).toContain(squeezed('Ikke uttalt'))
    for (const each of ['Ikke ført', 'Arbeidstakerne', 'Universitet']) expect(views).not.toContain(squeezed(each))
  })

  it('makes nothing up where nobody wrote anything down', async () => {
    const text = squeezed(await read(await render(protokollInput(bareProtokoll))))
    for (const each of ['da behovsmeldingen ble låst', 'Ikke ført', 'Ingen protokolltilførsler', 'Ingen kommentarer i runden']) expect(text).toContain(squeezed(each))
    expect(text).not.toContain(squeezed('Rådhuset'))
    expect(text).not.toContain(squeezed('Fristen ble flyttet'))
  })

  it('carries its hash on each page and gives the same bytes at another time', async () => {
    const input = protokollInput(fullProtokoll)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-31T23:59:58Z') })
    const first = await render(input)
    vi.setSystemTime(new Date('2031-07-04T03:04:05Z'))
    expect(Buffer.from(await render(input)).equals(Buffer.from(first))).toBe(true)
    const other = { ...input, hash: '9'.repeat(64) }
    expect(Buffer.from(await render(other)).equals(Buffer.from(first))).toBe(false)
  })
})

describe('A protokoll as PDF', () => {
  it('is tagged PDF/A-2a with a title and bookmarks', async () => {
    const pdf = await renderProtokollPdf(protokollInput(fullProtokoll))
    const source = pdfSource(pdf)
    expect(source).toContain('/StructTreeRoot')
    expect(source).toMatch(/pdfaid:part>2<.*pdfaid:conformance>A</s)
    expect(await pdfFacts(pdf)).toMatchObject({ title: 'Protokoll fra medbestemmelse', bookmarks: expect.arrayContaining(['Partenes syn', 'Underskrifter']) })
    expect((await pdfText(pdf)).split(protokollInput(fullProtokoll).hash).length - 1).toBeGreaterThan(2)
  })
})

describe('A protokoll as PDF, with a union whose name is one long word', () => {
  it('writes no word on those of the next column', async () => {
    const stances = fullProtokoll.round.stances.map(stance => ({ ...stance, union: 'Utdanningsforbundet' }))
    const placed = await placedWords(await renderProtokollPdf(protokollInput({ ...fullProtokoll, round: { ...fullProtokoll.round, stances } })))
    expect(placed.filter(({ words }) => words.includes('Utdanningsforbundet')).length).toBeGreaterThan(2)
    const over = placed.filter(one => placed.some(other => other !== one && other.page === one.page && Math.abs(other.height - one.height) < 2 && other.from > one.from && other.from < one.to - 0.5))
    expect(over).toEqual([])
  })
})

describe('A protokoll from the thread that writes documents', () => {
  it('is the same to the byte', async () => {
    const output = startOutput()
    const input = protokollInput(fullProtokoll)
    const [docx, pdf] = await Promise.all([output.protokollDocx(input), output.protokollPdf(input)])
    await output.stop()
    expect(docx.ok && Buffer.from(docx.value).equals(Buffer.from(await renderProtokollDocx(input)))).toBe(true)
    expect(pdf.ok && Buffer.from(pdf.value).equals(Buffer.from(await renderProtokollPdf(input)))).toBe(true)
  })
})
