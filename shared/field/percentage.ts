import { parseNumber, plainNumberText } from './number.ts'
import { type Parsed, unparsed } from './reason.ts'

/** Reads a percentage 0–100 with up to two decimals: `20`, `20 %`, `12,5 prosent`. */
export function parsePercentage (text: string): Parsed<number> {
  const number = parseNumber(plainNumberText(text).replace(/(?<=\d) ?(?:%|prosent|pst\.?)$/i, ''))
  return number.ok && number.value > 100 ? unparsed('over-hundred') : number
}

const plain = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 2 })

/** A percentage as shown: `12,5 %`, with a hard space (U+00A0). */
export function formatPercentage (value: number): string {
  return `${plain.format(value)}\u00A0%`
}
