import { Button } from '@digdir/designsystemet-react'
import { memberColor } from '@samskriv/shared/api'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useLanguage, useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import type { MyPerson } from '../people/me.ts'
import { NotFound } from '../route/not-found.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { Frame } from '../ui/frame.tsx'
import { MessagePage } from '../ui/message-page.tsx'
import { useTitle } from '../ui/use-title.ts'
import { preloadForm } from './form-slot.tsx'
import { forgetView } from './kept-view.ts'
import { OpenPage, type OpenPageProps } from './open-page.tsx'
import { PageSkeleton } from './skeleton.tsx'
import { useKeepingUp } from './use-keeping-up.ts'
import { useReturn } from './use-return.ts'
import { useSession } from './use-session.ts'
import { useTemplate } from './use-template.ts'
import { useView } from './use-view.ts'

/** One behovsmelding. `stale`: the server could not be asked who sits here. */
export interface BehovsmeldingPageProps {
  readonly id: string
  readonly me: MyPerson
  readonly stale: boolean
  readonly menu: ReactNode
}

/** Brings together what a behovsmelding's page needs: what surrounds it, its form, its live text. Shows what is there so far. */
export function BehovsmeldingPage ({ id, me, stale, menu }: BehovsmeldingPageProps): ReactNode {
  const t = useText('live')
  const language = useLanguage()
  const { view, failure, stale: viewIsStale, again } = useView(id, me.id)
  const [turn, setTurn] = useState(0)
  const [epoch, setEpoch] = useState<number | null>(null)
  if (epoch === null && view !== null) setEpoch(view.epoch)
  const template = useTemplate(view?.template ?? null)
  const session = useSession(view === null ? null : { behovsmelding: id, epoch: view.epoch, personId: me.id, turn }, {
    name: me.name, color: memberColor(view?.members ?? [], me.id), state: view?.state ?? 'utkast',
  })
  const reconnect = (): void => { setTurn(before => before + 1) }
  useReturn(session, reconnect)
  useEffect(preloadForm, [])
  const gone = failure?.code === 'not-found' || failure?.code === 'not-allowed'
  useTitle(gone ? '' : view?.title ?? '')
  // With no network the rest of the page waits for it as well.
  useEffect(() => {
    if (!viewIsStale && !stale) return
    const timer = setInterval(() => { void again() }, 5_000)
    return () => { clearInterval(timer) }
  }, [viewIsStale, stale, again])
  useEffect(() => { if (gone) forgetView(me.id, id) }, [gone, me.id, id])
  if (gone) {
    return (
      <Frame menu={menu}>
        {view === null ? <NotFound /> : <MessagePage title={t('removedTitle')} text={t('removedText')}><Button asChild><Link href='/'>{t('toMyList')}</Link></Button></MessagePage>}
      </Frame>
    )
  }
  if (view === null) {
    return failure === null ? <PageSkeleton title={t('loadingTitle')} sections={[]} menu={menu} />
      : <Frame menu={menu}><Unreachable failure={failure} onRetry={() => { void again() }} /></Frame>
  }
  if (template === 'unknown') return <Frame menu={menu}><Unreachable failure={{ code: 'old-schema' }} onRetry={() => { location.reload() }} /></Frame>
  const sections = template?.sections.map(section => section.title[language]) ?? []
  if (template === null || session === null) return <PageSkeleton title={view.title} sections={sections} menu={menu} />
  return (
    <UpToDate
      view={view} me={me} template={template} session={session} menu={menu} reopened={epoch !== null && view.epoch > epoch}
      onReopenedSeen={() => { setEpoch(view.epoch) }} onAgain={again} onReconnect={reconnect}
    />
  )
}

// The hook needs a session, which the page does not always have.
function UpToDate (props: OpenPageProps & { readonly session: LiveSession }): ReactNode {
  useKeepingUp(props.session, props.view, props.onAgain)
  return <OpenPage {...props} />
}
