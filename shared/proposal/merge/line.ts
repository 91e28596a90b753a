import { tokensOf } from '../../compare/index.ts'
import { mergeRows } from './rows.ts'

const keyed = (text: string): readonly { readonly key: string }[] => tokensOf(text).map(key => ({ key }))

/** A line of text with what was changed from `before` to `after` done in `current`, word by word. Null where the same words were changed in two ways. */
export function mergeLine (before: string, after: string, current: string): string | null {
  // Two who filled in the same empty line meant one answer each, not one after the other.
  if (before === '' && after !== '' && current !== '' && after !== current) return null
  return mergeRows(keyed(before), keyed(after), keyed(current))?.map(one => one.key).join('') ?? null
}
