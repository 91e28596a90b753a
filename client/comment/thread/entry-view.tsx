import { Button, Dropdown } from '@digdir/designsystemet-react'
import { MenuElipsisHorizontalIcon, PencilIcon, TrashIcon } from '@navikt/aksel-icons'
import type { CommentEntry, ThreadView } from '@samskriv/shared/api'
import { namingIn } from '@samskriv/shared/comment'
import { type ReactNode, useCallback, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { useNames, useText } from '../../i18n/index.ts'
import { draftId } from '../draft/drafts.ts'
import type { RemovalState } from '../draft/removals.ts'
import { usePanelSetting } from '../panel/setting.ts'
import { focusCard } from './card-id.ts'
import { EditBox } from './edit-box.tsx'
import { EntryHead } from './entry-head.tsx'
import { EntryText } from './entry-text.tsx'

interface Props { readonly thread: ThreadView, readonly entry: CommentEntry }

/** How far the removal of an entry has come; null: it is not being taken away. */
export function useRemoval (entry: string): RemovalState | null {
  const { board: { removals } } = usePanelSetting()
  return useSyncExternalStore(useCallback(changed => removals.watch(changed), [removals]), () => removals.get().get(entry) ?? null)
}

/** One comment in an open thread. One's own can be changed and taken away. */
export function EntryView ({ thread, entry }: Props): ReactNode {
  const t = useText('comment')
  const names = useNames()
  const { board, mayComment } = usePanelSetting()
  const removal = useRemoval(entry.id)
  const [editing, setEditing] = useState(() => board.drafts.at(draftId({ kind: 'edit', thread: thread.id, entry: entry.id })) !== undefined)
  const isOwn = entry.author.personId === board.personId
  const isNew = !isOwn && thread.entries.indexOf(entry) >= thread.seen
  if (removal?.kind === 'pending') return <Removed thread={thread.id} entry={entry.id} />
  if (entry.deletedAt !== undefined) return <p className='ss-entry-gone'>{t('entryDeleted', { name: entry.author.name })}</p>
  return (
    <div className='ss-entry' data-new={isNew || undefined}>
      <EntryHead author={entry.author} at={entry.at} edited={entry.editedAt !== undefined}>
        {isNew && namingIn([entry], board.personId).length > 0 && <span className='ss-names-me'>{t('namesYou')}</span>}
        {isOwn && mayComment && !editing && <OwnMenu onEdit={() => { setEditing(true) }} onRemove={() => { board.removals.remove(thread.id, entry.id) }} />}
      </EntryHead>
      {editing ? <EditBox thread={thread} entry={entry} onDone={() => { setEditing(false); focusCard(thread.id) }} /> : <EntryText text={entry.text} />}
      {removal?.kind === 'failed' && <p className='ss-write-note' data-color='danger' role='alert'>{names.failure(removal.failure)} <Button data-size='sm' variant='tertiary' onClick={() => { board.removals.remove(thread.id, entry.id) }}>{t('again')}</Button></p>}
    </div>
  )
}

// It is not asked for while one is at the way back.
function Removed ({ thread, entry }: { readonly thread: string, readonly entry: string }): ReactNode {
  const t = useText('comment')
  const { board: { removals } } = usePanelSetting()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    // Nobody leaves what is taken away from under them.
    return () => { removals.hold(entry, false) }
  }, [removals, entry])
  const hold = (held: boolean): void => { removals.hold(entry, held) }
  return (
    // The time stands still while one is here: nothing one acts upon.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <output className='ss-entry-gone' onFocus={() => { hold(true) }} onBlur={() => { hold(false) }} onPointerEnter={() => { hold(true) }} onPointerLeave={() => { hold(false) }}>
      <span>{t('entryRemoved')}</span>
      <Button ref={button} data-size='sm' variant='tertiary' onClick={() => { removals.undo(entry); focusCard(thread) }}>{t('undo')}</Button>
    </output>
  )
}

function OwnMenu ({ onEdit, onRemove }: { readonly onEdit: () => void, readonly onRemove: () => void }): ReactNode {
  const t = useText('comment')
  const id = useId()
  const [open, setOpen] = useState(false)
  const choose = (work: () => void) => (): void => { setOpen(false); work() }
  return (
    <>
      <Button icon data-size='sm' variant='tertiary' data-color='neutral' className='ss-entry-more' aria-label={t('moreOfOwn')} popoverTarget={id} aria-expanded={open}><MenuElipsisHorizontalIcon aria-hidden /></Button>
      <Dropdown id={id} placement='bottom-end' data-size='sm' open={open} onOpen={() => { setOpen(true) }} onClose={() => { setOpen(false) }}>
        <Dropdown.List>
          <Dropdown.Item><Dropdown.Button onClick={choose(onEdit)}><PencilIcon aria-hidden />{t('edit')}</Dropdown.Button></Dropdown.Item>
          <Dropdown.Item><Dropdown.Button data-color='danger' onClick={choose(onRemove)}><TrashIcon aria-hidden />{t('remove')}</Dropdown.Button></Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </>
  )
}
