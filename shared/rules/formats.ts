import { checkFormat } from '../field/index.ts'
import { answers, factsOf } from './answer.ts'
import { finding, type Rule } from './finding.ts'

const codes = { account: 'wrong-account', organisation: 'wrong-organisation', email: 'wrong-email', phone: 'wrong-phone' } as const

/** Contact details that cannot be right: an account number with a digit too many, an address without an @. */
export const formats: Rule = {
  name: 'formats',
  check: (template, values) => answers(template, values).flatMap(answer => {
    const { field, value } = answer
    if (field.kind !== 'text' || field.format === undefined || field.format === 'plain' || typeof value !== 'string') return []
    const checked = checkFormat(field.format, value)
    return checked.ok ? [] : [finding(codes[field.format], answer.key, { ...factsOf(answer), reason: checked.reason })]
  }),
}
