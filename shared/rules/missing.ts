import { answers, factsOf } from './answer.ts'
import { finding, type Rule } from './finding.ts'

/** What the form asks for and nobody has answered. Advice while people write; at a lock a reason is recorded. */
export const missing: Rule = {
  name: 'missing',
  check: (template, values) => answers(template, values)
    .filter(({ field, value }) => field.required === true && value === undefined)
    .map(answer => finding('missing', answer.key, factsOf(answer))),
}
