import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Value, Values } from '../document/index.ts'
import { fill, project } from '../document/index.ts'
import { plainText, type RichTextNode } from '../rich-text/index.ts'
import { richTextSchema } from '../rich-text/schema.ts'
import { templateById } from '../template/index.ts'
import { filledIn, printedTexts } from './fixture.ts'
import { accountOf, readText } from './index.ts'
import { plainWords } from './word.ts'

const template = templateById('nordland-2024')
if (template === null) throw new Error('the form comes with the product')
const form = template
const intake = readText(template, filledIn)
const { values, leftovers } = intake
const items = values.tiltak
const tiltak = (index: number): Values => Array.isArray(items) ? (items as { values: Values }[])[index]?.values ?? {} : {}
const words = (value: Value | undefined): string => plainText(value as RichTextNode)

describe('a form taken in as text', () => {
  it('has its short answers in their fields, also two on one line', () => {
    expect(values).toMatchObject({
      eier: 'Nordvik og Fjellstad kommuner', nettverk: 'Ytre Midtfjord', universitet: 'Høgskolen i Midtfjord',
      eierkontakt: { navn: 'Kari Olsnes', funksjon: 'Leder for PPT', kontonummer: '0000.11.22304', merkes: '12 - 34' },
      uhkontakt: { navn: 'Eivind Strandmo', epost: 'eivind@midtfjord.example' },
    })
  })

  it('takes a placeholder for emptiness, never for content', () => {
    expect(values.uhkontakt).not.toHaveProperty('funksjon')
    expect(values).not.toHaveProperty('antallTiltak')
    expect(tiltak(0)).not.toHaveProperty('laererutdanning')
    expect(tiltak(1)).not.toHaveProperty('uhBruk')
    expect(JSON.stringify([values, leftovers])).not.toMatch(/Klikk|Velg|\uE000/)
  })

  it('answers yes or no only where one can tell: lost ticks are no answer', () => {
    expect(values).not.toHaveProperty('flereEiere')
    expect(values).not.toHaveProperty('ordninger')
    expect(values).toMatchObject({ flereUh: false, flereOrdninger: false, droftet: true })
    expect(tiltak(0)).toMatchObject({ koordinator: true })
    expect(tiltak(0)).not.toHaveProperty('varighet')
    expect(tiltak(1)).toMatchObject({ varighet: ['host2024'] })
  })

  it('reads amounts as people write them', () => {
    expect(values.summer).toEqual({ regional: { eier: 100000, uh: 50000 } })
    expect(tiltak(0)).toMatchObject({ tilskuddEier: 240000, tilskuddUh: 310000, bruk: 'gjennomforing' })
    expect(tiltak(0).videre).toEqual({ host2025: { eier: 50000, eierBegrunnelse: 'Videre drift', uhBegrunnelse: 'Mer veiledning' } })
    expect(tiltak(1)).toMatchObject({ tilskuddEier: 70000 })
  })

  it('keeps what is no answer, beside its question', () => {
    expect(leftovers).toEqual(expect.arrayContaining([
      { label: 'UH', text: '12 000 50', near: 'summer/desentralisert/uh' },
      { label: 'UH', text: 'sytti tusen', near: expect.stringMatching(/^tiltak\/\w+\/videre\/host2025\/uh$/) },
      { label: 'Offentlige skoler', text: '8 (+4)', near: 'offentligeSkoler' },
      { label: 'Eier/UH', text: 'Barnehage', near: expect.stringMatching(/^andre\/\w+\/type$/) },
      { label: 'Kommunale barnehager', text: '- Dette er enhetene i Nordvik.', near: 'kommunaleBarnehager' },
    ]))
  })

  it('passes over sums that are right and keeps those that are not', () => {
    const totals = leftovers.filter(one => ['Sum', 'Desentralisert ordning', 'Sum totalt', 'Regional ordning'].includes(one.label))
    expect(totals.map(one => [one.label, one.text])).toEqual([['Desentralisert ordning', '12'], ['Sum', '999'], ['Sum totalt', 'Kr 80 000']])
  })

  it('makes rich text of running text, and no question of a sentence', () => {
    expect(values.bakgrunn).toEqual({
      type: 'doc', content: [
        { type: 'paragraph', content: [
          { type: 'text', text: 'Vi ser arbeidet i ' }, { type: 'text', text: 'sammenheng', marks: [{ type: 'bold' }] }, { type: 'text', text: '. Se ' },
          { type: 'text', text: 'planen', marks: [{ type: 'link', attrs: { href: 'https://www.nordvik.example/plan' } }] }, { type: 'text', text: ' og vedlegget.' },
        ] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Eier: dette er en setning, ikke et spørsmål.' }] },
        { type: 'bulletList', content: ['første punkt', 'andre punkt'].map(text => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })) },
      ],
    })
    expect(words(tiltak(0).forankring)).toBe('Alle har vært med.\nTiltak 2 bygger på dette.')
    expect(tiltak(0).kollektiveProsesser).toMatchObject({ content: [{ type: 'orderedList', content: [{}, {}] }] })
    expect(words(tiltak(0).malgruppe)).toBe('Ledere\nAnsatte')
  })

  it('puts what stands after an answer where the form has room for it', () => {
    expect(words(tiltak(0).koordinatorBegrunnelse)).toBe('Noen må holde i trådene')
    expect(tiltak(1).bruk).toBe('annet')
    expect(words(tiltak(1).brukUtdypet)).toBe('lønn')
  })

  it('gives every tiltak and every filled row an item of its own', () => {
    expect(items).toHaveLength(2)
    expect(tiltak(0).navn).toBe('Språk hele dagen')
    expect(tiltak(1).navn).toBe('Koordinator')
    expect(values.andre).toMatchObject([{ values: { navn: 'Fjellstad kommune', kontaktperson: 'Maja Hovden', type: 'eier' } }, { values: { navn: 'Rognen barnehage' } }])
    expect(values.deltakere).toMatchObject([{ values: { rolle: 'Hovedtillitsvalgt', navn: 'Berit Lundemo' } }])
  })

  it('loses no word, makes none up, and passes over nothing but the form', () => {
    expect(accountOf(template, filledIn, intake)).toMatchObject({ lost: [], invented: [], wrong: [] })
    const printed = printedTexts(template)
    const strange = intake.passed.filter(one => one.kind === 'label' || one.kind === 'printed')
      .map(one => plainWords(one.text).join(' ')).filter(text => !printed.has(text) && !/^tiltak \d+$/.test(text))
    expect(strange).toEqual([])
  })

  it('fits the editor and the live document', () => {
    const doc = new Y.Doc()
    fill(template, doc, values)
    expect(project(template, doc).values).toEqual(values)
    const schema = richTextSchema()
    for (const key of ['forankring', 'kollektiveProsesser', 'langsiktigPlan', 'malgruppe']) schema.nodeFromJSON(tiltak(0)[key]).check()
  })
})

const read = (text: string) => readText(form, text).values

describe('boxes on lines of their own', () => {
  it('are seen together: those ticked are chosen', () => {
    expect(read('Behovsmeldingen gjelder:\n\n☒ Regional ordning\n☐ Desentralisert ordning\n☒ Kompetanseløftet\n\nEier: Nordvik')).toEqual({ ordninger: ['regional', 'kompetanseloftet'], eier: 'Nordvik' })
    expect(read('Partnerskapet består av flere UH?\nJa  ☐\t\nNei  ☒')).toEqual({ flereUh: false })
  })

  it('are no answer when the ticks were lost', () => {
    expect(read('Behovsmeldingen gjelder:\n\nRegional ordning\n\nDesentralisert ordning\n\nKompetanseløftet\n')).toEqual({})
    expect(read('Partnerskapet består av flere UH?\nJa (Fyll ut liste)\nNei')).toEqual({})
  })

  it('leave a sentence that begins with yes what it is', () => {
    const text = 'Navn på tiltak: Språk\nDet er behov for å bruke midler til koordinator for dette tiltaket? Ja, for det er langt mellom oss. Nei er ikke et svar.'
    const [first] = read(text).tiltak as unknown as { values: Values }[]
    expect(first?.values.koordinator).toBe(true)
    expect(words(first?.values.koordinatorBegrunnelse)).toContain('Nei er ikke et svar')
  })
})
