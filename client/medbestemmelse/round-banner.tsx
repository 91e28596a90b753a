import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { HandshakeIcon } from '@navikt/aksel-icons'
import type { Role } from '@samskriv/shared/access'
import { pagePath, type RoundView } from '@samskriv/shared/api'
import type { Tally } from '@samskriv/shared/compare'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/index.ts'
import { useNow } from '../ui/use-now.ts'
import { ChangedSince } from './changed-since.tsx'
import { DeadlineMoved } from './deadline-moved.tsx'
import { asksOf, holds, openRoundIn, stanceIn, type RoundAsks } from './rounds.ts'
import { StanceTag } from './stance-tag.tsx'
import type { Medbestemmelse } from './use-medbestemmelse.ts'
import { useTold } from './use-told.ts'
import { useRoundWords } from './use-words.ts'
import './round-banner.css'

/** The heading over what is told of the open round: where one is led to who was not the first to open it. */
export const roundBannerTitleId = 'ss-round-banner-title'

/** What the page tells about medbestemmelse over the text. `changed`: how much the text differs from the open round's version. */
export interface RoundBannerProps {
  readonly behovsmelding: string
  readonly role: Role
  readonly myId: string
  readonly medbestemmelse: Medbestemmelse
  readonly changed: Tally | null
}

function Asked ({ round, asks, myId }: { readonly round: RoundView, readonly asks: RoundAsks, readonly myId: string }): ReactNode {
  const t = useText('medbestemmelse')
  const own = stanceIn(round, myId)
  if (asks === 'said' && own !== null) return <Paragraph data-size='sm'>{t('youSaid')} <StanceTag stance={own.stance} /></Paragraph>
  if (asks === 'read' || asks === 'say') return <Paragraph data-size='sm'>{t('youCannotWrite')}</Paragraph>
  const said = round.stances.filter(holds).length
  return <Paragraph data-size='sm'>{t('soManySaid', { said, all: said + round.missing.length })}</Paragraph>
}

/** That a round is open: until when, what is asked of the one who looks, and what has changed since its version. Nothing while none is. */
export function RoundBanner (props: RoundBannerProps): ReactNode {
  const { behovsmelding, role, myId, medbestemmelse: { view }, changed } = props
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const now = useNow()
  useTold(props.medbestemmelse, myId)
  const round = view === null ? null : openRoundIn(view)
  if (view === null || round === null) return null
  const asks = asksOf(view, role, myId) ?? 'follow'
  const mine = asks === 'read' || asks === 'say'
  const title = mine ? t('awaitsYou', { n: round.version }) : t('roundOn', { n: round.number, version: round.version })
  return (
    <section className='ss-round-banner' aria-labelledby={roundBannerTitleId} data-mine={mine || undefined}>
      <span className='ss-round-mark' aria-hidden='true'><HandshakeIcon /></span>
      <div className='ss-round-tells'>
        <Heading level={2} data-size='2xs' id={roundBannerTitleId} tabIndex={-1}>{title}</Heading>
        <div className='ss-round-facts-line'>
          <Paragraph data-size='sm' className='ss-round-deadline'>{words.deadline(round.deadline, now)}</Paragraph>
          <DeadlineMoved round={round} />
          {mine ? null : <Asked round={round} asks={asks} myId={myId} />}
        </div>
        {mine ? <Asked round={round} asks={asks} myId={myId} /> : <ChangedSince behovsmelding={behovsmelding} version={round.version} tally={changed} />}
        {mine
          ? <Button asChild data-size='sm'><Link href={pagePath.round(behovsmelding, round.number)}>{t('readAndSay', { n: round.version })}</Link></Button>
          : <Link href={pagePath.round(behovsmelding, round.number)} className='ds-link ss-round-small'>{t('readVersion', { n: round.version })}</Link>}
      </div>
    </section>
  )
}
