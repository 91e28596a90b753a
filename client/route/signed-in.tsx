import { useEffect, type ReactNode } from 'react'
import { Redirect } from 'wouter'
import { askWhoIAm, useMe, type MyPerson } from '../people/me.ts'
import { Loading } from './loading.tsx'
import { Unreachable } from './unreachable.tsx'

/** How often the server is asked again who sits here, while it does not answer, in ms. */
const againMs = 5_000

/** What needs a person. `frame` is put around what is shown while there is none. */
export interface SignedInProps {
  readonly children: (me: MyPerson, stale: boolean) => ReactNode
  readonly frame?: (page: ReactNode) => ReactNode
}

/** Shows its content to somebody who is signed in, and the way in to anybody else. */
export function SignedIn ({ children, frame = page => page }: SignedInProps): ReactNode {
  const me = useMe()
  const stale = me.kind === 'known' && me.stale
  useEffect(() => {
    if (!stale) return
    const timer = setInterval(() => { void askWhoIAm() }, againMs)
    return () => { clearInterval(timer) }
  }, [stale])
  if (me.kind === 'asking') return frame(<Loading />)
  if (me.kind === 'failed') return frame(<Unreachable failure={me.failure} onRetry={() => { void askWhoIAm() }} />)
  if (me.person === null) return <Redirect to='/inn' replace />
  return children(me.person, me.stale)
}
