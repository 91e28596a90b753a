import { useEffect, useRef, type ReactNode } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { MyMenu } from '../people/my-menu.tsx'
import { Announcer } from '../ui/announce.tsx'
import { Frame } from '../ui/frame.tsx'
import { later } from '../ui/later.tsx'
import { CrashBoundary } from './crash.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'
import { SignedIn } from './signed-in.tsx'

const JoinPage = later(async () => (await import('../people/join-page.tsx')).JoinPage, 'people')
const SignInPage = later(async () => (await import('../people/sign-in-page.tsx')).SignInPage, 'people')
const SignOutPage = later(async () => (await import('../people/sign-out-page.tsx')).SignOutPage, 'people')
const ListPage = later(async () => (await import('../list/list-page.tsx')).ListPage, 'list')
const AdminPage = later(async () => (await import('../people/admin-page.tsx')).AdminPage, 'people')
const AuditLogPage = later(async () => (await import('../audit/log-page.tsx')).AuditLogPage, 'audit')
const AuthorsPage = later(async () => (await import('../authors/authors-page.tsx')).AuthorsPage, 'authors')
const ComparePage = later(async () => (await import('../compare/compare-page.tsx')).ComparePage, 'compare')
const RoundPage = later(async () => (await import('../medbestemmelse/round-page.tsx')).RoundPage, 'medbestemmelse')
const ProtokollPage = later(async () => (await import('../medbestemmelse/protokoll-page.tsx')).ProtokollPage, 'medbestemmelse')
const CheckPage = later(async () => (await import('../check/check-page.tsx')).CheckPage, 'check')
const BehovsmeldingPage = later(async () => (await import('../page/page.tsx')).BehovsmeldingPage, 'live')

const framed = (page: ReactNode, wide = false): ReactNode => <Frame menu={<MyMenu />} wide={wide}>{page}</Frame>

function Pages (): ReactNode {
  return (
    <Switch>
      <Route path='/inn/:token'>{({ token }) => framed(<JoinPage waiting={<Loading />} key={token} token={token} />)}</Route>
      <Route path='/inn'>{framed(<SignInPage waiting={<Loading />} />)}</Route>
      <Route path='/ut'>{framed(<SignedIn>{me => <SignOutPage waiting={<Loading />} me={me} />}</SignedIn>)}</Route>
      <Route path='/sjekk'>{framed(<CheckPage waiting={<Loading />} />)}</Route>
      <Route path='/'>{framed(<SignedIn>{me => <ListPage waiting={<Loading />} me={me} />}</SignedIn>)}</Route>
      <Route path='/admin'>{framed(<SignedIn>{me => <AdminPage waiting={<Loading />} me={me} />}</SignedIn>)}</Route>
      <Route path='/admin/logg'>{framed(<SignedIn>{() => <AuditLogPage waiting={<Loading />} key='all' behovsmelding={null} />}</SignedIn>)}</Route>
      <Route path='/b/:id/logg'>{({ id }) => framed(<SignedIn>{() => <AuditLogPage waiting={<Loading />} key={id} behovsmelding={id} />}</SignedIn>)}</Route>
      <Route path='/b/:id/hvem'>{({ id }) => framed(<SignedIn>{me => <AuthorsPage waiting={<Loading />} key={id} id={id} me={me} />}</SignedIn>)}</Route>
      <Route path='/b/:id/sammenlign'>{({ id }) => framed(<SignedIn>{me => <ComparePage waiting={<Loading />} key={id} id={id} me={me} />}</SignedIn>)}</Route>
      <Route path='/b/:id/medbestemmelse'>{({ id }) => framed(<SignedIn>{me => <RoundPage waiting={<Loading />} key={id} id={id} round={null} me={me} />}</SignedIn>, true)}</Route>
      <Route path='/b/:id/runde/:n'>{({ id, n }) => framed(<SignedIn>{me => <RoundPage waiting={<Loading />} key={`${id} ${n}`} id={id} round={n} me={me} />}</SignedIn>, true)}</Route>
      <Route path='/b/:id/runde/:n/protokoll'>{({ id, n }) => framed(<SignedIn>{me => <ProtokollPage waiting={<Loading />} key={`${id} ${n}`} id={id} round={n} me={me} />}</SignedIn>)}</Route>
      <Route path='/b/:id'>
        {({ id }) => <SignedIn frame={framed}>{(me, stale) => <BehovsmeldingPage waiting={framed(<Loading />)} key={id} id={id} me={me} stale={stale} menu={<MyMenu />} />}</SignedIn>}
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
