import { hasCheckDigit } from './check-digit.ts'
import { type Parsed, parsed, unparsed } from './reason.ts'

const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/** Reads an organisation number: nine digits with a right check digit (Brønnøysundregistrene), however they are spaced. Gives the digits. */
export function parseOrganisation (text: string): Parsed<string> {
  const digits = text.trim().replace(/^(?:NO ?)?(\d[\d\s.]*?)(?: ?MVA)?$/i, '$1').replace(/[\s.]/g, '')
  if (digits === '') return unparsed('empty')
  if (!/^\d{9}$/.test(digits)) return unparsed('organisation-length')
  return hasCheckDigit(digits, weights) ? parsed(digits) : unparsed('organisation-check')
}

/** Nine digits as shown: `974 760 673`, with hard spaces (U+00A0). */
export function formatOrganisation (digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00A0$2\u00A0$3')
}
