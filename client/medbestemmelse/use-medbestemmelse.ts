import type { MedbestemmelseView } from '@samskriv/shared/api'
import { useCallback, useEffect, useState } from 'react'
import { fetchMedbestemmelse, type Failure } from '../api/index.ts'
import type { LiveSession, News, Watchable } from '../live/session.ts'
import { useLoad } from '../ui/use-load.ts'
import { useWatch } from '../ui/use-watch.ts'

/** What is known of medbestemmelse. `before`: what was known until it last changed, so that what is new can be told. Null: not known yet. */
export interface Medbestemmelse {
  readonly view: MedbestemmelseView | null
  readonly before: MedbestemmelseView | null
  readonly failure: Failure | null
  readonly again: () => Promise<void>
}

const noNews: Watchable<News | null> = { get: () => null, watch: () => () => undefined }

/** Fetches everything about medbestemmelse, again whenever the live line tells that it has changed, and when the page comes back into view. */
export function useMedbestemmelse (behovsmelding: string, session: Pick<LiveSession, 'news'> | null): Medbestemmelse {
  const load = useCallback(() => fetchMedbestemmelse(behovsmelding), [behovsmelding])
  const { value, failure, again } = useLoad(load)
  const [known, setKnown] = useState<Pick<Medbestemmelse, 'view' | 'before'>>({ view: null, before: null })
  if (value !== null && value !== known.view) setKnown({ view: value, before: known.view })
  const changes = useWatch(session?.news ?? noNews)?.medbestemmelse ?? 0
  useEffect(() => { if (changes > 0) void again() }, [changes, again])
  useEffect(() => {
    const look = (): void => { if (document.visibilityState === 'visible') void again() }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [again])
  return { ...known, failure, again }
}
