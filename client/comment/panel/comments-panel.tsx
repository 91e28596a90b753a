import { Button, Paragraph, Skeleton } from '@digdir/designsystemet-react'
import { type BehovsmeldingView } from '@samskriv/shared/api'
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useNames, useText } from '../../i18n/index.ts'
import { useWatch } from '../../ui/use-watch.ts'
import type { Board } from '../board/board.ts'
import { useListed, type Listing } from '../board/use-listed.ts'
import { cardId } from '../thread/card-id.ts'
import { Cards } from './cards.tsx'
import { goToThread } from './go-to.ts'
import { PanelHead } from './panel-head.tsx'
import { PanelContext, type PanelSetting } from './setting.ts'
import { stepThrough } from './step.ts'
import { useTabsHeight } from './use-tabs-height.ts'
import '../comment.css'

/** The comments beside the text. `aligned`: there is room for each beside its words. `onAway`: the panel covers the text and must give way. */
export interface CommentsPanelProps {
  readonly board: Board
  readonly members: BehovsmeldingView['members']
  readonly mayComment: boolean
  readonly aligned: boolean
  /** The latest round of medbestemmelse; null: none is known. */
  readonly round: number | null
  readonly onAway: (() => void) | null
}

/** The threads of a behovsmelding, with what one can do with them. The page around it is rendered for every letter one types: this is not. */
export const CommentsPanel = memo(function CommentsPanel ({ board, members, mayComment, aligned, round, onAway }: CommentsPanelProps): ReactNode {
  const listing = useListed(board, round)
  const box = useRef<HTMLDivElement>(null)
  useTabsHeight(box)
  const setting = useMemo((): PanelSetting => ({
    board, members, mayComment,
    goTo: thread => { onAway?.(); goToThread(board, thread) },
    leave: () => { if (onAway === null) board.giveBack() },
  }), [board, members, mayComment, onAway])
  useEffect(() => {
    const look = (): void => {
      const wanted = board.wanted.get()
      if (wanted === null) return
      board.wanted.set(null)
      if (aligned) goToThread(board, wanted.id)
      // After the panel has been drawn and its dialog has taken the focus.
      requestAnimationFrame(() => { requestAnimationFrame(() => { document.getElementById(cardId(wanted.id))?.focus({ preventScroll: aligned }) }) })
    }
    look()
    return board.wanted.watch(look)
  }, [board, aligned])
  return (
    <PanelContext value={setting}>
      <div className='ss-comments' ref={box} data-aligned={aligned || undefined}>
        <PanelHead listing={listing} onStep={by => { stepThrough(board, round, by) }} onNew={() => { board.beginAnywhere() }} />
        <Nothing listing={listing} mayComment={mayComment} board={board} />
        <Cards items={listing.items} aligned={aligned} />
      </div>
    </PanelContext>
  )
})

function Nothing ({ listing, board, mayComment }: { readonly listing: Listing, readonly board: Board, readonly mayComment: boolean }): ReactNode {
  const t = useText('comment')
  const names = useNames()
  const { loaded, failure } = useWatch(board.threads)
  if (!loaded && failure === null) return <div className='ss-comments-none' aria-busy='true'><Skeleton height='5rem' /><Skeleton height='5rem' /></div>
  return (
    <>
      {failure !== null && <div className='ss-write-note ss-comments-failure' data-color='danger' role='alert'><span>{names.failure(failure)}</span><Button data-size='sm' variant='tertiary' onClick={() => { void board.threads.again() }}>{t('again')}</Button></div>}
      {loaded && listing.items.length === 0 && (
        <div className='ss-comments-none'>
          <Paragraph data-size='sm'>{listing.threads.length === 0 ? t('noneYet') : t('noneSuch')}</Paragraph>
          {listing.threads.length === 0
            ? mayComment && <Paragraph data-size='sm' className='ss-quiet'>{t('howTo')}</Paragraph>
            : <Button data-size='sm' variant='tertiary' onClick={() => { board.setFilter(new Set()) }}>{t('showAll')}</Button>}
        </div>
      )}
    </>
  )
}
