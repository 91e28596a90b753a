import { unfoldAround } from '../../form/live/folded.ts'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import type { Board } from '../board/board.ts'
import { lookAtPage, wordsOnPage } from './where.ts'

/** How much of the window is kept free above and below what is brought into view, in px. */
const marginPx = 140

function isInView (element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top > marginPx && bottom < window.innerHeight - marginPx / 2
}

function bring (element: Element): void {
  if (isInView(element)) return
  const { top, bottom } = element.getBoundingClientRect()
  const isNear = bottom > -window.innerHeight && top < 2 * window.innerHeight
  // What is near is glided to, unless somebody does not want that. On the way to what is far, the page would change under one.
  if (isNear && !matchMedia('(prefers-reduced-motion: reduce)').matches) element.scrollIntoView({ block: 'center', behavior: 'smooth' })
  else bringIntoView(element, 'center')
}

/**
 * Brings the words of a thread, or the place it is on, into view. What is already in view does not move. Out of a folded
 * tiltak first, which is then drawn.
 */
export function goToThread (board: Board, id: string): void {
  const thread = board.threads.at(id)
  if (thread === undefined) return
  const { place } = thread
  const standing = board.anchors.get().get(id)?.key ?? null
  const key = standing ?? (place.kind === 'text' || place.kind === 'field' ? place.key : null)
  if (key !== null) unfoldAround(key)
  requestAnimationFrame(() => {
    const element = (standing === null ? null : wordsOnPage(id)) ?? lookAtPage(board.template).place(place, standing)
    if (element !== null) bring(element)
  })
}
