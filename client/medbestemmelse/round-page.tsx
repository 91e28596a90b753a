import { Button } from '@digdir/designsystemet-react'
import { memberColor, pagePath, type BehovsmeldingView, type MedbestemmelseView, type RoundView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { useMemo, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { useKeepingUp } from '../page/use-keeping-up.ts'
import { useRights } from '../page/use-rights.ts'
import { useSession } from '../page/use-session.ts'
import { useTemplate } from '../page/use-template.ts'
import { useView } from '../page/use-view.ts'
import type { MyPerson } from '../people/me.ts'
import { Loading } from '../route/loading.tsx'
import { NotFound } from '../route/not-found.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { MessagePage } from '../ui/message-page.tsx'
import { useTitle } from '../ui/use-title.ts'
import { Reading } from './reading.tsx'
import { RoundHead } from './round-head.tsx'
import { RoundPeopleContext } from './round-people.ts'
import { currentRound } from './rounds.ts'
import { SaidSide, saidSideId } from './said-side.tsx'
import { useMedbestemmelse } from './use-medbestemmelse.ts'
import { useReadingMode } from './use-reading-mode.ts'
import { useTold } from './use-told.ts'
import '../page/page.css'
import './round-page.css'

interface ReadyProps {
  readonly view: BehovsmeldingView
  readonly rounds: MedbestemmelseView
  readonly round: RoundView
  readonly me: MyPerson
  readonly template: Template
  readonly session: LiveSession | null
  readonly onChanged: () => Promise<void>
}

function Ready ({ view, rounds, round, me, template, session, onChanged }: ReadyProps): ReactNode {
  const t = useText('medbestemmelse')
  const reading = useReadingMode()
  const rights = useRights(view, useMemo(() => ({ person: me }), [me]), rounds)
  const people = useMemo(() => ({ myId: me.id, members: view.members }), [me.id, view.members])
  return (
    <RoundPeopleContext value={people}>
      <div className='ss-round-page' data-mode={reading.mode}>
        <RoundHead view={view} rounds={rounds} round={round} />
        <div className='ss-round-read'>
          <Reading view={view} rounds={rounds} round={round} template={template} session={session} reading={reading} />
          {view.role === 'tillitsvalgt' && round.closedAt === undefined ? <a className='ss-say-bar' href={`#${saidSideId}`}>{t('toSay', { n: round.version })}</a> : null}
        </div>
        <SaidSide behovsmelding={view.id} view={rounds} round={round} myId={me.id} role={view.role} rights={rights} onChanged={onChanged} />
      </div>
    </RoundPeopleContext>
  )
}

// The hook needs a session, which comes after the page.
function KeepUp ({ session, view, again }: { readonly session: LiveSession, readonly view: BehovsmeldingView, readonly again: () => Promise<void> }): ReactNode {
  useKeepingUp(session, view, again)
  return null
}

const isGone = (failure: Failure | null): boolean => failure?.code === 'not-found' || failure?.code === 'not-allowed'

/** A round: its version to read, and what is said of it. `round`: its number as the address has it; null: the one people mean. */
export function RoundPage ({ id, round, me }: { readonly id: string, readonly round: string | null, readonly me: MyPerson }): ReactNode {
  const t = useText('medbestemmelse')
  const { view, failure, again } = useView(id, me.id)
  const template = useTemplate(view?.template ?? null)
  const session = useSession(view === null ? null : { behovsmelding: id, epoch: view.epoch, personId: me.id, turn: 0 }, {
    name: me.name, color: memberColor(view?.members ?? [], me.id), state: view?.state ?? 'utkast',
  })
  const medbestemmelse = useMedbestemmelse(id, session)
  useTold(medbestemmelse, me.id)
  const { view: rounds } = medbestemmelse
  const found = rounds === null ? null : round === null ? currentRound(rounds) : rounds.rounds.find(one => String(one.number) === round) ?? null
  useTitle(view === null || found === null ? view?.title ?? '' : t('titleOf', { n: found.number, title: view.title }))
  if (isGone(failure) || isGone(medbestemmelse.failure)) return <NotFound />
  const trouble = view === null ? failure : rounds === null ? medbestemmelse.failure : null
  if (trouble !== null) return <Unreachable failure={trouble} onRetry={() => { void again(); void medbestemmelse.again() }} />
  if (template === 'unknown') return <Unreachable failure={{ code: 'old-schema' }} onRetry={() => { location.reload() }} />
  if (view === null || rounds === null || template === null) return <Loading />
  if (found === null && round !== null) return <NotFound />
  if (found === null) return <MessagePage title={t('noneTitle')} text={t('noneText')}><Button asChild><Link href={pagePath.behovsmelding(id)}>{t('back')}</Link></Button></MessagePage>
  return (
    <>
      {session === null ? null : <KeepUp session={session} view={view} again={again} />}
      <Ready key={found.number} view={view} rounds={rounds} round={found} me={me} template={template} session={session} onChanged={medbestemmelse.again} />
    </>
  )
}
