import { Alert, Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react'
import { HandshakeIcon } from '@navikt/aksel-icons'
import type { RoundView } from '@samskriv/shared/api'
import type { Tally } from '@samskriv/shared/compare'
import type { Template } from '@samskriv/shared/template'
import type { VersionMeta } from '@samskriv/shared/version'
import { useState, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { currentRound, holds } from '../medbestemmelse/rounds.ts'
import type { PageRounds } from '../page/use-rounds.ts'
import { Loading } from '../route/loading.tsx'
import { later } from '../ui/later.tsx'

const WhatChanged = later(async () => (await import('./what-changed.tsx')).WhatChanged)

/** What is told of medbestemmelse when somebody locks. `version`: the one of the last round; `tally`: how much the text differs from it, null: not known yet. */
export interface LockRoundProps {
  readonly version: VersionMeta | null
  readonly tally: Tally | null
  readonly rounds: PageRounds
  readonly template: Template
  readonly session: LiveSession
  readonly onNewRound: () => void
  readonly onCloseRound: () => void
}

/** Whether anything differs. */
export const isOther = (tally: Tally | null): boolean => tally !== null && tally.answers + tally.added + tally.removed + tally.moved > 0

// Fetched and compared only when somebody looks.
function Difference ({ version, template, session }: { readonly version: VersionMeta, readonly template: Template, readonly session: LiveSession }): ReactNode {
  const t = useText('version')
  const [seen, setSeen] = useState(false)
  return (
    <Details data-size='sm' className='ss-findings-more' onToggle={() => { setSeen(true) }}>
      <Details.Summary>{t('lockShowDifference')}</Details.Summary>
      <Details.Content>{seen ? <WhatChanged waiting={<Loading />} version={version} template={template} session={session} /> : null}</Details.Content>
    </Details>
  )
}

function Compared ({ version, tally, template, session, open, onNewRound, onCloseRound }: LockRoundProps & { readonly version: VersionMeta, readonly open: RoundView | null }): ReactNode {
  const t = useText('version')
  const n = version.number
  if (tally === null) return <Paragraph data-size='sm' className='ss-quiet'>{t('lockComparing', { n })}</Paragraph>
  if (!isOther(tally)) return <Paragraph data-size='sm'>{t('lockSameAsRound', { n })}</Paragraph>
  return (
    <>
      <Alert data-color='warning' data-size='sm'>
        <Heading level={4} data-size='2xs'>{t('lockDiffers', { n })}</Heading>
        <Paragraph data-size='sm'>{open === null ? t('lockDiffersWays', { n }) : t('lockDiffersOpen', { n })}</Paragraph>
        {open === null ? <NewRound onNewRound={onNewRound} /> : <div className='ss-new-round'><Button variant='secondary' data-size='sm' onClick={onCloseRound}><HandshakeIcon aria-hidden='true' />{t('lockCloseRound', { n: open.number })}</Button></div>}
      </Alert>
      <Difference version={version} template={template} session={session} />
    </>
  )
}

function NewRound ({ isFirst = false, onNewRound }: { readonly isFirst?: boolean, readonly onNewRound: () => void }): ReactNode {
  const t = useText('version')
  return <div className='ss-new-round'><Button variant='secondary' data-size='sm' onClick={onNewRound}><HandshakeIcon aria-hidden='true' />{isFirst ? t('lockFirstRound') : t('lockNewRound')}</Button></div>
}

/** How the text stands to what medbestemmelse saw, what there is to know of the round and of who has not spoken in it, and the way to another one: by ending the one that is open. Nothing of it stops a lock. */
export function LockRound (props: LockRoundProps): ReactNode {
  const { version, rounds } = props
  const t = useText('version')
  const round = rounds.view === null ? null : currentRound(rounds.view)
  const open = round?.closedAt === undefined ? round : null
  const silent = (round?.missing ?? []).map(who => who.name).join(', ')
  const against = round?.stances.filter(stance => holds(stance) && stance.stance === 'uenig').length ?? 0
  return (
    <section className='ss-stack-close'>
      <Heading level={3} data-size='2xs'>{t('lockRounds')}</Heading>
      {version === null ? <><Paragraph data-size='sm'>{t('lockNoRound')}</Paragraph><NewRound isFirst onNewRound={props.onNewRound} /></> : <Compared {...props} version={version} open={open} />}
      {open === null ? null : <Paragraph data-size='sm'>{t('lockClosesRound', { n: open.number })}</Paragraph>}
      {against > 0 ? <Paragraph data-size='sm'>{t('lockAgainst', { count: against })}</Paragraph> : null}
      {silent === '' ? null : <Paragraph data-size='sm'>{open === null ? t('lockSaidNothing', { names: silent }) : t('lockNotSaid', { names: silent })}</Paragraph>}
    </section>
  )
}
