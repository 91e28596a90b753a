import type { Run } from './comparison.ts'
import type { Line } from './rich/block.ts'
import { compareLines } from './rich/words.ts'

const lineOf = (text: string): Line => ({ text, spans: [{ to: text.length, marks: [], key: '' }] })
const lettersIn = (text: string): number => text.replaceAll(/\s/g, '').length

/** Two short texts word by word, as in rich text. Null where less than half of the longer one is in both: then old and new say more, each by itself. */
export function compareText (before: string, after: string): readonly Run[] | null {
  const runs = compareLines(lineOf(before), lineOf(after))
  const same = runs.reduce((sum, { kind, text }) => kind === 'same' ? sum + lettersIn(text) : sum, 0)
  return same * 2 >= Math.max(lettersIn(before), lettersIn(after)) && same > 0 ? runs : null
}
