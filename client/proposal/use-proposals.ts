import type { ProposalSummary, ProposalView } from '@samskriv/shared/api'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fetchProposal, fetchProposals, type Failure } from '../api/index.ts'
import type { LiveSession } from '../live/session.ts'
import { useLoad } from '../ui/use-load.ts'
import { useWatch } from '../ui/use-watch.ts'

/** What has been sent in, as far as it is here. Null: not known yet. `told`: an answer of the server that is younger than what was fetched. */
export interface Proposals {
  readonly list: readonly ProposalView[] | null
  readonly failure: Failure | null
  readonly again: () => void
  readonly told: (summary: ProposalSummary) => void
}

/** Fetches what has been sent in, again whenever the live line tells that it has changed. What a proposal says never changes: it is fetched once. */
export function useProposals (behovsmelding: string, session: Pick<LiveSession, 'news'>): Proposals {
  const load = useCallback(() => fetchProposals(behovsmelding), [behovsmelding])
  const { value, failure, again } = useLoad(load)
  const { proposals: changes } = useWatch(session.news)
  useEffect(() => { if (changes > 0) void again() }, [changes, again])
  const [said, setSaid] = useState<ReadonlyMap<string, ProposalView['changes']>>(new Map())
  // What was told after `of` was fetched.
  const [younger, setYounger] = useState<{ readonly of: unknown, readonly by: ReadonlyMap<string, ProposalSummary> }>({ of: null, by: new Map() })
  const asked = useRef(new Set<string>())
  useEffect(() => {
    async function bring (id: string): Promise<void> {
      const answer = await fetchProposal(behovsmelding, id)
      if (answer.ok) setSaid(before => new Map(before).set(id, answer.value.changes))
      else asked.current.delete(id)
    }
    for (const { id } of value ?? []) {
      if (asked.current.has(id)) continue
      asked.current.add(id)
      void bring(id)
    }
  }, [behovsmelding, value])
  const told = useCallback((summary: ProposalSummary) => {
    setYounger(before => ({ of: value, by: new Map(before.of === value ? before.by : []).set(summary.id, summary) }))
  }, [value])
  const list = useMemo(() => value?.flatMap(summary => {
    const what = said.get(summary.id)
    return what === undefined ? [] : [{ ...(younger.of === value ? younger.by.get(summary.id) : undefined) ?? summary, changes: what }]
  }) ?? null, [value, said, younger])
  return { list, failure, again: () => { void again() }, told }
}
