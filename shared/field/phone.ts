import { type Parsed, parsed, unparsed } from './reason.ts'

// After runs of space have become one: with `\s*` at both ends a long run would be tried from each of its places.
const separator = / ?(?:[/,;]|\beller\b|\bog\b) ?/i

function one (text: string): string | null {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^00/, '+')
  const norwegian = /^(?:\+47)?([2-9]\d{7})$/.exec(digits)
  if (norwegian !== null) return `+47${norwegian[1] ?? ''}`
  return /^\+(?!47)[1-9]\d{6,14}$/.test(digits) ? digits : null
}

/** Reads one telephone number or several with `/`, a comma or `og` between. Norwegian ones have eight digits; others begin with `+`. Gives them in international form. */
export function parsePhone (text: string): Parsed<readonly string[]> {
  if (text.trim() === '') return unparsed('empty')
  const numbers = text.trim().replaceAll(/\s+/g, ' ').split(separator).map(one)
  const found = numbers.filter(number => number !== null)
  return found.length === numbers.length ? parsed(found) : unparsed('not-a-phone')
}

/** One number in international form as shown: `400 00 000` for mobile, `22 00 00 00` for fixed, others as they are. */
export function formatPhone (number: string): string {
  const digits = /^\+47(\d{8})$/.exec(number)?.[1]
  if (digits === undefined) return number
  return /^[49]/.test(digits) ? digits.replace(/^(...)(..)(...)$/, '$1 $2 $3') : digits.replace(/(..)(?=.)/g, '$1 ')
}
