import { listNow } from '../board/use-listed.ts'
import type { Board } from '../board/board.ts'
import { threadWithFocus } from '../thread/card-id.ts'

/** Opens the thread after the one where one is, or before it; from the end to the beginning. Gives its id, or null when there are none. */
export function stepThrough (board: Board, round: number | null, by: 1 | -1): string | null {
  const threads = listNow(board, round).items.filter(item => item.kind === 'thread').map(item => item.id)
  const at = threads.indexOf(threadWithFocus() ?? board.chosen.get() ?? '')
  const to = threads[at < 0 ? (by > 0 ? 0 : threads.length - 1) : (at + by + threads.length) % threads.length]
  if (to === undefined) return null
  board.want(to)
  return to
}
