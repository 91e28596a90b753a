/**
 * The check digit modulo 11 that Norwegian organisation and account numbers end with: the digits before it times their
 * weights, added up; 11 − (sum mod 11), 11 counts as 0, and 10 has no digit, so no such number is given out.
 */
export function hasCheckDigit (digits: string, weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (11 - sum % 11) % 11 === Number(digits[weights.length])
}
