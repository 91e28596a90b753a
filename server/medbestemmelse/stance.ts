import type { NewStance } from '@samskriv/shared/api'
import { newId, taken, type Result } from '@samskriv/shared/base'
import { planGiveStance, planWithdrawStance, sealedPart, type GiveStanceCommand, type StanceRecord } from '@samskriv/shared/workflow'
import { hashOf } from '../protokoll/index.ts'
import { carryOut, type Workflow } from '../workflow/index.ts'

/** Who says something in which round. */
export interface StanceWish { readonly personId: string | null, readonly behovsmelding: string, readonly round: number }

/** Gives a stance; its statement has been read (`readStatement`). Refuses as `planGiveStance`. Rejects with StorageError. */
export async function giveStance (workflow: Workflow, { personId, behovsmelding, round }: StanceWish, given: NewStance): Promise<Result<StanceRecord>> {
  const statementHash = given.statement === null ? null : hashOf(given.statement)
  const command: GiveStanceCommand = { ...given, kind: 'give-stance', round, id: newId(), statementHash, seal: '' }
  const outcome = await carryOut(workflow, {
    about: { personId, behovsmelding },
    action: 'give-stance',
    plan: (situation, now) => {
      const judged = planGiveStance(situation, command, now)
      return judged.ok ? planGiveStance(situation, { ...command, seal: hashOf(sealedPart(judged.value.stance)) }, now) : judged
    },
  })
  return outcome.ok ? taken(outcome.value.stance) : outcome
}

/** Takes one's own stance back. Refuses as `planWithdrawStance`. Rejects with StorageError. */
export async function withdrawStance (workflow: Workflow, { personId, behovsmelding, round }: StanceWish): Promise<Result<StanceRecord>> {
  const outcome = await carryOut(workflow, {
    about: { personId, behovsmelding },
    action: 'withdraw-stance',
    plan: (situation, now) => planWithdrawStance(situation, { kind: 'withdraw-stance', round }, now),
  })
  return outcome.ok ? taken(outcome.value.stance) : outcome
}
