import { Button, Details, Heading, Tag } from '@digdir/designsystemet-react'
import type { ProposalView } from '@samskriv/shared/api'
import { keyOfChange, type Standing } from '@samskriv/shared/proposal'
import { type ReactNode } from 'react'
import { useFormat, useText } from '../i18n/index.ts'
import { ChangeView } from './change-view.tsx'
import { ChangeWays, sinceText } from './change-ways.tsx'
import type { ProposalDesk } from './desk.ts'
import { openIn, type OpenChange } from './open-change.ts'

interface CardProps { readonly desk: ProposalDesk, readonly proposal: ProposalView, readonly onGo: (key: string) => void }

const goesIn = (standing: Standing | undefined): boolean => standing?.kind === 'fits' || standing?.kind === 'merges' || standing?.kind === 'there'

function Waiting ({ desk, one, onGo }: { readonly desk: ProposalDesk, readonly one: OpenChange, readonly onGo: CardProps['onGo'] }): ReactNode {
  const t = useText('proposal')
  const place = desk.places.of(one.change)
  const standing = desk.standings.get(one.id)
  const why = desk.settles ? sinceText(one, standing, t) : null
  return (
    <li className='ss-proposed'>
      <div className='ss-proposed-head'>
        <Heading level={5} data-size='2xs'>{place}</Heading>
        {desk.settles ? null : <Tag data-size='sm' data-color='info'>{t('waitTag')}</Tag>}
      </div>
      {why === null ? null : <p className='ss-proposed-why'>{why}</p>}
      <div className='ss-proposed-what'><ChangeView template={desk.template} change={one.change} standing={desk.settles ? standing : undefined} places={desk.places} /></div>
      {desk.settles ? <ChangeWays desk={desk} one={one} /> : null}
      {standing?.kind === 'gone' ? null : <div><Button variant='tertiary' data-size='sm' onClick={() => { onGo(keyOfChange(one.change)) }}>{t('goTo')}<span className='ss-unseen'> {place}</span></Button></div>}
    </li>
  )
}

function Settled ({ desk, proposal }: Omit<CardProps, 'onGo'>): ReactNode {
  const t = useText('proposal')
  const format = useFormat()
  return (
    <ul>
      {proposal.settled.map(({ change: index, outcome, by, at }) => {
        const change = proposal.changes[index]
        if (change === undefined) return null
        const place = desk.places.of(change)
        return (
          <li key={index} className='ss-proposed'>
            <div className='ss-proposed-head'>
              <Heading level={5} data-size='2xs'>{place}</Heading>
              <Tag data-size='sm' data-color={outcome === 'taken' ? 'success' : 'neutral'}>{outcome === 'taken' ? t('takenTag') : t('declinedTag')}</Tag>
            </div>
            <p className='ss-proposed-why'>{t('settledBy', { who: by.name, when: format.moment(at) })}</p>
            <div className='ss-proposed-what'><ChangeView template={desk.template} change={change} places={desk.places} /></div>
            {desk.settles && outcome === 'declined'
              ? <div><Button variant='tertiary' data-size='sm' onClick={() => { void desk.settling.open(proposal.id, index) }}>{t('openAgain')}<span className='ss-unseen'> {place}</span></Button></div> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** One proposal: whose, when, what waits in it and what became of the rest. */
export function ProposalCard ({ desk, proposal, onGo }: CardProps): ReactNode {
  const t = useText('proposal')
  const format = useFormat()
  const open = openIn(proposal)
  const easy = desk.whyNotTake === null ? open.filter(one => goesIn(desk.standings.get(one.id))) : []
  const taken = proposal.settled.filter(each => each.outcome === 'taken').length
  const isBusy = open.some(one => desk.settling.busy.has(one.id))
  return (
    <article className='ss-proposal' aria-label={desk.settles ? t('from', { who: proposal.by.name }) : t('own')}>
      <Heading level={4} data-size='2xs'>{desk.settles ? t('from', { who: proposal.by.name }) : t('own')}</Heading>
      <p className='ss-proposal-facts ss-quiet'>{t('sentAt', { when: format.moment(proposal.at) })}</p>
      <p className='ss-proposal-facts'>{t('counts', { taken, declined: proposal.settled.length - taken, open: open.length })}</p>
      {desk.settles && open.length > 1 ? (
        <div className='ss-proposed-ways'>
          {easy.length > 1 ? <Button data-size='sm' loading={isBusy} onClick={() => { void desk.settling.take(easy, false) }}>{t('takeAll', { count: easy.length })}</Button> : null}
          <Button data-size='sm' variant='secondary' data-color='neutral' onClick={() => { void desk.settling.decline(open) }}>{t('declineAll')}</Button>
        </div>
      ) : null}
      {open.length === 0 ? null : <ul>{open.map(one => <Waiting key={one.id} desk={desk} one={one} onGo={onGo} />)}</ul>}
      {proposal.settled.length === 0 ? null : (
        <Details data-size='sm'>
          <Details.Summary>{t('settledCount', { count: proposal.settled.length })}</Details.Summary>
          <Details.Content><Settled desk={desk} proposal={proposal} /></Details.Content>
        </Details>
      )}
    </article>
  )
}
