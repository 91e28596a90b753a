import { describe, expect, it } from 'vitest'
import type { FixedTableField, GroupField, SumField } from '../template/index.ts'
import { groupTotals, largestAmount, sumOf, tableTotals } from './index.ts'

const label = { nb: 'a', nn: 'a', en: 'a' }
const sum: SumField = { kind: 'sum', id: 'sum', label, of: ['eier', 'uh'] }
const table: FixedTableField = {
  kind: 'fixedTable', id: 'summer', label, rowHeading: label, totals: { row: label, column: label },
  rows: [{ id: 'regional', label }, { id: 'desentralisert', label }],
  columns: [{ kind: 'amount', id: 'eier', label }, { kind: 'text', id: 'hvorfor', label }, { kind: 'amount', id: 'uh', label }],
}
const group: GroupField = {
  kind: 'group', id: 'tiltak', label, itemLabel: label, addLabel: label, nameField: 'navn',
  fields: [{ kind: 'text', id: 'navn', label }, { kind: 'amount', id: 'eier', label }, { kind: 'amount', id: 'uh', label }, sum],
}
const of = (kroner: number, filled: number, unread = 0) => ({ kroner, filled, unread })

describe('sums', () => {
  it('of one tiltak add its amounts; what could not be read counts as nothing and is told of', () => {
    expect(sumOf(sum, { eier: 320000, uh: 415000 })).toEqual(of(735000, 2))
    expect(sumOf(sum, { eier: 320000, uh: { unread: '415 tusen' } })).toEqual(of(320000, 1, 1))
    expect(sumOf(sum, {})).toEqual(of(0, 0))
  })

  it('of a table run along rows and down columns, and only over amounts', () => {
    const value = { regional: { eier: 1, uh: 2, hvorfor: '5' }, desentralisert: { eier: 4, uh: { unread: 'x' } } }
    expect(tableTotals(table, value)).toEqual({
      rows: { regional: of(3, 2), desentralisert: of(4, 1, 1) },
      columns: { eier: of(5, 2), uh: of(2, 1, 1) },
      all: of(7, 3, 1),
    })
    expect(tableTotals(table, value, ['regional'])).toMatchObject({ columns: { eier: of(1, 1), uh: of(2, 1) }, all: of(3, 2) })
    expect(tableTotals(table, undefined).all).toEqual(of(0, 0))
  })

  it('over all tiltak add each amount and each sum', () => {
    const value = [{ id: 'a', values: { eier: 10, uh: 20 } }, { id: 'b', values: { eier: 5, uh: { unread: 'mye' } } }, { id: 'c', values: {} }]
    expect(groupTotals(group, value)).toEqual({ eier: of(15, 2), uh: of(20, 1, 1), sum: of(35, 3, 1) })
    expect(groupTotals(group, undefined)).toEqual({ eier: of(0, 0), uh: of(0, 0), sum: of(0, 0) })
  })

  it('of ninety thousand of the largest amount lose no krone', () => {
    expect(Number.isSafeInteger(largestAmount * 90_000)).toBe(true)
  })
})
