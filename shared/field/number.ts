import { type Parsed, parsed, unparsed } from './reason.ts'

/** Spaces that Word, Excel, PDF and `Intl` put inside and around numbers, made plain; the true minus (U+2212) made a hyphen. */
export function plainNumberText (text: string): string {
  return text.replace(/[\s\u00A0\u2000-\u200A\u202F\u205F]+/g, ' ').replace(/[\u200B\u2060\uFEFF]/g, '').replace(/\u2212/g, '-').trim()
}

const grouped = /^[1-9]\d{0,2}(?:( |\.|')\d{3})(?:\1\d{3})*$/
const digits = /^\d+$/
// A number and, after it, more digits: "413 250 60", "8 (+4)", "230 + 60". Not so "1273 +" and "210 000 (anslag)".
const first = /[1-9]\d{0,2}(?:( |\.|')\d{3})(?:\1\d{3})*(?!\d)|\d+/
const isSeveral = (text: string): boolean => /\d/.test(text.replace(first, ''))

// The comma is Norway's decimal sign; a point is one only before exactly two digits that end the text (`40000.00`).
function cut (text: string): { readonly whole: string, readonly decimals: string } {
  const found = /^(.*\d),(\d{1,2})$/.exec(text) ?? /^(\d+)\.(\d{2})$/.exec(text)
  return found === null ? { whole: text, decimals: '' } : { whole: found[1] ?? '', decimals: found[2] ?? '' }
}

/**
 * Reads one number ≥ 0 as people in Norway write and paste it: hard, thin or plain spaces or points between thousands,
 * decimal comma. Gives it with its decimals (up to two). Refuses signs, words, and several numbers in one text.
 */
export function parseNumber (text: string): Parsed<number> {
  const plain = plainNumberText(text)
  if (plain === '') return unparsed('empty')
  if (/^[-–] ?\d/.test(plain)) return unparsed('negative')
  const { whole, decimals } = cut(plain)
  if (!digits.test(whole) && !grouped.test(whole)) return unparsed(isSeveral(plain) ? 'several-numbers' : 'not-a-number')
  const value = Number(`${whole.replace(/\D/g, '')}.${decimals || '0'}`)
  return Number.isFinite(value) ? parsed(value) : unparsed('too-large')
}

/** As `parseNumber`, but whole and at most `limit`. */
export function parseWhole (text: string, limit: number): Parsed<number> {
  const number = parseNumber(text)
  if (!number.ok) return number
  if (number.value > limit) return unparsed('too-large')
  return Number.isInteger(number.value) ? number : unparsed('fraction')
}

const whole = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 0, useGrouping: 'always' })

/** A whole number with hard spaces (U+00A0) between thousands, the same in every language: `320 000`. */
export function formatWhole (value: number): string {
  return whole.format(value)
}
