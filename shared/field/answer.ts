import type { CellField, TextField } from '../template/index.ts'
import { parseAccount } from './account.ts'
import { parseAmount } from './amount.ts'
import { parseChoice } from './choice.ts'
import { parseDate } from './date.ts'
import { parseEmail } from './email.ts'
import { parseInteger } from './integer.ts'
import { parseOrganisation } from './organisation.ts'
import { parsePercentage } from './percentage.ts'
import { parsePhone } from './phone.ts'
import type { Parsed } from './reason.ts'
import { parseYesNo } from './yes-no.ts'

/** A field whose answer is one value that is stored whole: what a person types is read first. */
export type AtomicField = Exclude<CellField, TextField>

/** Reads what a person typed or pasted in a field, by the field's kind. `empty` is to be taken as no answer; any other refusal is stored as Unread with the text kept. */
export function parseAnswer (field: AtomicField, text: string): Parsed<number | boolean | string> {
  switch (field.kind) {
    case 'amount': return parseAmount(text)
    case 'percentage': return parsePercentage(text)
    case 'integer': return parseInteger(text)
    case 'yesNo': return parseYesNo(text)
    case 'choice': return parseChoice(text, field.options)
    case 'date': return parseDate(text)
  }
}

/** Whether a line of text has the form its format asks for. Advice only: the text is stored as written. Plain text always has. */
export function checkFormat (format: TextField['format'], text: string): Parsed<unknown> {
  switch (format) {
    case 'phone': return parsePhone(text)
    case 'email': return parseEmail(text)
    case 'account': return parseAccount(text)
    case 'organisation': return parseOrganisation(text)
    default: return { ok: true, value: text }
  }
}
