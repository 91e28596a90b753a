import { Button, Spinner, Textarea } from '@digdir/designsystemet-react'
import { commentBounds } from '@samskriv/shared/comment'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Failure } from '../../api/index.ts'
import { useNames, useText } from '../../i18n/index.ts'
import { announce } from '../../ui/announce.tsx'
import { shownShortcut } from '../../editor/shortcut.ts'
import type { WritingDraft } from '../draft/use-draft.ts'
import { usePanelSetting } from '../panel/setting.ts'
import { MentionList } from './mention-list.tsx'
import { useMentions } from './use-mentions.ts'

/** Letters that are left when it begins to be said. */
const tellLeft = 300

/** Where something is written. `label` is what it is called; `submit` what its button says. */
export interface WriteBoxProps {
  readonly draft: WritingDraft
  readonly label: string
  readonly submit: string
  readonly most?: number
  readonly withFocus?: boolean
  /** Id of the box itself, for those who lead the focus there. */
  readonly inputId?: string
  /** Whether the buttons are there before one has written anything. */
  readonly always?: boolean
  /** Whether people can be mentioned. */
  readonly mentions?: boolean
  readonly onSend: () => void
  readonly onHold?: () => void
  readonly onCancel: () => void
  /** What to say, and offer, about some failures; null: the usual. */
  readonly about?: (failure: Failure) => ReactNode
}

/** A box to write in: Ctrl+Enter sends, `@` offers people, Escape steps back. What stands in it stays until the server has it. */
export function WriteBox (props: WriteBoxProps): ReactNode {
  const { draft, label, most = commentBounds.text, mentions: mayMention = true } = props
  const t = useText('comment')
  const { board, members } = usePanelSetting()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  // Where the caret belongs once the text with a name put in is on the page.
  const caret = useRef<number | null>(null)
  // What was thrown away, until one writes something else: thrown away is not lost.
  const [dropped, setDropped] = useState<Pick<WritingDraft, 'text' | 'people'> | null>(null)
  const people = useMemo(() => mayMention ? members.map(member => member.person).filter(person => person.id !== board.personId) : [], [members, board, mayMention])
  const mentions = useMentions(box, people, (text, at, person) => {
    draft.write(text, [...draft.people, { id: person.id, name: person.name }])
    caret.current = at
  })
  useLayoutEffect(() => {
    if (caret.current === null) return
    box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  useEffect(() => { if (props.withFocus === true) box.current?.focus({ preventScroll: true }) }, [props.withFocus])
  const offered = mentions.offered.length
  useEffect(() => { if (offered > 0) announce(t('mentionCount', { count: offered })) }, [offered, t])

  const { kind } = draft.state
  const left = most - draft.text.trim().length
  const isEmpty = draft.text.trim() === ''
  const isFirst = draft.text === draft.first.text
  const isBusy = kind === 'sending' || kind === 'waiting'
  const send = (): void => {
    mentions.close()
    if (!isEmpty && !isFirst && left >= 0 && !isBusy) props.onSend()
  }
  const discard = (): void => {
    setDropped({ text: draft.text, people: draft.people })
    draft.reset()
    box.current?.focus({ preventScroll: true })
  }
  const bringBack = (): void => {
    if (dropped !== null) draft.write(dropped.text, dropped.people)
    setDropped(null)
    box.current?.focus({ preventScroll: true })
  }
  const press = (event: KeyboardEvent): void => {
    if (mentions.press(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send() }
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    props.onCancel()
  }
  return (
    <div className='ss-write'>
      <Textarea
        ref={box} id={props.inputId} rows={1} className='ss-write-text' data-size='sm' aria-label={label} placeholder={label} value={draft.text} readOnly={kind === 'sending'}
        aria-invalid={left < 0 || undefined} aria-describedby={left < tellLeft ? `${id}-left` : undefined}
        aria-autocomplete={mayMention ? 'list' : undefined} aria-controls={offered > 0 ? `${id}-who` : undefined}
        aria-activedescendant={offered > 0 ? `${id}-who-${mentions.offered[mentions.active]?.id ?? ''}` : undefined}
        onChange={event => { draft.write(event.target.value); mentions.look() }} onSelect={mentions.look} onBlur={mentions.close} onKeyDown={press}
      />
      <MentionList id={`${id}-who`} mentions={mentions} />
      {left < tellLeft && <p className='ss-write-left' id={`${id}-left`} data-over={left < 0 || undefined}>{left < 0 ? t('tooLong', { count: -left }) : t('lettersLeft', { count: left })}</p>}
      <Trouble props={props} />
      {(props.always === true || !isEmpty || isBusy) && (
        <div className='ss-write-tools'>
          <Button data-size='sm' loading={kind === 'sending'} aria-disabled={isEmpty || isFirst || left < 0 || undefined} title={`${props.submit} (${shownShortcut('Mod-Enter')})`} onClick={send}>{kind === 'failed' ? t('again') : props.submit}</Button>
          {isFirst
            ? <Button data-size='sm' variant='tertiary' data-color='neutral' onClick={() => { draft.drop(); props.onCancel() }}>{t('cancel')}</Button>
            : <Button data-size='sm' variant='tertiary' data-color='neutral' onClick={discard}>{t('discard')}</Button>}
        </div>
      )}
      {dropped !== null && isFirst && <output className='ss-write-note'><span>{t('discarded')}</span><Button data-size='sm' variant='tertiary' onClick={bringBack}>{t('undo')}</Button></output>}
    </div>
  )
}

// Why it is not sent yet, or was not. Heard when it comes.
function Trouble ({ props: { draft: { state }, about, onHold } }: { readonly props: WriteBoxProps }): ReactNode {
  const t = useText('comment')
  const names = useNames()
  if (state.kind === 'waiting') {
    return (
      <output className='ss-write-note'>
        <Spinner aria-hidden data-size='xs' /><span>{t('waitsForSaved')}</span>
        {onHold !== undefined && <Button data-size='sm' variant='tertiary' onClick={onHold}>{t('doNotSend')}</Button>}
      </output>
    )
  }
  if (state.kind !== 'failed') return null
  return <div className='ss-write-note' data-color='danger' role='alert'><span>{names.failure(state.failure)} {t('wordsKept')}</span>{about?.(state.failure)}</div>
}
