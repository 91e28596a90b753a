import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/index.ts'
import type { CommentTarget, FormComments, Tally } from '../comments.ts'

interface Props {
  readonly comments: FormComments
  readonly target: CommentTarget
  /** What stands at the target and says so itself. */
  readonly but: readonly CommentTarget[]
}

const without = (all: Tally, parts: readonly Tally[]): Pick<Tally, 'open' | 'unread'> => ({
  open: parts.reduce((left, part) => left - part.open, all.open),
  unread: parts.reduce((left, part) => left - part.unread, all.unread),
})

/** How many comments stand in a part of the form: those one has not seen, else those that are open. Calm: a number, nothing that moves. */
export function OutlineTalk ({ comments, target, but }: Props): ReactNode {
  const t = useText('form')
  const watch = useCallback((changed: () => void) => comments.watchTallies(changed), [comments])
  const text = useSyncExternalStore(watch, () => {
    const { open, unread } = without(comments.tally(target), but.map(each => comments.tally(each)))
    return `${open} ${unread}`
  })
  const [open = 0, unread = 0] = text.split(' ').map(Number)
  if (open + unread <= 0) return null
  const said = [open > 0 ? t('commentsHere', { count: open }) : [], unread > 0 ? t('commentsUnread', { count: unread }) : []].flat().join(', ')
  return <span className="ss-outline__talk" data-unread={unread > 0 || undefined} title={said}><span aria-hidden="true">{unread > 0 ? unread : open}</span><span className="ss-unseen">{said}</span></span>
}
