import { asRichText, boundedText, signatureOf } from '../compare/index.ts'
import type { Value, Values } from '../document/index.ts'
import { validRichText } from '../rich-text/index.ts'

/** A value in the form a proposal carries: rich text without what its editor adds by itself. */
export function normalValue (value: Value): Value {
  const rich = asRichText(value)
  return rich === null ? value : validRichText(rich) ?? rich
}

/** Values of one item in the form a proposal carries, tables inside it too. */
export function normalValues (values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, normalValue(value)]))
}

/** Whether two answers say the same. */
export function sameAnswer (a: Value | null, b: Value | null): boolean {
  const [one, other] = [asRichText(a ?? undefined), asRichText(b ?? undefined)]
  if (one !== null && other !== null) return signatureOf(validRichText(one) ?? one) === signatureOf(validRichText(other) ?? other)
  return boundedText(a) === boundedText(b)
}

/** Whether two items hold the same. */
export function sameValues (a: Values, b: Values): boolean {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...ids].every(id => sameAnswer(a[id] ?? null, b[id] ?? null))
}
