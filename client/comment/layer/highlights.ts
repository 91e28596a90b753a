import type { Board } from '../board/board.ts'
import { rangeOfDraft } from '../words/draft-range.ts'

const name = 'ss-begun'
/** How long changes of the text are gathered before the words of a comment being begun are found again, in ms. */
const gatherMs = 150

const words = (ids: readonly string[]): string => `.ss-rich__text :is(${ids.map(id => `[data-comment="${CSS.escape(id)}"]`).join(',')})`

/**
 * Shows in the text which words have open comments, which thread is open, and what a comment being begun is about. By style
 * sheets and ranges: nothing is changed in the text itself, where an editor would take it for somebody's writing.
 */
export function showHighlights (board: Board): () => void {
  const open = new CSSStyleSheet()
  const chosen = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, open, chosen]
  let shown = ''
  const showOpen = (): void => {
    const ids = board.threads.get().threads.filter(thread => thread.place.kind === 'text' && thread.resolution === null).map(thread => thread.id)
    if (ids.join(' ') === shown) return
    shown = ids.join(' ')
    // Where the system has colours of its own, what is transparent is seen and the rest is not.
    open.replaceSync(ids.length === 0 ? '' : `${words(ids)} { background: var(--ss-comment-ground); box-shadow: inset 0 -2px var(--ss-comment-line); outline: 1px dotted transparent; }`)
  }
  const showChosen = (): void => {
    const id = board.chosen.get()
    chosen.replaceSync(id === null || board.threads.at(id) === undefined ? '' : `${words([id])} { background: var(--ss-comment-chosen); box-shadow: inset 0 -3px var(--ss-comment-line); }`)
  }
  let timer: ReturnType<typeof setTimeout> | null = null
  const showBegun = (): void => {
    timer = null
    if (!('highlights' in CSS)) return
    const ranges = board.drafts.get().flatMap(draft => rangeOfDraft(board, draft) ?? [])
    if (ranges.length === 0) CSS.highlights.delete(name)
    else CSS.highlights.set(name, new Highlight(...ranges))
  }
  const showBegunSoon = (): void => { if (board.drafts.get().length > 0 || CSS.highlights?.has(name)) timer ??= setTimeout(showBegun, gatherMs) }
  showOpen()
  showChosen()
  showBegun()
  const stops = [board.threads.watch(showOpen), board.threads.watch(showChosen), board.chosen.watch(showChosen), board.drafts.watch(showBegunSoon)]
  board.session.doc.on('update', showBegunSoon)
  return () => {
    for (const stop of stops) stop()
    board.session.doc.off('update', showBegunSoon)
    if (timer !== null) clearTimeout(timer)
    if ('highlights' in CSS) CSS.highlights.delete(name)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== open && sheet !== chosen)
  }
}
