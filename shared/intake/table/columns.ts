import type { Field } from '../../template/index.ts'
import { hasWords, plainWords } from '../word.ts'

/** Fields that stand side by side, and under which key: the form's own, or one tiltak's. */
export interface TableScope { readonly fields: readonly Field[], readonly path: readonly string[] }

/**
 * A table whose header was seen. `fits` says, without taking anything, whether a row looks like one of its rows; `row`
 * takes one, or says that it is none of its rows. `key` is where it stands in the form.
 */
export interface TableReader {
  readonly key: string
  fits (cells: readonly string[]): boolean
  row (cells: readonly string[]): boolean
}

/** Whether a cell is one of these spellings and nothing more. */
export const isOneOf = (cell: string, spellings: readonly (readonly string[])[]): boolean => {
  const words = plainWords(cell)
  return spellings.some(one => one.length === words.length && one.every((word, index) => word === words[index]))
}

/** Finds for each header cell the column it names, from left to right. Null unless every cell with words names one, and at least two do. */
export function columnsUnder<T> (header: readonly string[], columns: readonly { readonly spellings: readonly (readonly string[])[], readonly column: T }[]): readonly (T | null)[] | null {
  let next = 0
  const found: (T | null)[] = []
  for (const cell of header) {
    if (!hasWords(cell)) { found.push(null); continue }
    const at = columns.findIndex((column, index) => index >= next && isOneOf(cell, column.spellings))
    const column = columns[at]
    if (column === undefined) return null
    found.push(column.column)
    next = at + 1
  }
  return found.filter(one => one !== null).length >= 2 ? found : null
}
