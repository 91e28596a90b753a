import type { ProposalSummary } from '@samskriv/shared/api'
import { takeChanges, type Standing } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Failure } from '../api/index.ts'
import { whenSaved } from '../live/save/when-saved.ts'
import type { LiveSession } from '../live/session.ts'
import { useLastStep } from '../ui/use-last-step.ts'
import type { OpenChange } from './open-change.ts'
import { tagStep, watchSteps, type ByProposal } from './taken-step.ts'
import { useOwed } from './use-owed.ts'

/** What an eier does with proposed changes. */
export interface SettlingDesk {
  /** Changes that are being taken or declined now, by id. */
  readonly busy: ReadonlySet<string>
  readonly failure: Failure | null
  /** How many were taken in by the last press, while one press can still take that back. */
  readonly justTaken: number | null
  /** Writes them into the text and says so. Those that clash are left, unless `replaces`: the person has seen what stands there. */
  readonly take: (changes: readonly OpenChange[], replaces: boolean) => Promise<void>
  readonly decline: (changes: readonly OpenChange[]) => Promise<void>
  readonly open: (proposal: string, change: number) => Promise<void>
  readonly takeBack: () => void
}

const byProposal = (changes: readonly OpenChange[]): ByProposal =>
  new Map([...Map.groupBy(changes, one => one.proposal.id)].map(([id, some]) => [id, some.map(one => one.index)]))

const isIn = (standing: Standing | undefined, replaces: boolean): boolean =>
  standing !== undefined && standing.kind !== 'gone' && (standing.kind !== 'clashes' || replaces)

/** Takes and declines, through the eier's own session: undone with everything else they wrote, and then told to be open again. */
export function useSettling (template: Template, session: LiveSession, told: (summary: ProposalSummary) => void): SettlingDesk {
  const { failure, setFailure, tell } = useOwed(session.behovsmelding, session, told)
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const { undo } = session
  const [justTaken, tookLast] = useLastStep<number>(undo)
  useEffect(() => watchSteps(undo, (taken, kind) => { void tell(kind === 'undo' ? 'open' : 'taken', taken) }), [undo, tell])

  const during = useCallback(async (changes: readonly OpenChange[], work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    setBusy(new Set(changes.map(one => one.id)))
    await work()
    setBusy(new Set())
  }, [setFailure])

  const take = useCallback((changes: readonly OpenChange[], replaces: boolean): Promise<void> => during(changes, async () => {
    if (session.status.get().connection !== 'connected') { setFailure({ code: 'unreachable' }); return }
    undo.stopCapturing()
    const standings = takeChanges(template, session.doc, changes.map(one => one.change), { origin: session.origin, replaces })
    undo.stopCapturing()
    const taken = changes.filter((_, index) => isIn(standings[index], replaces))
    const written = taken.filter(one => standings[changes.indexOf(one)]?.kind !== 'there')
    const step = written.length === 0 ? null : tagStep(undo, byProposal(written))
    if (step !== null) tookLast(written.length)
    // Said only of what the server has on disk. Until then it stands as "in the text already".
    if (await whenSaved(session)) await tell('taken', byProposal(taken))
    else setFailure({ code: 'unreachable' })
  }), [template, session, undo, tell, during, setFailure, tookLast])

  return useMemo(() => ({
    busy, failure, take,
    justTaken,
    decline: changes => during(changes, () => tell('declined', byProposal(changes))),
    open: (proposal, change) => tell('open', new Map([[proposal, [change]]])),
    takeBack: () => { undo.undo() },
  }), [busy, failure, justTaken, take, tell, during, undo])
}
