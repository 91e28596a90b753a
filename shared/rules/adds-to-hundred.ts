import { keyOf, type Value, type Values } from '../document/index.ts'
import type { FixedTableField } from '../template/index.ts'
import { isValues } from './answer.ts'
import { finding, type Finding, type Rule } from './finding.ts'

const cell = (table: Value | undefined, row: string, column: string): number | null => {
  const cells = isValues(table) ? table[row] : undefined
  const value = isValues(cells) ? cells[column] : undefined
  return typeof value === 'number' ? value : null
}

function wrong (table: FixedTableField, values: Values): Finding[] {
  return table.columns.filter(column => column.kind === 'percentage').flatMap(column => {
    const given = table.rows.map(row => ({ row, value: cell(values[table.id], row.id, column.id) })).filter(one => one.value !== null)
    // Added as hundredths: percentages have up to two decimals, and 0.1 + 0.2 is not 0.3 in binary.
    const sum = given.reduce((total, one) => total + Math.round((one.value ?? 0) * 100), 0) / 100
    const first = given[0]
    return first === undefined || sum === 100 ? [] : [finding('not-hundred', keyOf(table.id, first.row.id, column.id), { column: column.id, sum })]
  })
}

/** The percentages of each party and year are 100 together, where any is given. */
export const addsToHundred: Rule = {
  name: 'adds-to-hundred',
  check: (template, values) => (template.rules ?? []).flatMap(rule => {
    const table = rule.rule === 'adds-to-hundred' ? template.sections.flatMap(section => section.fields).find(field => field.id === rule.table) : undefined
    return table?.kind === 'fixedTable' ? wrong(table, values) : []
  }),
}
