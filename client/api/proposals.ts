import type { NewProposal, ProposalSummary, ProposalView, Settling } from '@samskriv/shared/api'
import { at } from './address.ts'
import { request, type Outcome } from './request.ts'

/** What has been sent in: all of it for an eier, one's own for others. */
export const fetchProposals = (id: string): Promise<Outcome<ProposalSummary[]>> => request('GET', at(id, 'proposals'))
/** A proposal with what it says. */
export const fetchProposal = (id: string, proposal: string): Promise<Outcome<ProposalView>> => request('GET', at(id, 'proposals', proposal))
/** Sends in what was written too late. The same sent twice is there once. */
export const propose = (id: string, proposal: NewProposal): Promise<Outcome<ProposalSummary>> => request('POST', at(id, 'proposals'), { json: proposal })
/** Says what became of changes of a proposal (eier). */
export const settleProposal = (id: string, proposal: string, settling: Settling): Promise<Outcome<ProposalSummary>> =>
  request('POST', at(id, 'proposals', proposal, 'settle'), { json: settling })
