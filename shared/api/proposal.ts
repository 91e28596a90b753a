import type { ProposedChange } from '../proposal/change.ts'
import type { Actor } from './medbestemmelse.ts'

/**
 * What goes over HTTP about proposals: what somebody wrote too late (offline over a lock, a reopening, a version brought back) and sends in.
 * All under `/api/behovsmeldinger/:id`; every change is told to those who look as topic `proposals`. Eiere see all, others their own.
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET proposals | – | ProposalSummary[], in the order they were sent in |
 * | POST proposals | NewProposal | ProposalSummary; the same sent twice is there once |
 * | GET proposals/:proposal | – | ProposalView |
 * | POST proposals/:proposal/settle | Settling | ProposalSummary (eier) |
 */

/** What is sent in. `epoch`: the one it was written in. Its changes are held to the form; bounds are in shared/proposal. */
export interface NewProposal { readonly epoch: number, readonly changes: readonly ProposedChange[] }

/** What became of one change (its place in the proposal, from 0). */
export interface SettledChange { readonly change: number, readonly outcome: 'taken' | 'declined', readonly at: string, readonly by: { readonly personId: string, readonly name: string } }

/** A proposal without what it says. `count`: its changes; those not in `settled` wait for an eier. Times are ISO 8601 UTC. */
export interface ProposalSummary {
  readonly id: string
  readonly by: Actor
  readonly at: string
  readonly epoch: number
  readonly count: number
  readonly settled: readonly SettledChange[]
}

/** A proposal with what it says. The changes never change. */
export interface ProposalView extends ProposalSummary { readonly changes: readonly ProposedChange[] }

/** What became of some changes. `taken`: they are in the text by now; `open`: what was said is taken back. */
export interface Settling { readonly changes: readonly number[], readonly outcome: 'taken' | 'declined' | 'open' }
