import { Button, Select } from '@digdir/designsystemet-react'
import type { CommentPlace } from '@samskriv/shared/api'
import { placeOf } from '@samskriv/shared/template'
import { type KeyboardEvent, memo, type ReactNode, useMemo } from 'react'
import type { Failure } from '../../api/index.ts'
import { useText } from '../../i18n/index.ts'
import type { Aim, Draft } from '../draft/drafts.ts'
import { useDraft } from '../draft/use-draft.ts'
import { usePanelSetting } from '../panel/setting.ts'
import { cardId } from '../thread/card-id.ts'
import { usePlaceLabel } from '../thread/thread-place.tsx'
import { WriteBox } from './write-box.tsx'

type Start = Extract<Aim, { kind: 'start' }>
interface Choice { readonly id: string, readonly aim: Start }

/** What one can make a comment be about instead: the words, their field, the section, the whole. */
function useChoices (aim: Start): readonly Choice[] {
  const { board: { template } } = usePanelSetting()
  return useMemo(() => {
    const { place } = aim
    const key = place.kind === 'text' || place.kind === 'field' ? place.key : null
    const section = place.kind === 'section' ? place.section : key === null ? undefined : placeOf(template, key)?.section.id
    const start = (other: CommentPlace): Choice => ({ id: other.kind, aim: { kind: 'start', place: other } })
    return [
      ...(place.kind === 'text' ? [{ id: 'text', aim }] : []),
      ...(key === null ? [] : [start({ kind: 'field', key })]),
      ...(section === undefined ? template.sections.map(each => ({ ...start({ kind: 'section', section: each.id }), id: each.id })) : [start({ kind: 'section', section })]),
      start({ kind: 'whole' }),
    ]
    // Of the place one began with: a choice does not take the others away.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
}

/** A comment that is being begun, beside what it is about. */
export const NewCard = memo(function NewCard ({ draft: begun, isOpen }: { readonly draft: Draft, readonly isOpen: boolean }): ReactNode {
  const t = useText('comment')
  const setting = usePanelSetting()
  const { board, mayComment } = setting
  const aim = begun.aim as Start
  const draft = useDraft(board, begun.id, aim)
  const label = usePlaceLabel()
  const choices = useChoices(aim)
  const nameOf = ({ aim: { place } }: Choice): string => place.kind === 'text' ? t('aboutWords') : place.kind === 'section' ? t('aboutSection', { name: label(place) }) : label(place)
  const change = (next: Start): void => { board.drafts.write({ id: begun.id, aim: next, text: draft.text, people: draft.people }) }
  const close = (): void => {
    if (draft.text.trim() === '') board.drafts.drop(begun.id)
    board.choose(null)
    setting.leave()
  }
  const send = async (): Promise<void> => {
    const thread = await board.sending.send(begun.id)
    if (thread !== null) board.want(thread.id)
  }
  const instead = (failure: Failure): ReactNode => {
    if (failure.code !== 'changed-meanwhile' || aim.place.kind !== 'text') return null
    const { key } = aim.place
    return <Button data-size='sm' variant='tertiary' onClick={() => { change({ kind: 'start', place: { kind: 'field', key } }) }}>{t('aboutFieldInstead')}</Button>
  }
  const press = (event: KeyboardEvent): void => { if (event.key === 'Escape') { event.preventDefault(); close() } }
  return (
    // Escape goes back to the text from anywhere in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className='ss-thread ss-thread-new' data-open={isOpen || undefined} aria-label={t('newComment')} onFocus={() => { board.choose(begun.id) }} onKeyDown={press}>
      <div className='ss-thread-place'>
        {aim.place.kind === 'text' && <blockquote className='ss-thread-quote'>{aim.place.quote}</blockquote>}
        <Select data-size='sm' className='ss-new-about' aria-label={t('about')} value={choices.find(each => JSON.stringify(each.aim.place) === JSON.stringify(aim.place))?.id ?? ''} onChange={event => { const next = choices.find(each => each.id === event.target.value); if (next !== undefined) change(next.aim) }}>
          {choices.map(each => <Select.Option key={each.id} value={each.id}>{nameOf(each)}</Select.Option>)}
        </Select>
      </div>
      {mayComment
        ? <WriteBox always inputId={cardId(begun.id)} withFocus={isOpen} draft={draft} label={t('newLabel')} submit={t('send')} onSend={() => { void send() }} onHold={() => { board.sending.hold(begun.id) }} onCancel={close} about={instead} />
        : <p className='ss-entry-text'>{draft.text}</p>}
    </section>
  )
})
