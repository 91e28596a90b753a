import type { Values } from '../document/index.ts'
import type { Template } from '../template/index.ts'

/**
 * What the rules can find: the closed list, with how much it weighs. An error stops a lock; a warning needs a reason that
 * is recorded. Every code has a message in every language (`shared/i18n`).
 */
export const findingSeverity = {
  /** A text where a number, date or choice is asked for. `facts.reason` is a FieldReason. */
  'unread': 'error',
  /** The form asks for an answer and there is none. */
  'missing': 'warning',
  /** Contact details that cannot be right. `facts.reason` is a FieldReason. */
  'wrong-account': 'warning',
  'wrong-organisation': 'warning',
  'wrong-email': 'warning',
  'wrong-phone': 'warning',
  /** The tiltak's amounts are not the table's. `facts`: `column` (id), `table` and `tiltak` in kroner. */
  'sums-differ': 'warning',
  /** The number of tiltak that was stated is not the number there is. `facts`: `stated`, `present`. */
  'count-differs': 'warning',
  /** A column of percentages that are not 100 together. `facts`: `column` (id), `sum`. */
  'not-hundred': 'warning',
  /** An answer elsewhere calls for one here. `facts.when` is the id of the question that was answered. */
  'answer-follows': 'warning',
} as const

/** A code from the closed list of findings. */
export type FindingCode = keyof typeof findingSeverity
/** How much a finding weighs when somebody locks. */
export type Severity = 'error' | 'warning'

/** Something the rules found. `key` names the field (see `shared/document`); `facts.n` is the number of the tiltak it is in, from 1. No content. */
export interface Finding {
  readonly severity: Severity
  readonly code: FindingCode
  readonly key: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** One rule: a function from a form and its values to what it finds. */
export interface Rule {
  readonly name: string
  readonly check: (template: Template, values: Values) => readonly Finding[]
}

/** Makes a finding with the weight of its code. */
export function finding (code: FindingCode, key: string, facts: Finding['facts'] = {}): Finding {
  return { severity: findingSeverity[code], code, key, facts }
}
