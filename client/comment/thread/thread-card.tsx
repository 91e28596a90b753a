import { Button } from '@digdir/designsystemet-react'
import { ArrowLeftIcon, CheckmarkCircleIcon } from '@navikt/aksel-icons'
import type { ThreadView } from '@samskriv/shared/api'
import { type KeyboardEvent, memo, type ReactNode, useEffect, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import { draftId } from '../draft/drafts.ts'
import { usePanelSetting } from '../panel/setting.ts'
import { cardId, focusCard } from './card-id.ts'
import { EntryHead } from './entry-head.tsx'
import { EntryText } from './entry-text.tsx'
import { EntryView, useRemoval } from './entry-view.tsx'
import { ReplyBox } from './reply-box.tsx'
import { Settled, SettleBox } from './settle.tsx'
import { ThreadPlace, usePlaceLabel } from './thread-place.tsx'
import { namesUnread, unreadIn } from './unread.ts'

/** A thread among the others. `standing`: the key of the text its words stand in now; null: they are gone. `isStop`: Tab stops here. */
export interface ThreadCardProps {
  readonly thread: ThreadView
  readonly standing: string | null
  readonly isOpen: boolean
  readonly isStop: boolean
  readonly hasDraft: boolean
  /** Beside the text one sees what it is about; in a list it is named. */
  readonly isListed: boolean
  readonly onMove: (thread: string, key: string) => boolean
}

/** A thread: folded, its beginning; open, all of it, with what one can say and do. */
export const ThreadCard = memo(function ThreadCard (props: ThreadCardProps): ReactNode {
  const { thread, standing, isOpen, isStop } = props
  const t = useText('comment')
  const { board, goTo, leave } = usePanelSetting()
  const unread = unreadIn(thread, board.personId)
  const namesMe = namesUnread(thread, board.personId)
  const isGone = thread.place.kind === 'text' && standing === null
  const author = thread.entries[0]?.author.name ?? ''
  const label = usePlaceLabel()
  const about = thread.place.kind === 'text' ? thread.place.quote.slice(0, 60) : label(thread.place)
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      board.choose(null)
      leave()
    } else if (event.target instanceof HTMLElement && event.target.id === cardId(thread.id) && props.onMove(thread.id, event.key)) event.preventDefault()
  }
  const toggle = (): void => {
    board.choose(isOpen ? null : thread.id)
    // In a list over the text one would lose the list: there the way is a button of its own.
    if (!isOpen && !props.isListed) goTo(thread.id)
  }
  return (
    // The keys go between the cards and back to the text; everything that can be pressed is a button inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article className='ss-thread' data-open={isOpen || undefined} data-settled={thread.resolution !== null || undefined} data-unread={unread > 0 || undefined} aria-labelledby={cardId(thread.id)} onKeyDown={press}>
      <button type='button' className='ss-thread-open' id={cardId(thread.id)} aria-expanded={isOpen} tabIndex={isStop || isOpen ? 0 : -1} onClick={toggle}>
        <span className='ss-unseen'>{t('threadBy', { name: author, about })}{unread > 0 ? `, ${t('unreadCount', { count: unread })}` : ''}{namesMe ? `, ${t('namesYou')}` : ''}{thread.resolution === null ? '' : `, ${t('settledShort')}`}</span>
      </button>
      <ThreadPlace place={thread.place} standing={standing ?? undefined} isGone={isGone} named={props.isListed} />
      {isOpen ? <Open thread={thread} isGone={isGone} isListed={props.isListed} /> : <Folded {...props} unread={unread} namesMe={namesMe} />}
    </article>
  )
})

function Folded ({ thread, unread, namesMe, hasDraft }: ThreadCardProps & { readonly unread: number, readonly namesMe: boolean }): ReactNode {
  const t = useText('comment')
  const first = thread.entries.find(entry => entry.deletedAt === undefined) ?? thread.entries[0]
  const answers = thread.entries.length - 1
  const isGone = useRemoval(first?.id ?? '')?.kind === 'pending' || first?.deletedAt !== undefined
  if (first === undefined) return null
  return (
    <div className='ss-entry'>
      <EntryHead author={first.author} at={first.at} edited={first.editedAt !== undefined}>{unread > 0 && <span className='ss-unread-dot' />}</EntryHead>
      {isGone ? <p className='ss-entry-gone'>{t('entryDeleted', { name: first.author.name })}</p> : <EntryText text={first.text} />}
      {(namesMe || answers > 0 || hasDraft || thread.resolution !== null) && (
        <p className='ss-thread-foot'>
          {namesMe && <span className='ss-names-me'>{t('namesYou')}</span>}
          {thread.resolution === null ? null : <span className='ss-thread-settled'><CheckmarkCircleIcon />{t('settledShort')}</span>}
          {answers > 0 && <span>{t('answerCount', { count: answers })}</span>}
          {hasDraft && <span className='ss-thread-draft'>{t('draft')}</span>}
        </p>
      )}
    </div>
  )
}

function Open ({ thread, isGone, isListed }: { readonly thread: ThreadView, readonly isGone: boolean, readonly isListed: boolean }): ReactNode {
  const t = useText('comment')
  const { board, mayComment, goTo } = usePanelSetting()
  const [settling, setSettling] = useState(() => board.drafts.at(draftId({ kind: 'resolve', thread: thread.id })) !== undefined)
  // What is new stays marked while one reads it: it is seen once one goes on to something else.
  useEffect(() => () => { board.threads.see([thread.id]) }, [board, thread.id])
  useEffect(() => {
    if (thread.seen >= thread.entries.length) return undefined
    const timer = setTimeout(() => { if (document.visibilityState === 'visible') board.threads.see([thread.id]) }, seenAfterMs)
    return () => { clearTimeout(timer) }
  }, [board, thread])
  return (
    <>
      {thread.entries.map(entry => <EntryView key={entry.id} thread={thread} entry={entry} />)}
      <Settled thread={thread} />
      {mayComment && (settling && thread.resolution === null
        ? <SettleBox thread={thread} onDone={() => { setSettling(false); focusCard(thread.id) }} />
        : <ReplyBox thread={thread} />)}
      <div className='ss-thread-tools'>
        {mayComment && thread.resolution === null && !settling && <Button data-size='sm' variant='tertiary' onClick={() => { setSettling(true) }}><CheckmarkCircleIcon aria-hidden />{t('settleDots')}</Button>}
        {isListed && !isGone && <Button data-size='sm' variant='tertiary' onClick={() => { goTo(thread.id) }}><ArrowLeftIcon aria-hidden />{t('showInText')}</Button>}
      </div>
    </>
  )
}

/** How long a thread is open before what is new in it counts as seen, in ms: somebody who walks through the threads has not read each. */
const seenAfterMs = 1_500
