import { Heading } from '@digdir/designsystemet-react'
import { pagePath, type BehovsmeldingView, type MedbestemmelseView, type RoundView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { shortHash } from '../frozen/hash.ts'
import { useFormat, useText } from '../i18n/index.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { useNow } from '../ui/use-now.ts'
import { DeadlineMoved } from './deadline-moved.tsx'
import { ProtokollLinks } from './round-card.tsx'
import { saidSideId } from './said-side.tsx'
import { useRoundWords } from './use-words.ts'

function OtherRounds ({ behovsmelding, rounds, round }: { readonly behovsmelding: string, readonly rounds: MedbestemmelseView, readonly round: RoundView }): ReactNode {
  const t = useText('medbestemmelse')
  if (rounds.rounds.length < 2) return null
  return (
    <nav className='ss-rounds-nav' aria-label={t('allRounds')}>
      {rounds.rounds.map(one => <Link key={one.number} href={pagePath.round(behovsmelding, one.number)} className='ds-link' aria-current={one.number === round.number ? 'page' : undefined}>{t('roundNumber', { n: one.number })}</Link>)}
    </nav>
  )
}

/** What a round's page is about: which version, its fingerprint, until when, and the word that came with it. */
export function RoundHead ({ view, rounds, round }: { readonly view: BehovsmeldingView, readonly rounds: MedbestemmelseView, readonly round: RoundView }): ReactNode {
  const t = useText('medbestemmelse')
  const format = useFormat()
  const words = useRoundWords()
  const now = useNow()
  return (
    <header className='ss-round-page-head'>
      <div className='ss-round-page-ways'>
        <Link href={pagePath.behovsmelding(view.id)} className='ds-link'>{t('back')}</Link>
        <OtherRounds behovsmelding={view.id} rounds={rounds} round={round} />
      </div>
      <Heading level={1} data-size='md'>{t('pageTitle', { n: round.number, version: round.version })}</Heading>
      <p className='ss-round-page-of'>{view.title} <StateTag state={view.state} /></p>
      <dl className='ss-round-facts'>
        {round.closedAt === undefined
          ? <div><dt>{t('deadlineFact')}</dt><dd>{words.deadlineDay(round.deadline, now)}<DeadlineMoved round={round} /></dd></div>
          : <div><dt>{t('closedFact')}</dt><dd>{t(round.closedByLock === true ? 'closedIsByLock' : 'openedIs', { who: round.closedBy?.name ?? '', when: format.moment(round.closedAt) })}</dd></div>}
        <div><dt>{t('openedFact')}</dt><dd>{t('openedIs', { who: round.openedBy.name, when: format.moment(round.openedAt) })}</dd></div>
        <div><dt>{t('hashFact', { n: round.version })}</dt><dd className='ss-hash'><code title={round.hash}>{shortHash(round.hash)}</code><CopyButton iconOnly variant='tertiary' text={round.hash} label={t('copyHash', { n: round.version })} /></dd></div>
      </dl>
      {round.note === '' ? null : <blockquote className='ss-version-reason' aria-label={t('noteFrom', { who: round.openedBy.name })}>{round.note}</blockquote>}
      {round.closedAt === undefined ? null : <ProtokollLinks behovsmelding={view.id} round={round.number} />}
      <a className='ds-link ss-to-said' href={`#${saidSideId}`}>{t('toSaid')}</a>
    </header>
  )
}
