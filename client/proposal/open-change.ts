import type { ProposalView } from '@samskriv/shared/api'
import type { ProposedChange } from '@samskriv/shared/proposal'

/** A change of a proposal that waits for an eier. `id` names it among all. */
export interface OpenChange { readonly id: string, readonly proposal: ProposalView, readonly index: number, readonly change: ProposedChange }

/** What waits in a proposal, in the form's order. */
export function openIn (proposal: ProposalView): readonly OpenChange[] {
  const settled = new Set(proposal.settled.map(each => each.change))
  return proposal.changes.flatMap((change, index) => settled.has(index) ? [] : [{ id: `${proposal.id}/${index}`, proposal, index, change }])
}
