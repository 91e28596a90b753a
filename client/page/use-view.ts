import type { BehovsmeldingView } from '@samskriv/shared/api'
import { useCallback, useEffect, useState } from 'react'
import { fetchBehovsmelding, type Failure } from '../api/index.ts'
import { useLoad } from '../ui/use-load.ts'
import { keepView, keptView } from './kept-view.ts'

/** What surrounds a behovsmelding. `stale`: from this machine, because the server could not be asked yet. */
export interface ViewState {
  readonly view: BehovsmeldingView | null
  readonly failure: Failure | null
  readonly stale: boolean
  readonly again: () => Promise<void>
}

/** Fetches what surrounds a behovsmelding, remembers it here, and asks again when the page comes back into view. */
export function useView (id: string, personId: string): ViewState {
  const load = useCallback(() => fetchBehovsmelding(id), [id])
  const { value, failure, again } = useLoad(load)
  const [kept] = useState(() => keptView(personId, id))
  useEffect(() => { if (value !== null) keepView(personId, value) }, [personId, value])
  useEffect(() => {
    const look = (): void => { if (document.visibilityState === 'visible') void again() }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [again])
  const offline = value === null && failure?.code === 'unreachable' && kept !== null
  return { view: offline ? kept : value, failure, stale: offline, again }
}
