import type { Value, Values } from '../document/index.ts'
import { groupTotals, tableTotals } from '../field/index.ts'
import type { SumsAgreeRule, Template } from '../template/index.ts'
import { finding, type Finding, type Rule } from './finding.ts'

const isIds = (value: Value | undefined): value is readonly string[] => Array.isArray(value) && value.every(one => typeof one === 'string')

function differing (template: Template, values: Values, rule: SumsAgreeRule): Finding[] {
  const fields = template.sections.flatMap(section => section.fields)
  const table = fields.find(field => field.id === rule.table)
  const group = fields.find(field => field.id === rule.group)
  if (table?.kind !== 'fixedTable' || group?.kind !== 'group') return []
  const chosen = rule.rowsChosenBy === undefined ? undefined : values[rule.rowsChosenBy]
  const stated = tableTotals(table, values[table.id], isIds(chosen) ? chosen : undefined).columns
  const added = groupTotals(group, values[group.id])
  return Object.entries(rule.columns).flatMap(([column, field]) => {
    const [one, other] = [stated[column], added[field]]
    // Nothing on one side is something missing, not a difference.
    if (one === undefined || other === undefined || one.filled === 0 || other.filled === 0 || one.kroner === other.kroner) return []
    return [finding('sums-differ', table.id, { column, table: one.kroner, tiltak: other.kroner })]
  })
}

/** The tiltak's amounts, added up, are what the table of sums says for the ordninger this behovsmelding is for. */
export const sumsAgree: Rule = {
  name: 'sums-agree',
  check: (template, values) => (template.rules ?? []).flatMap(rule => rule.rule === 'sums-agree' ? differing(template, values, rule) : []),
}
