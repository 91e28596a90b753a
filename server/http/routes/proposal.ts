import type { ProposalSummary } from '@samskriv/shared/api'
import { refused, taken, type Result } from '@samskriv/shared/base'
import { mostChanges } from '@samskriv/shared/proposal'
import { planSettleProposal, type ProposalRecord } from '@samskriv/shared/workflow'
import type { Request, Router } from 'express'
import * as v from 'valibot'
import { changesOf, propose } from '../../proposal/index.ts'
import { carryOut, proposalsOf } from '../../workflow/index.ts'
import { readBody, readId } from '../body.ts'
import type { House } from '../house.ts'
import { allowedHere, memberHere, type Here } from '../member.ts'
import { answer, refuse } from '../refuse.ts'

const bodies = {
  // Its changes are read where the form is known (`readChanges`).
  propose: v.object({ epoch: v.pipe(v.number(), v.integer()), changes: v.unknown() }),
  settle: v.object({ changes: v.pipe(v.array(v.number()), v.maxLength(mostChanges)), outcome: v.picklist(['taken', 'declined', 'open']) }),
} as const

function summaryOf ({ behovsmelding: _behovsmelding, file: _file, ...summary }: ProposalRecord): ProposalSummary {
  return summary
}

const maySee = ({ person, role }: Here, proposal: ProposalRecord): boolean => role === 'eier' || proposal.by.personId === person.id

function proposalHere (house: House, request: Request, here: Here): Result<ProposalRecord> {
  const id = readId(request, 'proposal')
  if (!id.ok) return id
  const proposal = house.parts.store.table('proposals').get(id.value)
  return proposal !== undefined && proposal.behovsmelding === here.behovsmelding.id && maySee(here, proposal) ? taken(proposal) : refused('not-found')
}

/** What was written too late and sent in: an eier sees all of it and says what becomes of it, others see their own. */
export function proposalRoutes (house: House, router: Router): void {
  const { workflow, parts: { store } } = house

  router.get('/behovsmeldinger/:id/proposals', async (request, response) => {
    const here = await memberHere(house, request, 'read')
    if (!here.ok) { refuse(response, here.refusal); return }
    const seen = proposalsOf(store, here.value.behovsmelding.id).filter(proposal => maySee(here.value, proposal))
    answer(response, taken(seen.map(summaryOf)))
  })

  router.post('/behovsmeldinger/:id/proposals', async (request, response) => {
    const here = await allowedHere(house, request, 'propose')
    if (!here.ok) { refuse(response, here.refusal); return }
    const wish = readBody(request, bodies.propose)
    if (!wish.ok) { refuse(response, wish.refusal); return }
    const made = await propose(house.proposal, { personId: here.value.person.id, behovsmelding: here.value.behovsmelding.id, ...wish.value })
    answer(response, made.ok ? taken(summaryOf(made.value)) : made, 201)
  })

  router.get('/behovsmeldinger/:id/proposals/:proposal', async (request, response) => {
    const here = await memberHere(house, request, 'read')
    const proposal = here.ok ? proposalHere(house, request, here.value) : here
    if (!proposal.ok) { refuse(response, proposal.refusal); return }
    answer(response, taken({ ...summaryOf(proposal.value), changes: await changesOf(store, proposal.value) }))
  })

  router.post('/behovsmeldinger/:id/proposals/:proposal/settle', async (request, response) => {
    const here = await allowedHere(house, request, 'settle-proposal')
    if (!here.ok) { refuse(response, here.refusal); return }
    const proposal = proposalHere(house, request, here.value)
    const wish = readBody(request, bodies.settle)
    if (!proposal.ok) { refuse(response, proposal.refusal); return }
    if (!wish.ok) { refuse(response, wish.refusal); return }
    const { id } = proposal.value
    const settled = await carryOut(workflow, {
      about: { personId: here.value.person.id, behovsmelding: here.value.behovsmelding.id },
      action: 'settle-proposal',
      plan: (situation, now) => planSettleProposal(situation, { kind: 'settle-proposal', id, ...wish.value }, now),
    })
    answer(response, settled.ok ? taken(summaryOf(settled.value.proposal)) : settled)
  })
}
