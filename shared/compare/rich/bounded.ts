/** How deep a value inside an attribute is looked into. The form's own attributes are not nested at all. */
const mostDepth = 8

/** A value as text, the same for equal values (keys in order). Never deeper than a bound, so that what somebody nested a million times ends nothing. */
export function boundedText (value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (depth >= mostDepth) return '…'
  if (Array.isArray(value)) return `[${value.map(one => boundedText(one, depth + 1)).join(',')}]`
  return `{${Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1).map(([key, one]) => `${JSON.stringify(key)}:${boundedText(one, depth + 1)}`).join(',')}}`
}
