import type { ProtokollFacts } from '@samskriv/shared/api'
import { refused, taken, type Result } from '@samskriv/shared/base'
import { planCloseRound, planMoveDeadline, planOpenRound, roundId, type CloseRoundCommand, type RoundRecord } from '@samskriv/shared/workflow'
import { freeze, type FrozenParts } from '../frozen/index.ts'
import { frozenProtokoll, type FrozenProtokoll } from '../protokoll/index.ts'
import { carryOut, type Workflow } from '../workflow/index.ts'
import { sourceOf } from './protokoll.ts'

/** A wish to open a round: who, on what, until the end of which day, and what those asked should know. */
export interface OpenRoundWish { readonly personId: string | null, readonly behovsmelding: string, readonly deadline: string, readonly note: string }

/** Opens a round on the text as it is. Of two who open at once one wins, the other is refused `round-open`. Refuses as `planOpenRound` and `freeze`. Rejects with StorageError. */
export async function openRound (parts: FrozenParts, wish: OpenRoundWish): Promise<Result<RoundRecord>> {
  const { personId, behovsmelding, deadline, note } = wish
  const opened = await freeze(parts, {
    personId, behovsmelding, action: 'open-round',
    plan: (situation, { next }, now) => planOpenRound(situation, { kind: 'open-round', deadline, note, next }, now),
  })
  return opened.ok ? taken(opened.value.round) : opened
}

/** A wish to move the deadline of a round: who, of which, to the end of which day. */
export interface MoveDeadlineWish { readonly personId: string | null, readonly behovsmelding: string, readonly round: number, readonly deadline: string }

/** Moves the deadline of a round; gives the round as it then is. Refuses as `planMoveDeadline`. Rejects with StorageError. */
export async function moveDeadline (workflow: Workflow, { personId, behovsmelding, round, deadline }: MoveDeadlineWish): Promise<Result<RoundRecord>> {
  const moved = await carryOut(workflow, {
    about: { personId, behovsmelding },
    action: 'move-deadline',
    plan: (situation, now) => planMoveDeadline(situation, { kind: 'move-deadline', round, deadline }, now),
  })
  return moved.ok ? taken(moved.value.round) : moved
}

/** A wish to close a round: who, which, and what is written down for its protokoll. */
export interface CloseRoundWish { readonly personId: string | null, readonly behovsmelding: string, readonly round: number, readonly facts: ProtokollFacts }

/** Closes a round: what its protokoll is made of is kept as a file, named by the round, in the same commit. Refuses as `planCloseRound`. Rejects with StorageError. */
export async function closeRound (parts: FrozenParts, wish: CloseRoundWish): Promise<Result<RoundRecord>> {
  const { workflow } = parts
  const { personId, behovsmelding, round, facts } = wish
  const named = workflow.store.table('rounds').get(roundId(behovsmelding, round))
  const source = named === undefined ? null : await sourceOf(parts, named)
  const command: CloseRoundCommand = { kind: 'close-round', round, facts, protokoll: '' }
  let kept: FrozenProtokoll | null = null
  const closed = await carryOut(workflow, {
    about: { personId, behovsmelding },
    action: 'close-round',
    plan: (situation, now) => {
      const judged = planCloseRound(situation, command, now)
      if (!judged.ok) return judged
      // A round that is there when it is judged was there before.
      if (source === null) return refused('not-found')
      kept = frozenProtokoll(source, situation, judged.value.round)
      return planCloseRound(situation, { ...command, protokoll: kept.hash }, now)
    },
    // The file is on disk before any record names it.
    alongside: async () => {
      if (kept !== null) await workflow.store.putFile(kept.bytes)
      return taken({})
    },
  })
  return closed.ok ? taken(closed.value.round) : closed
}
