import type { AuditEntryView, AuditPage, AuditQuery } from '@samskriv/shared/api'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchAudit, type Failure } from '../api/index.ts'

/** What the page holds of the log: the latest answer, and all entries fetched so far, the newest first. */
export interface AuditHere {
  readonly page: AuditPage | null
  readonly entries: readonly AuditEntryView[]
  readonly failure: Failure | null
  readonly busy: boolean
  /** Fetches anew from the newest. */
  readonly again: () => void
  /** Fetches the next older ones. */
  readonly more: () => void
}

interface State {
  readonly page: AuditPage | null
  readonly entries: readonly AuditEntryView[]
  readonly failure: Failure | null
  /** What `page` answers; another one is on its way when it is not what is asked now. */
  readonly answered: AuditQuery | null
  readonly older: boolean
}

/** The log of a behovsmelding (null: of the whole installation) as the filters have it. What is shown stays until the answer is here. */
export function useAudit (behovsmelding: string | null, query: AuditQuery): AuditHere {
  const [state, setState] = useState<State>({ page: null, entries: [], failure: null, answered: null, older: false })
  const latest = useRef(0)
  const load = useCallback(async (from: number | null) => {
    const turn = ++latest.current
    const answer = await fetchAudit(behovsmelding, from === null ? query : { ...query, from })
    if (turn !== latest.current) return
    setState(before => answer.ok
      ? { page: answer.value, entries: from === null ? answer.value.entries : [...before.entries, ...answer.value.entries], failure: null, answered: query, older: false }
      : { ...before, failure: answer.refusal, answered: query, older: false })
  }, [behovsmelding, query])
  const again = useCallback(() => load(null), [load])
  useEffect(() => {
    void again()
    return () => { latest.current += 1 }
  }, [again])
  function more (): void {
    const next = state.page?.next ?? null
    if (next === null) return
    setState(before => ({ ...before, older: true }))
    void load(next)
  }
  const { page, entries, failure, answered, older } = state
  return { page, entries, failure, busy: older || answered !== query, again: () => { void again() }, more }
}
