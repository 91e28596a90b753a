import type { StanceView } from '@samskriv/shared/api'
import { taken, type Result } from '@samskriv/shared/base'
import { planSaveDraft, type StanceRecord } from '@samskriv/shared/workflow'
import type { Router } from 'express'
import { giveStance, readStatement, withdrawStance } from '../../medbestemmelse/index.ts'
import { stanceView } from '../../protokoll/index.ts'
import { carryOut, createLimiter } from '../../workflow/index.ts'
import { readBody } from '../body.ts'
import type { House } from '../house.ts'
import { aboutRound, allowedInRound, type HereInRound } from '../in-round.ts'
import { roundBodies } from '../round-bodies.ts'
import { answer, answerDone, refuse } from '../refuse.ts'

function viewOf (here: HereInRound, given: Result<StanceRecord>): Result<StanceView> {
  return given.ok ? taken(stanceView(given.value, here.round)) : given
}

/** Drafts one person may have kept in a minute: a page keeps one some seconds after the last letter; each is up to 100 kB written to disk. */
const draftPace = { most: 120, perMs: 60_000, mostKeys: 10_000 } as const

/** What a tillitsvalgt says in a round: a draft of it, theirs alone; giving it; taking it back. Who says it is taken from the session. */
export function stanceRoutes (house: House, router: Router): void {
  const { workflow, parts: { store } } = house

  const drafts = createLimiter(draftPace)

  router.put('/behovsmeldinger/:id/rounds/:round/draft', async (request, response) => {
    const here = await allowedInRound(house, request, 'stance')
    if (!here.ok) { refuse(response, here.refusal); return }
    const body = readBody(request, roundBodies.draft)
    if (!body.ok) { refuse(response, body.refusal); return }
    const statement = readStatement(store, here.value.behovsmelding.id, body.value.statement)
    if (!statement.ok) { refuse(response, statement.refusal); return }
    const { round, ...about } = aboutRound(here.value)
    if (drafts.isOver(about.personId, workflow.now())) { refuse(response, { code: 'too-fast' }); return }
    drafts.count(about.personId, workflow.now())
    const draft = { ...body.value, statement: statement.value }
    answerDone(response, await carryOut(workflow, {
      about, action: 'save-draft',
      plan: (situation, now) => planSaveDraft(situation, { kind: 'save-draft', round, draft }, now),
    }))
  })

  router.post('/behovsmeldinger/:id/rounds/:round/stance', async (request, response) => {
    const here = await allowedInRound(house, request, 'stance')
    if (!here.ok) { refuse(response, here.refusal); return }
    const body = readBody(request, roundBodies.stance)
    if (!body.ok) { refuse(response, body.refusal); return }
    const statement = readStatement(store, here.value.behovsmelding.id, body.value.statement)
    if (!statement.ok) { refuse(response, statement.refusal); return }
    const given = await giveStance(workflow, aboutRound(here.value), { ...body.value, statement: statement.value })
    answer(response, viewOf(here.value, given), 201)
  })

  router.delete('/behovsmeldinger/:id/rounds/:round/stance', async (request, response) => {
    const here = await allowedInRound(house, request, 'stance')
    if (!here.ok) { refuse(response, here.refusal); return }
    answer(response, viewOf(here.value, await withdrawStance(workflow, aboutRound(here.value))))
  })
}
