import { keyOf, type Value, type Values } from '../document/index.ts'
import type { AnswerFollowsRule } from '../template/index.ts'
import { isItems, isValues } from './answer.ts'
import { finding, type Finding, type Rule } from './finding.ts'

const isUnread = (value: Value | undefined): boolean => isValues(value) && typeof value.unread === 'string'

function holds (rule: AnswerFollowsRule, value: Value | undefined): boolean {
  if (rule.is !== 'filled') return value === rule.is
  return value !== undefined && value !== 0 && !isUnread(value)
}

function unanswered (rule: AnswerFollowsRule, values: Values, path: readonly string[], facts: Finding['facts']): Finding[] {
  if (!holds(rule, values[rule.when]) || values[rule.asks] !== undefined) return []
  return [finding('answer-follows', keyOf(...path, rule.asks), { ...facts, when: rule.when })]
}

/** An answer that calls for another: discussed in medbestemmelse, so who took part; money for the UH, so what it is used for. */
export const answerFollows: Rule = {
  name: 'answer-follows',
  check: (template, values) => (template.rules ?? []).flatMap(rule => {
    if (rule.rule !== 'answer-follows') return []
    if (rule.in === undefined) return unanswered(rule, values, [], {})
    const items = values[rule.in]
    return isItems(items) ? items.flatMap((item, index) => unanswered(rule, item.values, [rule.in ?? '', item.id], { n: index + 1 })) : []
  }),
}
