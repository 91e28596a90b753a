import { formatWhole, parseWhole, plainNumberText } from './number.ts'
import { type Parsed, unparsed } from './reason.ts'

/**
 * The largest amount that is taken, in kroner. Ninety thousand of them still add up without losing a krone, and no
 * behovsmelding comes near it: more is a slip of the finger.
 */
export const largestAmount = 99_999_999_999

// What people write around an amount: "Kr 50 000", "NOK 50 000", "320.000,-", "5000 kroner", "kr. 12 000,00".
function bare (text: string): string {
  return plainNumberText(text)
    .replace(/^(?:kr\.?|nok) ?(?=[\d-])/i, '')
    .replace(/(?<=[\d-]) ?(?:kr\.?|kroner|nok)$/i, '')
    .replace(/(?<=\d) ?[,.] ?[-–]{1,2}$/, '')
    .trim()
}

/** Reads whole kroner ≥ 0 from what people write and paste. Øre other than 00 are refused, not rounded. */
export function parseAmount (text: string): Parsed<number> {
  const plain = bare(text)
  if (/^kr -|^-/i.test(plain) && /\d/.test(plain)) return unparsed('negative')
  return parseWhole(plain, largestAmount)
}

/** Whole kroner as shown: `320 000`, with hard spaces (U+00A0). */
export function formatAmount (kroner: number): string {
  return formatWhole(kroner)
}
