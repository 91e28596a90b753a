import { namingIn } from '@samskriv/shared/comment'
import { memo, type ReactNode, type RefObject, useEffect } from 'react'
import { useText } from '../../i18n/index.ts'
import { announce } from '../../ui/announce.tsx'
import { targetAround, type Board } from '../board/board.ts'
import { stepThrough } from '../panel/step.ts'
import { arrivedBetween } from '../thread/unread.ts'
import { chosenWords, selectedOf } from './chosen-words.ts'
import { FloatButton } from './float-button.tsx'
import { showHighlights } from './highlights.ts'
import { shortcutOf } from './shortcuts.ts'
import { useCaret } from './use-caret.ts'
import '../comment.css'

/** How long what arrives is gathered before it is announced, in ms: many comments at once are one sentence. */
const gatherMs = 2_000

/** A key for comments that came before them. `isHere`: they have come. */
export interface EarlyComment { isHere: boolean, isAsked: boolean }

/** What comments do over the form. `isShown`: the panel shows them. `earlyRef`: whether their key was pressed before they had come. */
export interface CommentLayerProps { readonly board: Board, readonly mayComment: boolean, readonly isShown: boolean, readonly round: number | null, readonly earlyRef: RefObject<EarlyComment> }

// What was chosen a moment ago is looked at with the next frame; a key may come before that.
function beginHere (board: Board): void {
  board.selected.set(selectedOf(chosenWords(document.getSelection())))
  board.beginAnywhere()
}

/** Comments in the text: the words that have any are stressed, chosen words get a button, the keys for comments work everywhere, and what others write is told. */
export const CommentLayer = memo(function CommentLayer ({ board, mayComment, isShown, round, earlyRef }: CommentLayerProps): ReactNode {
  const caret = useCaret(board)
  useEffect(() => showHighlights(board), [board])
  useArrivals(board)
  useEffect(() => {
    const remember = (): void => {
      const element = document.activeElement
      if (element instanceof HTMLElement && element.closest('.ss-form') !== null && element.closest('.ss-talk') === null) board.from.set({ element, target: targetAround(element) })
    }
    // One may have been there before this was.
    remember()
    document.addEventListener('focusin', remember)
    return () => { document.removeEventListener('focusin', remember) }
  }, [board])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event)
      if (shortcut === null || document.querySelector('dialog:modal:not([data-comments])') !== null) return
      event.preventDefault()
      if (shortcut !== 'comment') stepThrough(board, round, shortcut === 'next' ? 1 : -1)
      else if (mayComment) beginHere(board)
    }
    document.addEventListener('keydown', press)
    return () => { document.removeEventListener('keydown', press) }
  }, [board, mayComment, round])
  useEffect(() => {
    const early = earlyRef.current
    early.isHere = true
    return () => { early.isHere = false }
  }, [earlyRef])
  useEffect(() => {
    const { isAsked } = earlyRef.current
    earlyRef.current.isAsked = false
    if (!isAsked || !mayComment) return
    // Once the page, too, listens for what the board wants.
    queueMicrotask(() => { beginHere(board) })
  }, [board, mayComment, earlyRef])
  return <FloatButton board={board} caret={caret} mayComment={mayComment} isShown={isShown} />
})

/** Says calmly, once things are quiet, how many comments have come from others, and whether one is named. Nothing at first: those were there. */
function useArrivals (board: Board): void {
  const t = useText('comment')
  useEffect(() => {
    let { threads: before, loaded } = board.threads.get()
    let count = 0
    let isNamed = false
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => {
      const now = board.threads.get()
      const arrived = loaded ? arrivedBetween(before, now.threads, board.personId) : []
      count += arrived.length
      isNamed ||= namingIn(arrived, board.personId).length > 0
      before = now.threads
      loaded = now.loaded
      if (count === 0) return
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => {
        announce(isNamed ? `${t('arrived', { count })}, ${t('namesYou')}` : t('arrived', { count }))
        count = 0
        isNamed = false
      }, gatherMs)
    }
    const stop = board.threads.watch(look)
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [board, t])
}
