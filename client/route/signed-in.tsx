import { useEffect, type ReactNode } from 'react'
import { Redirect } from 'wouter'
import { askWhoIAm, useMe, type MyPerson } from '../people/me.ts'
import { Loading } from './loading.tsx'
import { Unreachable } from './unreachable.tsx'

/** What needs a person. `frame` is put around what is shown while there is none. */
export interface SignedInProps {
  readonly children: (me: MyPerson, stale: boolean) => ReactNode
  readonly frame?: (page: ReactNode) => ReactNode
}

/** Shows its content to somebody who is signed in, and the way in to anybody else. */
export function SignedIn ({ children, frame = page => page }: SignedInProps): ReactNode {
  const me = useMe()
  useEffect(() => { if (me.kind === 'asking') void askWhoIAm() }, [me.kind])
  if (me.kind === 'asking') return frame(<Loading />)
  if (me.kind === 'failed') return frame(<Unreachable failure={me.failure} onRetry={() => { void askWhoIAm() }} />)
  if (me.person === null) return <Redirect to='/inn' replace />
  return children(me.person, me.stale)
}
