import { isItems } from './answer.ts'
import { finding, type Rule } from './finding.ts'

/** The number of tiltak that was stated is the number of tiltak there is. */
export const countAgrees: Rule = {
  name: 'count-agrees',
  check: (template, values) => (template.rules ?? []).flatMap(rule => {
    if (rule.rule !== 'count-agrees') return []
    const [stated, items] = [values[rule.field], values[rule.group]]
    const present = isItems(items) ? items.length : 0
    return typeof stated === 'number' && stated !== present ? [finding('count-differs', rule.field, { stated, present })] : []
  }),
}
