import { Button, Checkbox, Dropdown } from '@digdir/designsystemet-react'
import { ChatAddIcon, CheckmarkIcon, ChevronDownIcon, ChevronUpIcon, FilterIcon } from '@navikt/aksel-icons'
import { type ReactNode, useId, useState } from 'react'
import { useText, type TextKey } from '../../i18n/index.ts'
import { shownShortcut, spokenShortcut } from '../../editor/shortcut.ts'
import { countWith, narrowings, type Filter, type Narrowing } from '../board/filter.ts'
import type { Listing } from '../board/use-listed.ts'
import { unreadIn } from '../thread/unread.ts'
import { shortcuts } from '../layer/shortcuts.ts'
import { usePanelSetting } from './setting.ts'

const names: Readonly<Record<Narrowing, TextKey<'comment'>>> = { open: 'filterOpen', unread: 'filterUnread', mine: 'filterMine', union: 'filterUnion', round: 'filterRound' }

interface Props { readonly listing: Listing, readonly onStep: (by: 1 | -1) => void, readonly onNew: () => void }

/** What stands over the threads: how many there are, what they are narrowed to, the way through them, and a new one. */
export function PanelHead ({ listing, onStep, onNew }: Props): ReactNode {
  const t = useText('comment')
  const { mayComment } = usePanelSetting()
  const shown = listing.items.filter(item => item.kind === 'thread').length
  return (
    <div className='ss-comments-head'>
      <FilterMenu listing={listing} shown={shown} />
      <span className='ss-comments-steps'>
        <Button icon data-size='sm' variant='tertiary' data-color='neutral' aria-label={t('previous')} title={`${t('previous')} (${shownShortcut(shortcuts.previous)})`} aria-keyshortcuts={spokenShortcut(shortcuts.previous)} aria-disabled={shown === 0 || undefined} onClick={() => { onStep(-1) }}><ChevronUpIcon aria-hidden /></Button>
        <Button icon data-size='sm' variant='tertiary' data-color='neutral' aria-label={t('next')} title={`${t('next')} (${shownShortcut(shortcuts.next)})`} aria-keyshortcuts={spokenShortcut(shortcuts.next)} aria-disabled={shown === 0 || undefined} onClick={() => { onStep(1) }}><ChevronDownIcon aria-hidden /></Button>
      </span>
      {mayComment && <Button icon data-size='sm' variant='secondary' aria-label={t('newComment')} title={`${t('newComment')} (${shownShortcut(shortcuts.comment)})`} onClick={onNew}><ChatAddIcon aria-hidden /></Button>}
    </div>
  )
}

function FilterMenu ({ listing: { threads, filter, facts }, shown }: { readonly listing: Listing, readonly shown: number }): ReactNode {
  const t = useText('comment')
  const { board } = usePanelSetting()
  const id = useId()
  const [open, setOpen] = useState(false)
  const offered = narrowings.filter(one => one !== 'round' || facts.round !== null || filter.has('round'))
  const chosen = offered.filter(one => filter.has(one))
  const nameOf = (one: Narrowing): string => t(names[one], { round: facts.round ?? 0 })
  const title = chosen.length === 0 ? t('filterNone') : chosen.map(nameOf).join(', ')
  const unread = threads.filter(thread => unreadIn(thread, facts.personId) > 0)
  const toggle = (one: Narrowing): void => {
    const next = new Set(filter)
    if (!next.delete(one)) next.add(one)
    board.setFilter(next satisfies Filter)
  }
  return (
    <>
      <Button data-size='sm' variant='tertiary' data-color='neutral' className='ss-filter' popoverTarget={id} aria-expanded={open}>
        <FilterIcon aria-hidden /><span className='ss-unseen'>{t('filter')}</span><span className='ss-filter-what'>{title}</span><span className='ss-filter-count'>{shown}</span>
      </Button>
      <Dropdown id={id} className='ss-filter-menu' placement='bottom-start' data-size='sm' open={open} onOpen={() => { setOpen(true) }} onClose={() => { setOpen(false) }}>
        <fieldset className='ss-filter-set'>
          <legend>{t('filterLegend')}</legend>
          {offered.map(one => (
            <div key={one} className='ss-filter-one'>
              <Checkbox data-size='sm' label={nameOf(one)} checked={filter.has(one)} onChange={() => { toggle(one) }} />
              <span className='ss-filter-number' aria-hidden='true'>{countWith(threads, filter, one, facts)}</span>
            </div>
          ))}
        </fieldset>
        {unread.length > 0 && <Button data-size='sm' variant='tertiary' onClick={() => { board.threads.see(unread.map(thread => thread.id)); setOpen(false) }}><CheckmarkIcon aria-hidden />{t('markAllRead')}</Button>}
      </Dropdown>
    </>
  )
}
