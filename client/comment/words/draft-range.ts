import { richOf } from '@samskriv/shared/document'
import type { Board } from '../board/board.ts'
import type { Draft } from '../draft/drafts.ts'
import { rangeOf } from './letters.ts'
import { lettersOf } from './stretch.ts'

/** The box of a rich text on the page, by its key. */
export function textBox (key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.ss-form [data-key="${CSS.escape(key)}"] .ss-rich__text`)
}

/** The stretch of the page that a comment being begun is about, where its words stand now. Null when it is about no words, or they are gone. */
export function rangeOfDraft ({ session: { doc } }: Board, { aim }: Draft): Range | null {
  if (aim.kind !== 'start' || aim.place.kind !== 'text') return null
  const { key } = aim.place
  const letters = lettersOf(richOf(doc, key), { start: aim.start, end: aim.end })
  const box = letters === null ? null : textBox(key)
  return letters === null || box === null ? null : rangeOf(box, letters.from, letters.to)
}
