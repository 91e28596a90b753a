import type { Language } from '@samskriv/shared/base'
import { messages } from '@samskriv/shared/i18n'
import { basisLines, type BasisLine, type ProtokollBody } from '@samskriv/shared/protokoll'
import type { Block, Cell, Outline, Row } from '../outline/block.ts'
import { dayText, osloText } from '../outline/numbers.ts'
import type { LoadedProtokoll } from '../input.ts'
import { filled } from '../words.ts'
import { commentBlocks } from './comments.ts'
import { signatureBlocks } from './signatures.ts'
import { statementBlocks, viewBlocks } from './views.ts'
import { protokollWords, type ProtokollWords } from './words.ts'
import { heading, lines, plainCell, tableOf, type Writing } from './writing.ts'

type Facts = Extract<Block, { kind: 'facts' }>['facts'][number]

function meetingBlocks ({ protokoll: { round, facts, title }, words, language }: Writing): readonly Block[] {
  const { openedAt, openedBy, closedAt, closedBy, closedByLock, deadline, deadlineMoves = [], note } = round
  const moment = (at: string): string => filled(words.moment, osloText(at, language))
  const byWhom = (at: string, name: string): string => filled(words.byWhom, { moment: moment(at), name })
  const day = (date: string): string => dayText(date, language) ?? date
  const moves = deadlineMoves.map(({ from, to, at, by }) => filled(words.movedIs, { from: day(from), to: day(to), byWhom: byWhom(at, by.name) }))
  const closed = closedAt === undefined || closedBy === undefined ? '' : byWhom(closedAt, closedBy.name)
  const held = facts === null ? '' : localText(facts.heldAt, words, language)
  const rows: Facts[] = [
    { question: words.behovsmelding, answer: plainCell(title) },
    { question: words.held, answer: written(held, words) },
    { question: words.place, answer: written(facts?.place ?? '', words) },
    { question: words.opened, answer: plainCell(byWhom(openedAt, openedBy.name)) },
    ...(note === '' ? [] : [{ question: words.note, answer: plainCell(note) }]),
    { question: words.deadline, answer: plainCell(day(deadline)) },
    ...(moves.length === 0 ? [] : [{ question: words.deadlineMoved, answer: plainCell(moves.join('\n')) }]),
    { question: words.closed, answer: plainCell(closedByLock === true ? filled(words.byLock, { closed }) : closed) },
  ]
  return [heading(words.meeting), { kind: 'facts', facts: rows }]
}

// `2026-03-04T10:00` is what a clock on the wall showed.
function localText (heldAt: string, words: ProtokollWords, language: Language): string {
  const [day = '', time = ''] = heldAt.split('T')
  return filled(words.moment, { date: dayText(day, language) ?? day, time: time.replace(':', '.') })
}

const written = (text: string, words: ProtokollWords): Cell => plainCell(text === '' ? words.notWritten : text)

function basisBlocks ({ protokoll: { facts, round }, words, language }: Writing): readonly Block[] {
  const names = messages[language]
  const agreement = ({ basis, unions }: BasisLine['bases'][number]): string => (unions.length === 0 ? names.basis[basis] : `${names.basis[basis]} (${unions.join(', ')})`)
  const each = basisLines(facts, round.stances).map(({ party, bases }): Facts => {
    const [first] = bases
    const whose = party !== null ? names.party[party] : first === undefined ? '' : names.basisSide[first.basis]
    return { question: whose, answer: written(bases.map(agreement).join('\n'), words) }
  })
  return [heading(words.basis), each.length === 0 ? lines([words.notWritten]) : { kind: 'facts', facts: each }]
}

function presentBlocks ({ protokoll: { facts }, words, language }: Writing): readonly Block[] {
  const { party } = messages[language]
  const rows = (facts?.attendants ?? []).map((attendant): Row => ({
    heading: null, sum: false, cells: [party[attendant.party], attendant.name, attendant.function, attendant.union].map(plainCell),
  }))
  if (rows.length === 0) return [heading(words.present), lines([words.notWritten])]
  return [heading(words.present), tableOf([words.party, words.name, words.function, words.union], rows)]
}

function documentBlocks ({ protokoll: { documents }, words, language }: Writing): readonly Block[] {
  const facts = documents.map(({ version, at, hash }): Facts => {
    const moment = filled(words.moment, osloText(at, language))
    return { question: filled(words.document, { version }), answer: plainCell(filled(words.laidBefore, { moment, hash })) }
  })
  return [heading(words.documents), { kind: 'facts', facts }]
}

function agreementBlocks ({ protokoll: { facts }, words }: Writing): readonly Block[] {
  const said = (question: string, text: string): Block => ({ ...lines([text === '' ? words.notWritten : text]), question })
  return [heading(words.agreement), said(words.agreed, facts?.agreed ?? ''), said(words.notAgreed, facts?.notAgreed ?? '')]
}

/** A protokoll as the blocks every kind of document is made of. It knows no other time than the one it was closed at. */
export function protokollOutline ({ protokoll, hash, language }: Pick<LoadedProtokoll, 'protokoll' | 'hash' | 'language'>): Outline {
  const words = protokollWords[language]
  const at = momentOf(protokoll)
  const writing: Writing = { protokoll, words, language }
  const { number, version } = protokoll.round
  return {
    title: words.title,
    issuer: protokoll.title,
    stamp: filled(words.stamp, { round: number, version, ...osloText(at, language) }),
    footer: filled(words.footer, { round: number, hash }),
    at,
    blocks: [
      meetingBlocks, basisBlocks, presentBlocks, documentBlocks, viewBlocks, agreementBlocks, statementBlocks, commentBlocks, signatureBlocks,
    ].flatMap(blocks => blocks(writing)),
  }
}

function momentOf ({ round }: ProtokollBody): string {
  return round.closedAt ?? round.openedAt
}
