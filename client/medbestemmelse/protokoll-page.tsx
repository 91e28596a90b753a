import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { pagePath, type ProtokollView } from '@samskriv/shared/api'
import { useCallback, useMemo, type ReactNode } from 'react'
import { Link } from 'wouter'
import { fetchBehovsmelding, fetchProtokoll, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { MyPerson } from '../people/me.ts'
import { Loading } from '../route/loading.tsx'
import { NotFound } from '../route/not-found.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useTitle } from '../ui/use-title.ts'
import { Protokoll } from './protokoll.tsx'
import { ProtokollFiles } from './round-card.tsx'
import { RoundPeopleContext } from './round-people.ts'
import './protokoll.css'

const isGone = (failure: Failure | null): boolean => failure?.code === 'not-found' || failure?.code === 'not-allowed'

function Page ({ id, protokoll }: { readonly id: string, readonly protokoll: ProtokollView }): ReactNode {
  const t = useText('medbestemmelse')
  const { number, closedAt } = protokoll.round
  return (
    <article className='ss-protokoll'>
      <div className='ss-protokoll-tools'>
        <Link href={pagePath.round(id, number)} className='ds-link'>{t('toRound', { n: number })}</Link>
        <div className='ss-round-actions'>
          {closedAt === undefined ? null : <ProtokollFiles behovsmelding={id} round={number} />}
          <Button variant='tertiary' data-size='sm' onClick={() => { window.print() }}><PrinterSmallIcon aria-hidden='true' />{t('print')}</Button>
        </div>
      </div>
      <header className='ss-protokoll-head'>
        <Heading level={1} data-size='md'>{t('protokollOf', { n: number })}</Heading>
        <Paragraph className='ss-quiet'>{protokoll.title}</Paragraph>
        {closedAt === undefined ? <Alert data-color='info' data-size='sm'><Paragraph data-size='sm'>{t('notClosedYet')}</Paragraph></Alert> : null}
      </header>
      <Protokoll protokoll={protokoll} />
    </article>
  )
}

/** The protokoll of a round, to read and to print; of an open one as it would be now. */
export function ProtokollPage ({ id, round, me }: { readonly id: string, readonly round: string, readonly me: MyPerson }): ReactNode {
  const t = useText('medbestemmelse')
  const number = /^[1-9]\d{0,5}$/.test(round) ? Number(round) : null
  const view = useLoad(useCallback(() => fetchBehovsmelding(id), [id]))
  const protokoll = useLoad(useCallback(() => fetchProtokoll(id, number ?? 0), [id, number]))
  const members = view.value?.members
  const people = useMemo(() => ({ myId: me.id, members: members ?? [] }), [me.id, members])
  useTitle(protokoll.value === null ? '' : t('protokollOf', { n: protokoll.value.round.number }))
  if (number === null || isGone(protokoll.failure)) return <NotFound />
  if (protokoll.value === null) return protokoll.failure === null ? <Loading /> : <Unreachable failure={protokoll.failure} onRetry={() => { void protokoll.again() }} />
  return <RoundPeopleContext value={people}><Page id={id} protokoll={protokoll.value} /></RoundPeopleContext>
}
