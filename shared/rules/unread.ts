import { parseAnswer } from '../field/index.ts'
import { answers, factsOf, isValues, type Answer } from './answer.ts'
import { finding, type Rule } from './finding.ts'

const plainReason = {
  amount: 'not-a-number', percentage: 'not-a-number', integer: 'not-a-number', yesNo: 'not-yes-no', choice: 'not-an-option', date: 'not-a-date',
} as const

function reasonOf ({ field, value }: Answer): string | null {
  if (!isValues(value) || typeof value.unread !== 'string') return null
  switch (field.kind) {
    case 'amount': case 'percentage': case 'integer': case 'yesNo': case 'choice': case 'date': {
      const answer = parseAnswer(field, value.unread)
      // A text that would be read by now (reading was widened since) still waits for a person to take it in.
      return answer.ok ? plainReason[field.kind] : answer.reason
    }
    default: return null
  }
}

/** A text where a number, date or choice is asked for: no sum is true and no recipient can use it, so it stops a lock. */
export const unread: Rule = {
  name: 'unread',
  check: (template, values) => answers(template, values).flatMap(answer => {
    const reason = reasonOf(answer)
    return reason === null ? [] : [finding('unread', answer.key, { ...factsOf(answer), reason })]
  }),
}
