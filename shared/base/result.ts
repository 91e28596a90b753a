import type { RefusalCode } from './refusal.ts'

/** Why something was not done: a code from the one closed table, and the facts its message needs. Never a sentence: sentences live in i18n. */
export interface Refusal {
  readonly code: RefusalCode
  readonly facts?: Readonly<Record<string, string | number>>
}

/** An outcome as a value. Exceptions are for bugs only. */
export type Result<T> =
  | { readonly ok: true, readonly value: T }
  | { readonly ok: false, readonly refusal: Refusal }

/** Wraps a value as a success. */
export function taken<T> (value: T): Result<T> {
  return { ok: true, value }
}

/** Builds a refusal; `facts` are put into the message by i18n. */
export function refused (code: RefusalCode, facts?: Refusal['facts']): { readonly ok: false, readonly refusal: Refusal } {
  return { ok: false, refusal: facts === undefined ? { code } : { code, facts } }
}
