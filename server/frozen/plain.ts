import type { Projection } from '@samskriv/shared/document'

const unread = (text: string): { readonly unread: string } => ({ unread: text })

/** Values inside each other that are kept; the form's own are some ten deep with a table in rich text twice that. */
const deepest = 200

function plainObject (value: object, depth: number): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [key, each] of Object.entries(value)) if (each !== undefined) plain[key.toWellFormed()] = plainValue(each, depth + 1)
  return plain
}

// A Yjs type put where a value belongs, a date, a map: nothing JSON has.
function isPlain (value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * A value out of a Y.Doc as JSON can hold it. Yjs carries more than JSON (NaN, big integers, bytes, halves of letters), and
 * a client may have put it there on purpose, to stop everybody from locking. Such a thing becomes something that could
 * not be read (`Unread`), which the rules then find; what is honest comes through as it is.
 */
export function plainValue (value: unknown, depth = 0): unknown {
  if (depth > deepest) return unread('')
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : unread(String(value))
  if (Array.isArray(value)) return value.map(each => plainValue(each, depth + 1))
  if (typeof value === 'object') return isPlain(value) ? plainObject(value, depth) : unread('')
  return unread(typeof value === 'bigint' ? String(value) : '')
}

/** The same for a whole projection. */
export function plainProjection (projection: Projection): Projection {
  // Mapping keeps the shape: values by field id, each a Value.
  return { ...projection, values: plainObject(projection.values, 0) as Projection['values'] }
}
