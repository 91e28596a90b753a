import { Button } from '@digdir/designsystemet-react'
import { ChatAddIcon, ChatIcon } from '@navikt/aksel-icons'
import { type CSSProperties, type ReactNode, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { shownShortcut, spokenShortcut } from '../../editor/shortcut.ts'
import { useText } from '../../i18n/index.ts'
import type { Board } from '../board/board.ts'
import { shortcuts } from './shortcuts.ts'
import type { Caret } from './use-caret.ts'

/** Room the button takes at the side of the form, in px. */
const roomPx = 48

// At the side of the form, level with where the words begin; where there is no room, below them.
function placeOf (range: Range): CSSProperties | null {
  const [first] = range.getClientRects()
  const box = range.getBoundingClientRect()
  const form = document.querySelector('.ss-form')?.getBoundingClientRect()
  if (form === undefined || (box.width === 0 && box.height === 0 && first === undefined)) return null
  const top = (first ?? box).top + window.scrollY
  if (document.documentElement.clientWidth - form.right >= roomPx + 8) return { insetBlockStart: top - 8, insetInlineStart: form.right + 8 + window.scrollX }
  return { insetBlockStart: box.bottom + window.scrollY + 10, insetInlineEnd: Math.max(8, document.documentElement.clientWidth - form.right) }
}

interface Props { readonly board: Board, readonly caret: Caret, readonly mayComment: boolean, readonly isShown: boolean }

/** A button beside the words one has chosen, to comment on them; or beside commented words, while the comments are not shown, to see them. */
export function FloatButton ({ board, caret: { words, threads, at }, mayComment, isShown }: Props): ReactNode {
  const t = useText('comment')
  const isNew = words !== null && mayComment
  const range = isNew ? words.range : isShown ? null : at
  const [place, setPlace] = useState<CSSProperties | null>(null)
  useLayoutEffect(() => {
    const look = (): void => { setPlace(range === null ? null : placeOf(range)) }
    look()
    window.addEventListener('resize', look)
    return () => { window.removeEventListener('resize', look) }
  }, [range])
  if (range === null || place === null) return null
  const [first] = threads
  const label = isNew ? t('comment') : t('showComment', { count: threads.length })
  const act = (): void => {
    if (isNew) board.beginInText(words.key)
    else if (first !== undefined) board.want(first)
  }
  return createPortal(
    <div className='ss-float' style={place}>
      <Button
        // Pressing it must not take the words away.
        onMouseDown={event => { event.preventDefault() }}
        icon data-size='sm' variant='secondary' aria-label={label} title={isNew ? `${label} (${shownShortcut(shortcuts.comment)})` : label} aria-keyshortcuts={isNew ? spokenShortcut(shortcuts.comment) : undefined} onClick={act}
      >
        {isNew ? <ChatAddIcon aria-hidden /> : <ChatIcon aria-hidden />}
      </Button>
    </div>,
    document.body,
  )
}
