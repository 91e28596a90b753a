import type { Language, Refusal } from '../base/index.ts'
import { messages } from './catalogue.ts'
import { format } from './format.ts'

// Each named as its limit was set: 10 · 1024 · 1024 is 10 MB, and so is 10 000 000.
function sizeText (language: Language, bytes: number): string {
  const step = bytes % 1024 === 0 ? 1024 : 1000
  const [size, unit] = bytes >= step * step ? [bytes / step / step, 'MB'] as const : [bytes / step, 'kB'] as const
  return format(language, `{size}\u00A0${unit}`, { size: Math.floor(size * 10) / 10 })
}

/** Of the bytes a text is kept as, what is left for its letters: the rest is æ, ø, å, and where paragraphs begin and what is bold. */
const lettersInBytes = 0.8

/** Why something was not done, in a sentence: of what is too large also how much is taken, where the refusal says so (`most`; `unit`: bytes or pixels, else a number of things). */
export function refusalText (language: Language, { code, facts }: Refusal): string {
  const { refusal, tooLarge } = messages[language]
  const most = facts?.most
  if (code !== 'too-large' || typeof most !== 'number') return format(language, refusal[code], facts)
  if (facts?.unit === 'pixels') return format(language, tooLarge.pixels, { most })
  if (facts?.unit !== 'bytes') return format(language, tooLarge.count, { most })
  const size = sizeText(language, most)
  if (facts.field === undefined) return format(language, tooLarge.bytes, { size })
  return format(language, tooLarge.text, { size, characters: Math.floor(most * lettersInBytes / 1000) * 1000 })
}
