import { ChatAddIcon, ChatIcon } from '@navikt/aksel-icons'
import { memo, type ReactNode, useCallback, useMemo, useSyncExternalStore } from 'react'
import { useText } from '../i18n/index.ts'
import type { CommentTarget, FormComments, Tally } from './comments.ts'
import { elementId } from './element-id.ts'
import { useForm } from './setting.ts'
import './comment-mark.css'

const nothing: Tally = { open: 0, unread: 0, naming: 0 }
const unwatched = (): (() => void) => () => undefined

/** How many comments stand at a place; renders again only when that changes. */
export function useTally (comments: FormComments | null, target: CommentTarget, own: boolean): Tally {
  const watch = useCallback((changed: () => void) => comments === null ? unwatched() : comments.watchTallies(changed), [comments])
  return useSyncExternalStore(watch, () => comments?.tally(target, own) ?? nothing)
}

interface MarkProps {
  readonly target: CommentTarget
  /** Id of what names the place. */
  readonly labelId: string
  /** Whether what it holds tells of its comments itself. */
  readonly own?: boolean
}

/** What a mark at a place needs to know. `isStop`: Tab stops at its way to a new comment. */
export interface CommentMarkProps extends MarkProps { readonly comments: FormComments | null, readonly mayComment: boolean, readonly isStop: boolean }

/** The comments at a place: how many there are, with the way to them, and the way to a new one. Nothing where there are none and one may not comment. */
export const CommentMarkView = memo(function CommentMarkView ({ comments, mayComment, isStop, target, labelId, own = false }: CommentMarkProps): ReactNode {
  const t = useText('form')
  const { open, unread } = useTally(comments, target, own)
  if (comments === null || (!mayComment && open + unread === 0)) return null
  const id = `${labelId}-comments`
  const said = [open > 0 ? t('commentsHere', { count: open }) : [], unread > 0 ? t('commentsUnread', { count: unread }) : []].flat().join(', ')
  return (
    <span className="ss-talk">
      {open + unread > 0 && (
        <button type="button" id={id} className="ss-talk__show" data-unread={unread > 0 || undefined} aria-label={said} aria-labelledby={`${id} ${labelId}`} title={said} onClick={() => { comments.show(target) }}>
          <ChatIcon aria-hidden />{open > 0 && <span aria-hidden="true">{open}</span>}
        </button>
      )}
      {mayComment && (
        // In a form one writes in, the keys lead here from the answer itself (Ctrl+Alt+M): a stop for each of a hundred questions would be in the way.
        <button type="button" id={`${id}-new`} className="ss-talk__new" tabIndex={isStop ? 0 : -1} aria-label={t('commentOn')} aria-labelledby={`${id}-new ${labelId}`} title={t('commentOn')} onClick={() => { comments.begin(target) }}><ChatAddIcon aria-hidden /></button>
      )}
    </span>
  )
})

/** The comments at a place of the form. */
export function CommentMark (props: MarkProps): ReactNode {
  const { comments, mayComment, readOnly } = useForm()
  return <CommentMarkView {...props} comments={comments} mayComment={mayComment} isStop={readOnly} />
}

/** The comments at a field, or an item of a group. */
export function FieldComments ({ fieldKey, labelId, own = false }: { readonly fieldKey: string, readonly labelId?: string, readonly own?: boolean }): ReactNode {
  const target = useMemo(() => ({ kind: 'field', key: fieldKey } as const), [fieldKey])
  return <CommentMark target={target} labelId={labelId ?? elementId.label(fieldKey)} own={own} />
}
