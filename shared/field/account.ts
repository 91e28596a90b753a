import { hasCheckDigit } from './check-digit.ts'
import { type Parsed, parsed, unparsed } from './reason.ts'

const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** Reads a Norwegian account number: eleven digits with a right check digit, however they are spaced. The old ones of seven digits take no payments and are refused. Gives the digits. */
export function parseAccount (text: string): Parsed<string> {
  const digits = text.replace(/[\s.]/g, '')
  if (digits === '') return unparsed('empty')
  if (!/^\d{11}$/.test(digits)) return unparsed('account-length')
  return hasCheckDigit(digits, weights) ? parsed(digits) : unparsed('account-check')
}

/** Eleven digits as shown: `7694.05.12057`. */
export function formatAccount (digits: string): string {
  return digits.replace(/^(\d{4})(\d{2})(\d{5})$/, '$1.$2.$3')
}
