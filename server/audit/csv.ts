import type { ChainedAuditEntry, Store } from '../store/port/index.ts'
import { auditView } from './view.ts'

type Cell = string | number | null | undefined

const columns = ['number', 'at', 'person', 'personId', 'role', 'behovsmelding', 'behovsmeldingId', 'action', 'result', 'code', 'facts', 'previous', 'hash']

/** Tells a spreadsheet that the bytes are UTF-8. */
const byteOrderMark = '\uFEFF'

/**
 * A line of CSV as RFC 4180 has it, CRLF at its end. A cell a spreadsheet would take for a formula (it begins with = + - @, a tab
 * or a line break, also behind spaces or in full width) gets an apostrophe before it: names and titles are what people typed.
 */
export function csvLine (cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell (cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Entries as CSV, piece by piece: times in UTC, names as they are now, facts as JSON. */
export async function * auditCsv (store: Pick<Store, 'table'>, entries: AsyncIterable<ChainedAuditEntry>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns)
  for await (const entry of entries) {
    const { person, role, behovsmelding, facts, whom } = auditView(store, entry)
    const { code, ...rest } = facts
    const more = whom === undefined ? rest : { ...rest, whom: whom.name, whomId: whom.id }
    yield csvLine([
      entry.number, entry.at, person?.name, person?.id, role, behovsmelding?.title, behovsmelding?.id, entry.action, entry.result,
      code, Object.keys(more).length === 0 ? '' : JSON.stringify(more), entry.previous, entry.hash,
    ])
  }
}
