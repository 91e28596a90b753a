import { useEffect, useState } from 'react'
import type { Board } from '../board/board.ts'
import { chosenWords, selectedOf, threadsAtCaret, type ChosenWords } from './chosen-words.ts'

/** Where one is in the text: words one has chosen, or (`threads`) open threads whose words the caret is in. */
export interface Caret { readonly words: ChosenWords | null, readonly threads: readonly string[], readonly at: Range | null }

const nowhere: Caret = { words: null, threads: [], at: null }

/**
 * Follows what is chosen in the text: tells the board which words, and opens the thread whose words the caret comes into.
 * While somebody drags there is nothing to offer yet.
 */
export function useCaret (board: Board): Caret {
  const [caret, setCaret] = useState<Caret>(nowhere)
  useEffect(() => {
    let frame = 0
    let pressed = false
    let last = ''
    const look = (): void => {
      frame = 0
      const selection = document.getSelection()
      const words = chosenWords(selection)
      board.selected.set(selectedOf(words))
      const under = threadsAtCaret(selection)
      const open = (under ?? []).filter(id => board.threads.at(id)?.resolution === null)
      const sign = under === null ? '' : open.join(' ')
      // Going on with a reply takes the caret out of the text: the thread stays open.
      if (under !== null && sign !== last) {
        const chosen = board.chosen.get()
        if (open.length > 0 && (chosen === null || !open.includes(chosen))) board.choose(open[0] ?? null)
        else if (open.length === 0 && chosen !== null && board.threads.at(chosen) !== undefined) board.choose(null)
      }
      if (under !== null) last = sign
      const at = selection !== null && selection.rangeCount > 0 && open.length > 0 ? selection.getRangeAt(0).cloneRange() : null
      setCaret(before => {
        const next = pressed ? nowhere : { words, threads: open, at }
        return before.words === null && next.words === null && before.threads.join(' ') === next.threads.join(' ') ? before : next
      })
    }
    const soon = (): void => { if (frame === 0) frame = requestAnimationFrame(look) }
    const press = (): void => { pressed = true }
    const release = (): void => { pressed = false; soon() }
    document.addEventListener('selectionchange', soon)
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    document.addEventListener('pointercancel', release)
    return () => {
      document.removeEventListener('selectionchange', soon)
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
      document.removeEventListener('pointercancel', release)
      cancelAnimationFrame(frame)
    }
  }, [board])
  return caret
}
