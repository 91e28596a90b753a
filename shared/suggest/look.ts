import { commentMark, isAllowedLink, markName, storedSuggestionMark, suggestionOfMark } from '../rich-text/index.ts'

/** Whether a mark is a person's own suggestion. */
export function isOwn (name: string, value: unknown, person: string): boolean {
  const mark = suggestionOfMark(name, value)
  return mark !== null && mark.by === person
}

const stored = new WeakMap<object, { readonly name: string, readonly isWell: boolean }>()

/**
 * Whether a suggestion's mark is stored as every editor stores it: any other would be written anew by whoever comes next, in their own name.
 * The name is a fingerprint of the rest: made once for a mark, and not for each letter under it.
 */
export function isWellStored (name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const was = stored.get(value)
  if (was?.name === name) return was.isWell
  const mark = suggestionOfMark(name, value)
  const isWell = mark !== null && Object.keys(value).length === 2 && storedSuggestionMark(mark).name === name
  stored.set(value, { name, isWell })
  return isWell
}

const linkSays = new Set(['href', 'target', 'rel', 'class', 'title'])

/** Whether a person's own words look as an editor of ours makes them: others' editors break on anything else. */
export function isSoundLook (name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const says = Object.entries(value)
  if (markName(name) !== 'link') return says.length === 0
  return says.every(([key, each]) => linkSays.has(key) && (each === null || typeof each === 'string')) && 'href' in value && isAllowedLink(value.href)
}

/** Whether others' mark may lie on a person's inserted words. Nobody writes inside another's insertion: words would be passed off as theirs. */
export function mayCarry (name: string): boolean {
  const type = markName(name)
  return type === 'deletion' || type === commentMark
}
