import { describe, expect, it } from 'vitest'
import type { Values } from '@samskriv/shared/document'
import { doc, fullValues, p, t, versionOf } from '../testing/sample.ts'
import type { Block, Cell } from './block.ts'
import { outlineOf } from './outline.ts'

const blocksOf = (values: Values): readonly Block[] => outlineOf(versionOf(values)).blocks
const full = blocksOf(fullValues(doc(p(t('Tekst')))))
const textOf = (cell: Cell | undefined): string => cell?.kind === 'text' || cell?.kind === 'number' || cell?.kind === 'unread' ? cell.text : cell?.kind ?? 'none'

function tableCalled (question: string | null, blocks = full): Extract<Block, { kind: 'table' }> {
  const table = blocks.find(block => block.kind === 'table' && block.question === question)
  if (table?.kind !== 'table') throw new Error(`no table called ${question}`)
  return table
}

function stamp (at: string): string {
  const input = versionOf({})
  return outlineOf({ ...input, meta: { ...input.meta, at } }).stamp
}

describe('The outline of a version', () => {
  it('follows the order of the form', () => {
    expect(full.filter(block => block.kind === 'heading').map(block => block.text)).toEqual([
      'Om behovsmeldingen', 'Kontaktpersoner', 'Summer', 'Tiltak', 'Tiltak 1: Språk i barnehagen', 'Tiltak 2: Nettverk', 'Medbestemmelse',
    ])
  })

  it('starts every tiltak on a new page, the first together with the heading of its section', () => {
    const pages = full.filter(block => block.kind === 'heading' && block.newPage).map(block => block.kind === 'heading' ? block.text : '')
    expect(pages).toEqual(['Tiltak', 'Tiltak 2: Nettverk', 'Medbestemmelse'])
  })

  it('computes sums along rows and down columns, leaving out what is no amount', () => {
    const table = tableCalled('Sum per ordning')
    expect(table.columns.map(column => column.label)).toEqual(['Til eier', 'Til UH', 'Totalt'])
    expect(table.rows.map(row => [row.heading, ...row.cells.map(textOf)])).toEqual([
      ['Regional', '330\u00a0000', '512\u00a0000', '842\u00a0000'],
      ['Desentralisert', '512 340 60', '50\u00a0000', '50\u00a0000'],
      ['Sum', '330\u00a0000', '562\u00a0000', '892\u00a0000'],
    ])
    expect(table.rows[1]?.cells[0]?.kind).toBe('unread')
    expect(table.rows.map(row => row.sum)).toEqual([false, false, true])
  })

  it('sets a cluster of amounts and their sum as a table of one row', () => {
    const table = tableCalled('Tilskuddet fordeles')
    expect(table.columns).toEqual([{ label: 'Tilskudd til eier', numbers: true }, { label: 'Tilskudd til UH', numbers: true }, { label: 'Sum totalt', numbers: true }])
    expect(table.rows.map(row => row.cells.map(textOf))).toEqual([['330\u00a0000', '512\u00a0000', '842\u00a0000']])
  })

  it('sets contact persons side by side with the parts down the side', () => {
    const table = tableCalled(null)
    expect(table.columns.map(column => column.label)).toEqual(['Hos eier', 'Hos UH'])
    expect(table.rows.map(row => [row.heading, ...row.cells.map(textOf)])).toEqual([['Navn', 'Kari Prøve', 'Ola Prøve'], ['E-post', 'kari@eksempel.no', 'empty']])
  })

  it('keeps short answers together and in order', () => {
    const [, facts] = full
    expect(facts?.kind === 'facts' ? facts.facts.map(fact => [fact.question, textOf(fact.answer)]) : []).toEqual([
      ['Behovsmeldingen gjelder', 'marks'], ['Eier', 'Prøvevik kommune'], ['Flere eiere?', 'marks'], ['Brukes til', 'marks'],
      ['Frist', '1. februar 2026'], ['Antall enheter', '1\u00a0234'], ['Andel', '12,5\u00a0%'], ['Vedlegg', 'files'],
    ])
  })

  it('ticks what was answered and nothing else', () => {
    const [, facts] = full
    const answer = facts?.kind === 'facts' ? facts.facts.find(fact => fact.question === 'Brukes til')?.answer : undefined
    expect(answer).toMatchObject({ marks: [{ label: 'Planlegging', chosen: false }, { label: 'Gjennomføring', chosen: true }] })
  })

  it('shows what does not fit its field as it was written, marked', () => {
    const odd = blocksOf({ frist: '2026-02-31', bruk: 'ukjent', flere: { unread: 'tja' }, ordninger: ['borte'], andel: 'mye', eier: 12 })
    const [, facts] = odd
    const unread = facts?.kind === 'facts' ? facts.facts.filter(fact => fact.answer.kind === 'unread').map(fact => textOf(fact.answer)) : []
    expect(unread).toEqual(['["borte"]', '12', 'tja', 'ukjent', '2026-02-31', 'mye'])
  })

  it('asks every question of an empty version, and answers none', () => {
    const empty = blocksOf({})
    expect(empty.every(block => block.kind === 'heading' || block.kind === 'facts')).toBe(true)
    expect(empty.flatMap(block => block.kind === 'facts' ? block.facts.map(fact => fact.question) : [])).toEqual([
      'Behovsmeldingen gjelder', 'Eier', 'Flere eiere?', 'Brukes til', 'Frist', 'Antall enheter', 'Andel', 'Vedlegg',
      'Hos eier', 'Hos UH', 'Sum per ordning', 'Tiltak', 'Hvem deltok',
    ])
  })

  it('says in Norwegian time when the version was made, in summer and in winter', () => {
    expect(stamp('2026-07-01T22:30:00.000Z')).toBe('Versjon 3, låst 2. juli 2026 kl. 00.30')
    expect(stamp('2026-12-31T23:30:00.000Z')).toBe('Versjon 3, låst 1. januar 2027 kl. 00.30')
  })
})
