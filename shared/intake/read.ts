import type { Values } from '../document/index.ts'
import type { Template } from '../template/index.ts'
import { assemble } from './assemble.ts'
import { createCourse, type Course } from './course.ts'
import { createGather, type Gather, type Passed, type Placed, type Unplaced } from './gather.ts'
import { beginsLabel, labelHits, type Label } from './label.ts'
import { prepare, type Line } from './prepare.ts'
import { richFromLines } from './rich.ts'
import type { TableReader } from './table/columns.ts'
import { isRule, openTable } from './table/open.ts'
import { hasWords } from './word.ts'

/** What an intake made of a text. `values` are fit to be filled into a document; `passed` is the form's own text, for the proof that nothing was lost. */
export interface Intake {
  readonly values: Values
  readonly placed: readonly Placed[]
  readonly leftovers: readonly Unplaced[]
  readonly passed: readonly Passed[]
}

const numberedIds = (): () => string => {
  let next = 0
  return () => `inntak${String(++next).padStart(4, '0')}`
}

// A long question that was broken over two or three lines is one line again.
function joinedLabel (lines: readonly Line[], at: number, labels: readonly Label[]): { readonly text: string, readonly last: number } | null {
  let text = lines[at]?.text ?? ''
  for (let last = at + 1; last <= at + 2 && beginsLabel(labels, text); last++) {
    const next = lines[last]
    if (next === undefined || next.cells !== null || !hasWords(next.text)) return null
    text = `${text.trimEnd()} ${next.text.trimStart()}`
    if (labelHits(labels, text).some(hit => hit.label.words.length >= 5)) return { text, last }
  }
  return null
}

// Gives a table that was opened by this row or goes on with it, or null.
function takeRow (line: Line, cells: readonly string[], following: Line | null, table: TableReader | null, course: Course, gather: Gather, ids: () => string): TableReader | null {
  if (isRule(cells) || !cells.some(hasWords)) return table
  for (const scope of course.scopes()) {
    const opened = openTable(scope, cells, following?.cells ?? null, gather, ids)
    if (opened === null) continue
    course.enter(scope, opened.key)
    return opened
  }
  if (table?.row(cells) === true) return table
  const filled = cells.filter(hasWords)
  if (filled.length === 1 && !course.filler.isWriting()) { course.take(filled[0] ?? '', ''); return null }
  // A document may set each question beside its answer as a table of two columns.
  const [head = '', ...rest] = cells
  const answer = rest.filter(hasWords).join(' ')
  if (labelHits(course.labels, head).some(hit => hit.exact && hit.label.role === 'field')) course.take(`${head.replace(/[\s:?]*$/, '')}: ${answer}`, '')
  else course.filler.row(line.text)
  return null
}

function finishRichText (gather: Gather): void {
  for (const [key, lines] of gather.rich) {
    const node = richFromLines(lines)
    if (node === null) continue
    gather.values.set(key, node)
    gather.placed.push({ key, kind: 'richText', text: lines.join('\n') })
  }
}

/**
 * Reads a filled-in form that was taken out of a document as text. Labels, tables, ticks and placeholders are recognised;
 * values are put in their fields; every word that is neither the form's own nor an answer is kept in `leftovers`. `ids`
 * names new tiltak and rows (default: counted, the same for the same text).
 */
export function readText (template: Template, text: string, ids: () => string = numberedIds()): Intake {
  const gather = createGather()
  const lines = prepare(text, gather)
  const course = createCourse(template, gather, ids)
  const following = (at: number): Line | null => lines.slice(at + 1, at + 12).find(line => hasWords(line.text)) ?? null
  let table: TableReader | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) continue
    if (line.cells !== null) { table = takeRow(line, line.cells, following(at), table, course, gather, ids); continue }
    if (line.text.trim() === '') { course.filler.blank(); continue }
    table = null
    const joined = joinedLabel(lines, at, course.labels)
    if (joined !== null) at = joined.last
    course.take(joined?.text ?? line.text, following(at)?.text ?? '')
  }
  course.filler.end()
  finishRichText(gather)
  const values = assemble(template, gather)
  gather.close(values)
  return { values, placed: gather.placed, leftovers: gather.leftovers, passed: gather.passed }
}
