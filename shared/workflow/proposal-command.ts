/** Send in what was written too late. `id` and `file` are made of what it says and by whom: sent twice, it is one. */
export interface ProposeCommand { readonly kind: 'propose', readonly id: string, readonly file: string, readonly epoch: number, readonly count: number }

/** Say of some changes of a proposal (their places, from 0) what became of them. `open`: what was said is taken back. */
export interface SettleProposalCommand { readonly kind: 'settle-proposal', readonly id: string, readonly changes: readonly number[], readonly outcome: 'taken' | 'declined' | 'open' }

/** What can be done with proposals. */
export type ProposalCommand = ProposeCommand | SettleProposalCommand
