/** One replacement in a line, in UTF-16 code units: at `index`, `remove` units go and `insert` comes. */
export interface Edit { readonly index: number, readonly remove: number, readonly insert: string }

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' })

// Below U+0300 nothing combines: almost every boundary is settled without the segmenter.
const plain = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) < 0x300

/** Whether a position lies between two characters as a person sees them, not inside one. */
export function isBoundary (text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  if (plain(text, at) && plain(text, at - 1)) return true
  return graphemes.segment(text).containing(at)?.index === at
}

/**
 * The smallest edit that makes `after` out of `before`; null: they are equal. `caret` is where the caret stands in `after`: in a
 * row of equal letters it tells which one was typed or removed. Never cuts through a surrogate pair or between a letter and
 * its combining marks, so that two people's edits cannot leave half a character.
 */
export function editBetween (before: string, after: string, caret: number): Edit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  // What stands behind the caret was, as a rule, not touched: the end is compared first, up to the caret.
  const most = Math.min(shorter, Math.max(0, after.length - caret))
  let tail = 0
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  let head = 0
  while (head < shorter - tail && before[head] === after[head]) head += 1
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  while (!isBoundary(before, head) || !isBoundary(after, head)) head -= 1
  while (!isBoundary(before, before.length - tail) || !isBoundary(after, after.length - tail)) tail -= 1
  return { index: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) }
}
