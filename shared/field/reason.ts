/**
 * Why a text is not an answer of the kind asked for: the closed list. Every reason has a message in every language
 * (`shared/i18n`). The text itself is kept where it was written.
 */
export const fieldReasons = [
  'empty', 'not-a-number', 'several-numbers', 'negative', 'fraction', 'too-large', 'over-hundred',
  'not-a-date', 'no-such-day', 'not-yes-no', 'not-an-option',
  'not-a-phone', 'not-an-email', 'account-length', 'account-check', 'organisation-length', 'organisation-check',
] as const

/** A reason from the closed list. */
export type FieldReason = (typeof fieldReasons)[number]

/** What reading a text gave: the value, or why there is none. `empty` means nothing was written: to be taken as no answer, not as a fault. */
export type Parsed<T> =
  | { readonly ok: true, readonly value: T }
  | { readonly ok: false, readonly reason: FieldReason }

/** Wraps a value that was read. */
export function parsed<T> (value: T): Parsed<T> {
  return { ok: true, value }
}

/** Says why a text was not read. */
export function unparsed (reason: FieldReason): { readonly ok: false, readonly reason: FieldReason } {
  return { ok: false, reason }
}
