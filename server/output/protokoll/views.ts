import type { StanceView } from '@samskriv/shared/api'
import { messages } from '@samskriv/shared/i18n'
import { employerViews } from '@samskriv/shared/protokoll'
import type { Block, Row } from '../outline/block.ts'
import { osloText } from '../outline/numbers.ts'
import { filled } from '../words.ts'
import { heading, lines, paragraphs, plainCell, tableOf, type Writing } from './writing.ts'

const momentText = ({ words, language }: Writing, at: string): string => filled(words.moment, osloText(at, language))

function stanceRow (writing: Writing, stance: StanceView, at: string): Row {
  const { words, language } = writing
  const cells = [stance.union, stance.by.name, words.stances[stance.stance], messages[language].basis[stance.basis], at]
  return { heading: null, cells: cells.map(plainCell), sum: false }
}

function givenAt (writing: Writing, stance: StanceView): string {
  const moment = momentText(writing, stance.at)
  return stance.late === true ? filled(writing.words.late, { moment }) : moment
}

/** Each party's view: what the employers' parties had written down, what each tillitsvalgt said that holds, what was taken back, and who said nothing. */
export function viewBlocks (writing: Writing): readonly Block[] {
  const { words, language, protokoll: { facts, round: { stances, missing } } } = writing
  const names = messages[language].party
  const employers = employerViews(facts)
  const holding = stances.filter(stance => stance.withdrawnAt === undefined)
  const withdrawn = stances.flatMap(stance => (stance.withdrawnAt === undefined ? [] : [stanceRow(writing, stance, momentText(writing, stance.withdrawnAt))]))
  const silent = missing.map(actor => actor.name).join(', ')
  // Who said nothing is not to stand under what the university thinks.
  const silence: readonly Block[] = employers === null ? [] : [{ ...lines([words.noneSaid]), question: names.arbeidstaker }]
  return [
    heading(words.views),
    ...(employers ?? []).map(({ party, text }): Block => ({ ...lines([text === '' ? words.notWritten : text]), question: names[party] })),
    ...(holding.length === 0 ? silence : [tableOf([words.union, words.name, words.stance, words.restsOn, words.given], holding.map(stance => stanceRow(writing, stance, givenAt(writing, stance))), employers === null ? null : names.arbeidstaker)]),
    { kind: 'facts', facts: [{ question: words.missing, answer: plainCell(silent === '' ? words.nobody : silent) }] },
    ...(withdrawn.length === 0 ? [] : [tableOf([words.union, words.name, words.stance, words.restsOn, words.withdrawnAt], withdrawn, words.withdrawn)]),
  ]
}

/** What those whose stance holds want to stand in the protokoll, each as it was given, with its hash. */
export function statementBlocks ({ words, protokoll: { round: { stances } } }: Writing): readonly Block[] {
  const blocks = stances.flatMap((stance): readonly Block[] => {
    const { statement, statementHash, withdrawnAt, by, union } = stance
    if (statement === null || withdrawnAt !== undefined) return []
    const hash = paragraphs([filled(words.statementHash, { hash: statementHash ?? '' })])
    return [
      { kind: 'rich', question: `${by.name}, ${union}`, level: 2, node: statement },
      { kind: 'rich', question: null, level: 2, node: hash },
    ]
  })
  return [heading(words.statements), ...(blocks.length === 0 ? [lines([words.noStatements])] : blocks)]
}
