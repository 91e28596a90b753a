import { formatWhole, parseWhole } from './number.ts'
import type { Parsed } from './reason.ts'

/** The largest count that is taken. No form counts more of anything. */
export const largestInteger = 9_999_999

/** Reads a whole number ≥ 0. */
export function parseInteger (text: string): Parsed<number> {
  return parseWhole(text, largestInteger)
}

/** A count as shown, with hard spaces between thousands. */
export function formatInteger (value: number): string {
  return formatWhole(value)
}
