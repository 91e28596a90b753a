import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { PlusIcon } from '@navikt/aksel-icons'
import { pagePath, type BehovsmeldingSummary, type ListedRound } from '@samskriv/shared/api'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { fetchBehovsmeldinger } from '../api/index.ts'
import { useFormat, useNames, useText } from '../i18n/index.ts'
import { daysTo } from '../medbestemmelse/day.ts'
import type { MyPerson } from '../people/me.ts'
import { Loading } from '../route/loading.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useNow } from '../ui/use-now.ts'
import { useTitle } from '../ui/use-title.ts'
import { NewWindow } from './new-window.tsx'
import '../ui/rows.css'
import './list-page.css'

/** That a round is open; where it asks something of the one who looks, the way there. */
function RoundFact ({ one, round, now }: { readonly one: BehovsmeldingSummary, readonly round: ListedRound, readonly now: number }): ReactNode {
  const t = useText('list')
  const format = useFormat()
  const date = format.date(round.deadline)
  if (round.asks === null) return <span>{t(daysTo(round.deadline, now) < 0 ? 'roundOver' : 'roundOpen', { n: round.number, date })}</span>
  return <span className='ss-list-asks'><Link href={pagePath.round(one.id, round.number)} className='ds-link'>{t(round.asks === 'read' ? 'roundRead' : 'roundSay', { n: round.version, date })}</Link></span>
}

function Row ({ one, now }: { readonly one: BehovsmeldingSummary, readonly now: number }): ReactNode {
  const t = useText('list')
  const names = useNames()
  const format = useFormat()
  return (
    <li className='ss-list-row'>
      <div className='ss-list-what'>
        <Link href={`/b/${one.id}`} className='ss-list-link'>{one.title}</Link>
        <p className='ss-list-facts'>
          <span>{t('yourRole', { role: names.role(one.role) })}</span>
          {one.round === undefined ? null : <RoundFact one={one} round={one.round} now={now} />}
          {one.mention === undefined ? null : <span className='ss-list-asks' data-tone='news'><Link href={pagePath.thread(one.id, one.mention.thread)} className='ds-link'>{t('mentioned', { count: one.mention.count })}</Link></span>}
          <span><time dateTime={one.changedAt} title={format.moment(one.changedAt)}>{t('changed', { when: format.ago(one.changedAt, now) })}</time></span>
        </p>
      </div>
      <StateTag state={one.state} />
    </li>
  )
}

function Empty ({ mayStart, onStart }: { readonly mayStart: boolean, readonly onStart: () => void }): ReactNode {
  const t = useText('list')
  return (
    <div className='ss-list-empty'>
      <svg viewBox='0 0 120 96' width='120' height='96' aria-hidden='true'>
        <rect x='22' y='6' width='62' height='84' rx='6' className='ss-sheet' />
        <path d='M34 24h38M34 36h30M34 48h34' className='ss-sheet-lines' />
        <path d='M34 60h18' className='ss-sheet-lines' />
        <path d='M57 54v12' className='ss-sheet-caret-a' /><path d='M75 42v12' className='ss-sheet-caret-b' />
        <circle cx='92' cy='70' r='14' className='ss-sheet-dot' /><path d='M92 64v12M86 70h12' className='ss-sheet-plus' />
      </svg>
      <Heading level={2} data-size='xs'>{t('emptyTitle')}</Heading>
      <Paragraph className='ss-quiet'>{mayStart ? t('emptyMayStart') : t('emptyMayNot')}</Paragraph>
      {mayStart ? <Button onClick={onStart}><PlusIcon aria-hidden='true' />{t('new')}</Button> : null}
    </div>
  )
}

/** The behovsmeldinger one has a part in, the latest changed first. */
export function ListPage ({ me }: { readonly me: MyPerson }): ReactNode {
  const t = useText('list')
  const now = useNow()
  const [starting, setStarting] = useState(false)
  const { value, failure, again } = useLoad(fetchBehovsmeldinger)
  useTitle(t('title'))
  if (value === null) return failure === null ? <Loading /> : <Unreachable failure={failure} onRetry={() => { void again() }} />
  const latestFirst = value.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
  const start = (): void => { setStarting(true) }
  return (
    <>
      <div className='ss-list-head'>
        <Heading level={1} data-size='md'>{t('title')}</Heading>
        {me.mayStart && value.length > 0 ? <Button onClick={start}><PlusIcon aria-hidden='true' />{t('new')}</Button> : null}
      </div>
      {value.length === 0
        ? <Empty mayStart={me.mayStart} onStart={start} />
        : <ul className='ss-list'>{latestFirst.map(one => <Row key={one.id} one={one} now={now} />)}</ul>}
      {me.mayStart ? <NewWindow open={starting} onClose={() => { setStarting(false) }} /> : null}
    </>
  )
}
