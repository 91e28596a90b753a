import { Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react'
import { pagePath, type BehovsmeldingView, type MedbestemmelseView } from '@samskriv/shared/api'
import type { Tally } from '@samskriv/shared/compare'
import type { Template } from '@samskriv/shared/template'
import { asking } from '@samskriv/shared/workflow'
import { useMemo, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import type { Rights } from '../page/use-rights.ts'
import { useNow } from '../ui/use-now.ts'
import { WhyNotButton } from '../ui/why-not-button.tsx'
import { ChangedSince } from './changed-since.tsx'
import { FillParticipants } from './fill-participants.tsx'
import { ProtokollLinks, RoundCard } from './round-card.tsx'
import { RoundPeopleContext } from './round-people.ts'
import type { RoundStep } from './round-windows.tsx'
import { asksOf, openRoundIn } from './rounds.ts'

/** What the panel's part about medbestemmelse is shown from. `changed`: how much the text differs from the open round's version. */
export interface MedbestemmelsePanelProps {
  readonly view: BehovsmeldingView
  readonly rounds: MedbestemmelseView
  readonly myId: string
  readonly template: Template
  readonly session: LiveSession
  readonly rights: Rights
  readonly readOnly: boolean
  readonly changed: Tally | null
  readonly onStep: (step: RoundStep) => void
}

function OpenRound (props: MedbestemmelsePanelProps): ReactNode {
  const { view, rounds, myId, rights, changed, onStep } = props
  const t = useText('medbestemmelse')
  const now = useNow()
  const round = openRoundIn(rounds)
  if (round === null) return null
  const asks = asksOf(rounds, view.role, myId)
  return (
    <RoundCard view={rounds} round={round}>
      <ChangedSince behovsmelding={view.id} version={round.version} tally={changed} />
      <div className='ss-round-actions'>
        <Button asChild variant={asks === 'follow' || asks === 'said' ? 'secondary' : 'primary'} data-size='sm'>
          <Link href={pagePath.round(view.id, round.number)}>{asks === 'read' || asks === 'say' ? t('readAndSay', { n: round.version }) : t('readVersion', { n: round.version })}</Link>
        </Button>
        {view.role === 'eier' ? <WhyNotButton variant='secondary' data-size='sm' whyNot={rights.why(asking.closeRound(round.number))} onClick={() => { onStep('close') }}>{t('closeDots')}</WhyNotButton> : null}
        {view.role === 'eier' ? <WhyNotButton variant='tertiary' data-size='sm' whyNot={rights.why(asking.moveDeadline(round.number, now))} onClick={() => { onStep('move') }}>{t('moveDots')}</WhyNotButton> : null}
      </div>
    </RoundCard>
  )
}

function ClosedRounds (props: MedbestemmelsePanelProps): ReactNode {
  const { view, rounds, template, session, readOnly } = props
  const t = useText('medbestemmelse')
  const closed = rounds.rounds.filter(round => round.closedAt !== undefined).toReversed()
  const [last, ...earlier] = closed
  const card = (round: (typeof closed)[number]): ReactNode => (
    <RoundCard key={round.number} view={rounds} round={round}>
      <ProtokollLinks behovsmelding={view.id} round={round.number} />
      <Link href={pagePath.round(view.id, round.number)} className='ds-link ss-round-small'>{t('readVersion', { n: round.version })}</Link>
      {round === last && rounds.open === null ? <FillParticipants round={round} template={template} session={session} readOnly={readOnly} /> : null}
    </RoundCard>
  )
  if (last === undefined) return null
  return (
    <>
      {card(last)}
      {earlier.length === 0 ? null : (
        <Details data-size='sm' className='ss-findings-more'>
          <Details.Summary>{t('earlierRounds', { count: earlier.length })}</Details.Summary>
          <Details.Content><div className='ss-stack'>{earlier.map(card)}</div></Details.Content>
        </Details>
      )}
    </>
  )
}

/** Medbestemmelse beside the text: the round that is open, the ones before it, and for the eier the way to the next. */
export function MedbestemmelsePanel (props: MedbestemmelsePanelProps): ReactNode {
  const { view, rounds, myId, rights, onStep } = props
  const t = useText('medbestemmelse')
  const now = useNow()
  const people = useMemo(() => ({ myId, members: view.members }), [myId, view.members])
  const next = rounds.rounds.length + 1
  return (
    <RoundPeopleContext value={people}>
      <div className='ss-stack'>
        {rounds.rounds.length === 0 ? <div className='ss-panel-empty'><Heading level={3} data-size='2xs'>{t('noneTitle')}</Heading><Paragraph data-size='sm'>{t('noneText')}</Paragraph></div> : null}
        <OpenRound {...props} />
        {view.role === 'eier' && rounds.open === null ? (
          <div><WhyNotButton data-size='sm' whyNot={rights.why(asking.openRound(rights.situation, now))} onClick={() => { onStep('open') }}>{t('openDots', { n: next })}</WhyNotButton></div>
        ) : null}
        <ClosedRounds {...props} />
      </div>
    </RoundPeopleContext>
  )
}
