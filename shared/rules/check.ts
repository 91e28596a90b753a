import type { Values } from '../document/index.ts'
import type { Template } from '../template/index.ts'
import { addsToHundred } from './adds-to-hundred.ts'
import { answerFollows } from './answer-follows.ts'
import { countAgrees } from './count-agrees.ts'
import type { Finding, Rule } from './finding.ts'
import { formats } from './formats.ts'
import { missing } from './missing.ts'
import { sumsAgree } from './sums-agree.ts'
import { unread } from './unread.ts'

/** Every rule. Each has its cases beside it, as JSON; a test sees to that. */
export const rules: readonly Rule[] = [unread, missing, answerFollows, formats, sumsAgree, countAgrees, addsToHundred]

// Two questions may call for the same answer; it is missed once.
const once = (one: Finding, index: number, all: readonly Finding[]): boolean =>
  all.findIndex(other => other.code === one.code && other.key === one.key && other.facts.column === one.facts.column) === index

/** What the rules find in a form's values, errors first, else rule by rule in the form's order. Pure: the same on the server and in the browser. */
export function check (template: Template, values: Values): readonly Finding[] {
  const found = rules.flatMap(rule => rule.check(template, values)).filter(once)
  return [...found.filter(one => one.severity === 'error'), ...found.filter(one => one.severity === 'warning')]
}
