import type { ProposalSummary, Settling } from '@samskriv/shared/api'
import { useCallback, useEffect, useRef, useState } from 'react'
import { settleProposal, type Failure } from '../api/index.ts'
import type { LiveSession } from '../live/session.ts'
import { useWatch } from '../ui/use-watch.ts'
import type { ByProposal } from './taken-step.ts'

/** Telling the server what became of changes. */
export interface Owed {
  readonly failure: Failure | null
  readonly setFailure: (failure: Failure | null) => void
  /** Tells it, one after the other in order. Without the network it is told once there is one: what stands in the text is to be what is said of it. */
  readonly tell: (outcome: Settling['outcome'], which: ByProposal) => Promise<void>
}

interface Debt { readonly proposal: string, readonly settling: Settling }

/** Keeps what has to be told until the server has heard it. */
export function useOwed (behovsmelding: string, session: Pick<LiveSession, 'status'>, told: (summary: ProposalSummary) => void): Owed {
  const [failure, setFailure] = useState<Failure | null>(null)
  const debts = useRef<Debt[]>([])
  const paying = useRef<Promise<void> | null>(null)
  const pay = useCallback((): Promise<void> => {
    async function work (): Promise<void> {
      for (let [debt] = debts.current; debt !== undefined; [debt] = debts.current) {
        const answer = await settleProposal(behovsmelding, debt.proposal, debt.settling)
        if (!answer.ok && answer.refusal.code === 'unreachable') break
        debts.current.shift()
        setFailure(answer.ok ? null : answer.refusal)
        if (answer.ok) told(answer.value)
      }
    }
    paying.current ??= work().finally(() => { paying.current = null })
    return paying.current
  }, [behovsmelding, told])
  const { connection } = useWatch(session.status)
  useEffect(() => { if (connection === 'connected') void pay() }, [connection, pay])
  const tell = useCallback(async (outcome: Settling['outcome'], which: ByProposal): Promise<void> => {
    for (const [proposal, changes] of which) debts.current.push({ proposal, settling: { changes, outcome } })
    await pay()
  }, [pay])
  return { failure, setFailure, tell }
}
