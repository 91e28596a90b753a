import type { Values } from '../document/index.ts'
import addsToHundred from './adds-to-hundred.cases.json' with { type: 'json' }
import answerFollows from './answer-follows.cases.json' with { type: 'json' }
import countAgrees from './count-agrees.cases.json' with { type: 'json' }
import formats from './formats.cases.json' with { type: 'json' }
import missing from './missing.cases.json' with { type: 'json' }
import sumsAgree from './sums-agree.cases.json' with { type: 'json' }
import unread from './unread.cases.json' with { type: 'json' }

/** One case of a rule: values of a form (`template`, else `nordland-2024`), and what the rule finds in them. `only`: keys to look at where the form would give many. */
export interface RuleCase {
  readonly name: string
  readonly template?: string
  readonly values: Values
  readonly only?: readonly string[]
  readonly findings: readonly { readonly code: string, readonly key: string, readonly facts: Readonly<Record<string, unknown>> }[]
}

// JSON has no types of its own to say that its values are a form's; the rules are run over them, which is the proof.
const cases = (data: unknown): readonly RuleCase[] => data as readonly RuleCase[]

/** Cases by the name of their rule. */
export const ruleCases: Readonly<Record<string, readonly RuleCase[]>> = {
  'unread': cases(unread),
  'missing': cases(missing),
  'answer-follows': cases(answerFollows),
  'formats': cases(formats),
  'sums-agree': cases(sumsAgree),
  'count-agrees': cases(countAgrees),
  'adds-to-hundred': cases(addsToHundred),
}
