import { parseAccount } from './account.ts'
import accountCases from './account.cases.json' with { type: 'json' }
import { parseAmount } from './amount.ts'
import amountCases from './amount.cases.json' with { type: 'json' }
import { parseChoice } from './choice.ts'
import choiceCases from './choice.cases.json' with { type: 'json' }
import { parseDate } from './date.ts'
import dateCases from './date.cases.json' with { type: 'json' }
import { parseEmail } from './email.ts'
import emailCases from './email.cases.json' with { type: 'json' }
import { parseInteger } from './integer.ts'
import integerCases from './integer.cases.json' with { type: 'json' }
import { parseOrganisation } from './organisation.ts'
import organisationCases from './organisation.cases.json' with { type: 'json' }
import { parsePercentage } from './percentage.ts'
import percentageCases from './percentage.cases.json' with { type: 'json' }
import { parsePhone } from './phone.ts'
import phoneCases from './phone.cases.json' with { type: 'json' }
import type { Parsed } from './reason.ts'
import { parseYesNo } from './yes-no.ts'
import yesNoCases from './yes-no.cases.json' with { type: 'json' }

/** One case: a text, and the value it is read as or the reason it is not. */
export interface FieldCase { readonly text: string, readonly value?: unknown, readonly reason?: string }

/** Cases of one kind and what they are cases of. */
export interface FieldCases { readonly kind: string, readonly parse: (text: string) => Parsed<unknown>, readonly cases: readonly FieldCase[] }

const label = (text: string) => ({ nb: text, nn: text, en: text })
const options = [{ id: 'var2024', label: label('Vår 2024') }, { id: 'host2024', label: { nb: 'Høst 2024', nn: 'Haust 2024', en: 'Autumn 2024' }, aliases: ['hausten 24'] }]

/** Every kind's cases, for running where they are to hold: in Node and in a browser. */
export const fieldCases: readonly FieldCases[] = [
  { kind: 'amount', parse: parseAmount, cases: amountCases },
  { kind: 'integer', parse: parseInteger, cases: integerCases },
  { kind: 'percentage', parse: parsePercentage, cases: percentageCases },
  { kind: 'date', parse: parseDate, cases: dateCases },
  { kind: 'organisation', parse: parseOrganisation, cases: organisationCases },
  { kind: 'account', parse: parseAccount, cases: accountCases },
  { kind: 'phone', parse: parsePhone, cases: phoneCases },
  { kind: 'email', parse: parseEmail, cases: emailCases },
  { kind: 'yesNo', parse: parseYesNo, cases: yesNoCases },
  { kind: 'choice', parse: text => parseChoice(text, options), cases: choiceCases },
]

/** What a case should give, in the shape a parse gives it. */
export function expected (one: FieldCase): unknown {
  return one.reason === undefined ? { ok: true, value: one.value } : { ok: false, reason: one.reason }
}
