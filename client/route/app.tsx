import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { MyMenu } from '../people/my-menu.tsx'
import { Announcer } from '../ui/announce.tsx'
import { Frame } from '../ui/frame.tsx'
import { CrashBoundary } from './crash.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'
import { SignedIn } from './signed-in.tsx'

const JoinPage = lazy(async () => ({ default: (await import('../people/join-page.tsx')).JoinPage }))
const SignInPage = lazy(async () => ({ default: (await import('../people/sign-in-page.tsx')).SignInPage }))
const SignOutPage = lazy(async () => ({ default: (await import('../people/sign-out-page.tsx')).SignOutPage }))
const ListPage = lazy(async () => ({ default: (await import('../list/list-page.tsx')).ListPage }))
const AdminPage = lazy(async () => ({ default: (await import('../people/admin-page.tsx')).AdminPage }))
const AuditLogPage = lazy(async () => ({ default: (await import('../audit/log-page.tsx')).AuditLogPage }))
const AuthorsPage = lazy(async () => ({ default: (await import('../authors/authors-page.tsx')).AuthorsPage }))
const ComparePage = lazy(async () => ({ default: (await import('../compare/compare-page.tsx')).ComparePage }))
const RoundPage = lazy(async () => ({ default: (await import('../medbestemmelse/round-page.tsx')).RoundPage }))
const ProtokollPage = lazy(async () => ({ default: (await import('../medbestemmelse/protokoll-page.tsx')).ProtokollPage }))
const CheckPage = lazy(async () => ({ default: (await import('../check/check-page.tsx')).CheckPage }))
const BehovsmeldingPage = lazy(async () => ({ default: (await import('../page/page.tsx')).BehovsmeldingPage }))

const framed = (page: ReactNode, wide = false): ReactNode => <Frame menu={<MyMenu />} wide={wide}><Suspense fallback={<Loading />}>{page}</Suspense></Frame>

function Pages (): ReactNode {
  return (
    <Switch>
      <Route path='/inn/:token'>{({ token }) => framed(<JoinPage key={token} token={token} />)}</Route>
      <Route path='/inn'>{framed(<SignInPage />)}</Route>
      <Route path='/ut'>{framed(<SignedIn>{me => <SignOutPage me={me} />}</SignedIn>)}</Route>
      <Route path='/sjekk'>{framed(<CheckPage />)}</Route>
      <Route path='/'>{framed(<SignedIn>{me => <ListPage me={me} />}</SignedIn>)}</Route>
      <Route path='/admin'>{framed(<SignedIn>{me => <AdminPage me={me} />}</SignedIn>)}</Route>
      <Route path='/admin/logg'>{framed(<SignedIn>{() => <AuditLogPage key='all' behovsmelding={null} />}</SignedIn>)}</Route>
      <Route path='/b/:id/logg'>{({ id }) => framed(<SignedIn>{() => <AuditLogPage key={id} behovsmelding={id} />}</SignedIn>)}</Route>
      <Route path='/b/:id/hvem'>{({ id }) => framed(<SignedIn>{me => <AuthorsPage key={id} id={id} me={me} />}</SignedIn>)}</Route>
      <Route path='/b/:id/sammenlign'>{({ id }) => framed(<SignedIn>{me => <ComparePage key={id} id={id} me={me} />}</SignedIn>)}</Route>
      <Route path='/b/:id/medbestemmelse'>{({ id }) => framed(<SignedIn>{me => <RoundPage key={id} id={id} round={null} me={me} />}</SignedIn>, true)}</Route>
      <Route path='/b/:id/runde/:n'>{({ id, n }) => framed(<SignedIn>{me => <RoundPage key={`${id} ${n}`} id={id} round={n} me={me} />}</SignedIn>, true)}</Route>
      <Route path='/b/:id/runde/:n/protokoll'>{({ id, n }) => framed(<SignedIn>{me => <ProtokollPage key={`${id} ${n}`} id={id} round={n} me={me} />}</SignedIn>)}</Route>
      <Route path='/b/:id'>
        {({ id }) => <SignedIn frame={framed}>{(me, stale) => <BehovsmeldingPage key={id} id={id} me={me} stale={stale} menu={<MyMenu />} />}</SignedIn>}
      </Route>
      <Route>{framed(<NotFound />)}</Route>
    </Switch>
  )
}

/** After a change of page the keyboard and the screen reader go to its beginning, as after a page load. */
function useFocusOnNavigation (): void {
  const [path] = useLocation()
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    document.getElementById('main')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [path])
}

/** The whole page: which address shows what. */
export function App (): ReactNode {
  useFocusOnNavigation()
  return (
    <>
      <CrashBoundary><Pages /></CrashBoundary>
      <Announcer />
    </>
  )
}
