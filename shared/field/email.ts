import { type Parsed, parsed, unparsed } from './reason.ts'

/**
 * Reads an e-mail address: something, `@`, a domain with a point in it, no blanks. Whether it exists only a letter can
 * tell. Gives it without blanks around it.
 */
export function parseEmail (text: string): Parsed<string> {
  const address = text.trim()
  if (address === '') return unparsed('empty')
  return /^[^\s@,;<>()]+@[^\s@.,;<>()]+(?:\.[^\s@.,;<>()]+)+$/.test(address) && address.length <= 254 ? parsed(address) : unparsed('not-an-email')
}
