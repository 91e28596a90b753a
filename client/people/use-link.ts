import type { LinkView } from '@samskriv/shared/api'
import { useEffect, useState } from 'react'
import { fetchLink, signIn, type Failure } from '../api/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { signedInAs } from './me.ts'

/** How far one has come with a one-time link. `view` is null for a moment while the server is asked. */
export interface LinkState {
  readonly view: LinkView | null
  readonly failure: Failure | null
  readonly joining: boolean
}

/** Looks at a one-time link, and uses it when told to. `join` gives where to go, or null when it did not come about. */
export function useLink (token: string): LinkState & { readonly join: (name?: string) => Promise<string | null> } {
  const language = useLanguage()
  const [state, setState] = useState<LinkState>({ view: null, failure: null, joining: false })
  useEffect(() => {
    let here = true
    async function look (): Promise<void> {
      const answer = await fetchLink(token)
      if (here) setState({ view: answer.ok ? answer.value : null, failure: answer.ok ? null : answer.refusal, joining: false })
    }
    void look()
    return () => { here = false }
  }, [token])
  async function join (name?: string): Promise<string | null> {
    setState(before => ({ ...before, joining: true, failure: null }))
    const answer = await signIn(token, name)
    if (answer.ok) {
      await signedInAs(answer.value.person, language)
      return answer.value.goTo
    }
    setState(before => ({ ...before, joining: false, failure: answer.refusal }))
    return null
  }
  return { ...state, join }
}
