import type { Selected } from '../board/board.ts'
import { lettersBefore } from '../words/letters.ts'

/** Words chosen in a rich text of the form, and where they are on the page. */
export interface ChosenWords extends Selected { readonly range: Range }

const boxAround = (node: Node): Element | null => {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('.ss-form .ss-rich__text') ?? null
}

const keyOfBox = (box: Element): string | null => box.closest('[data-key]')?.getAttribute('data-key') ?? null

/** What is chosen on the page, when it is words of one rich text. What reaches beyond that text counts up to its end. */
export function chosenWords (selection: Selection | null): ChosenWords | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0).cloneRange()
  const box = boxAround(range.startContainer)
  const key = box === null ? null : keyOfBox(box)
  if (box === null || key === null) return null
  if (!box.contains(range.endContainer)) range.setEnd(box, box.childNodes.length)
  if (range.toString().trim() === '') return null
  const from = lettersBefore(box, range.startContainer, range.startOffset)
  const to = lettersBefore(box, range.endContainer, range.endOffset)
  return from < to ? { key, from, to, range } : null
}

/** Chosen words as the board keeps them, without what belongs to this moment of the page. */
export function selectedOf (words: ChosenWords | null): Selected | null {
  return words === null ? null : { key: words.key, from: words.from, to: words.to }
}

/** The threads whose words the caret is in, the narrowest first; null: the caret is in no rich text. */
export function threadsAtCaret (selection: Selection | null): readonly string[] | null {
  const node = selection?.anchorNode ?? null
  const box = node === null ? null : boxAround(node)
  if (node === null || box === null) return null
  const found: string[] = []
  let mark = (node instanceof Element ? node : node.parentElement)?.closest('[data-comment]') ?? null
  while (mark !== null && box.contains(mark)) {
    found.push(mark.getAttribute('data-comment') ?? '')
    mark = mark.parentElement?.closest('[data-comment]') ?? null
  }
  return found
}
