import type { Refusal, Result } from '@samskriv/shared/base'
import { refusedEntry, type AuditAttempt, type Effects, type Situation } from '@samskriv/shared/workflow'
import type { Change, JournalEntry, Store } from '../store/port/index.ts'
import type { Topic } from '@samskriv/shared/protocol'
import { createRefusedSteps, type RefusedSteps } from './refused-steps.ts'
import { situationAbout, type About } from './situation.ts'
import { topicsOf } from './topics.ts'
import { createTurns, type Turns } from './turns.ts'

/** What carries commands out. Made once. */
export interface Workflow {
  readonly store: Store
  readonly turns: Turns
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called after a commit that changed who may do what in a behovsmelding. */
  readonly rightsChanged: (behovsmelding: string) => void
  /** Called after a commit that changed something kept beside a text, for those who look at it. */
  readonly told: (behovsmelding: string, topic: Topic) => void
  /** Called when a refusal could not be written to the audit log. The refusal is answered all the same. */
  readonly auditFailed: (cause: unknown) => void
  readonly refusedSteps: RefusedSteps
}

/** What is needed to carry commands out. */
export type WorkflowParts = Omit<Workflow, 'turns' | 'refusedSteps'>

/** A workflow over a store. */
export function createWorkflow (parts: WorkflowParts): Workflow {
  return { ...parts, turns: createTurns(), refusedSteps: createRefusedSteps({ store: parts.store, now: parts.now, failed: parts.auditFailed }) }
}

/** Written in the same commit as a command's effects. */
export interface Alongside { readonly changes?: readonly Change[], readonly journal?: readonly JournalEntry[] }

/** A command to carry out: who asks about what, its name, its plan, and what else is written with it. */
export interface Order<E extends Effects> {
  readonly about: About
  readonly action: AuditAttempt
  readonly plan: (situation: Situation, now: number) => Result<E>
  /** Prepared once the plan is taken, before the commit. A refusal from it stops the command. */
  readonly alongside?: (effects: E, situation: Situation) => Promise<Result<Alongside>>
}

/**
 * Judges a command on what stands now and commits all its effects in one write, audit entry included, or nothing at all.
 * Refusals are the plan's; a refused step is audited too (`isEntered`). Rejects with StorageError.
 */
export async function carryOut<E extends Effects> (workflow: Workflow, order: Order<E>): Promise<Result<E>> {
  const outcome = await workflow.turns(() => takeTurn(workflow, order))
  if (!outcome.ok) await auditRefusal(workflow, order.about, order.action, outcome.refusal)
  return outcome
}

async function takeTurn<E extends Effects> (workflow: Workflow, order: Order<E>): Promise<Result<E>> {
  const situation = situationAbout(workflow.store, order.about)
  const planned = order.plan(situation, workflow.now())
  if (!planned.ok) return planned
  const { changes, audit } = planned.value
  const alongside = await order.alongside?.(planned.value, situation)
  if (alongside?.ok === false) return alongside
  const more: Alongside = alongside?.value ?? {}
  await workflow.store.commit({ changes: [...changes, ...more.changes ?? []], journal: more.journal ?? [], audit })
  const touchesRights = changes.some(change => change.table === 'memberships' || change.table === 'behovsmeldinger')
  if (situation.behovsmelding !== null) {
    if (touchesRights) workflow.rightsChanged(situation.behovsmelding.id)
    for (const topic of topicsOf(changes)) workflow.told(situation.behovsmelding.id, topic)
  }
  return planned
}

/** Enters a refused step in the audit log, unless its reason is one that is left out (`isEntered`). Never rejects. */
export async function auditRefusal (workflow: Workflow, about: About, action: AuditAttempt, refusal: Refusal): Promise<void> {
  const now = workflow.now()
  const entry = refusedEntry(situationAbout(workflow.store, about), action, refusal, now)
  if (entry !== null) await workflow.refusedSteps.enter(entry, now)
}
