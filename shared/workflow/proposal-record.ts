import type { Actor } from '../api/medbestemmelse.ts'

/** What became of one change of a proposal (`change`: its place in it, from 0): in the text, or not. `by`: the eier who said so. */
export interface Settlement { readonly change: number, readonly outcome: 'taken' | 'declined', readonly at: string, readonly by: { readonly personId: string, readonly name: string } }

/**
 * What somebody wrote too late and sent in. `count`: its changes, which are a file named by its hash: what is proposed is never in a
 * record. `epoch`: the one it was written in. What is not in `settled` is open.
 */
export interface ProposalRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly by: Actor
  readonly at: string
  readonly epoch: number
  readonly file: string
  readonly count: number
  readonly settled: readonly Settlement[]
}

/** Proposals of one person that wait at once: one for each time they came back too late, and room to spare. */
export const mostOpenProposals = 20
/** Proposals of one behovsmelding, settled ones too: each is a file of at most a MiB that is never taken away. */
export const mostProposals = 300

/** Whether something of it waits for an eier. */
export function isOpenProposal ({ count, settled }: Pick<ProposalRecord, 'count' | 'settled'>): boolean {
  return settled.length < count
}
