import { taken } from '@samskriv/shared/base'
import { planReadVersion, type RoundRecord } from '@samskriv/shared/workflow'
import type { Response, Router } from 'express'
import { closeRound, medbestemmelseView, moveDeadline, openRound } from '../../medbestemmelse/index.ts'
import { roundView } from '../../protokoll/index.ts'
import { carryOut, situationAbout } from '../../workflow/index.ts'
import { readBody } from '../body.ts'
import type { House } from '../house.ts'
import { aboutRound, allowedInRound } from '../in-round.ts'
import { allowedHere } from '../member.ts'
import { roundBodies } from '../round-bodies.ts'
import { answer, answerDone, refuse } from '../refuse.ts'

/** Rounds of medbestemmelse: seeing, opening and closing them, moving their deadline, and saying that one has read their version. */
export function medbestemmelseRoutes (house: House, router: Router): void {
  const { workflow, parts: { store } } = house
  const sendRound = (response: Response, round: RoundRecord, status: number): void => {
    const situation = situationAbout(store, { personId: null, behovsmelding: round.behovsmelding })
    answer(response, taken(roundView(store, situation, round)), status)
  }

  router.get('/behovsmeldinger/:id/medbestemmelse', async (request, response) => {
    const here = await allowedHere(house, request, 'read')
    answer(response, here.ok ? taken(medbestemmelseView(store, here.value.behovsmelding.id, here.value.person.id)) : here)
  })

  router.post('/behovsmeldinger/:id/rounds', async (request, response) => {
    const here = await allowedHere(house, request, 'open-round')
    if (!here.ok) { refuse(response, here.refusal); return }
    const body = readBody(request, roundBodies.open)
    if (!body.ok) { refuse(response, body.refusal); return }
    const { person, behovsmelding } = here.value
    const opened = await openRound(house.frozen, { personId: person.id, behovsmelding: behovsmelding.id, deadline: body.value.deadline, note: body.value.note ?? '' })
    if (opened.ok) sendRound(response, opened.value, 201)
    else refuse(response, opened.refusal)
  })

  router.put('/behovsmeldinger/:id/rounds/:round/deadline', async (request, response) => {
    const here = await allowedInRound(house, request, 'move-deadline')
    if (!here.ok) { refuse(response, here.refusal); return }
    const body = readBody(request, roundBodies.deadline)
    if (!body.ok) { refuse(response, body.refusal); return }
    const moved = await moveDeadline(workflow, { ...aboutRound(here.value), deadline: body.value.deadline })
    if (moved.ok) sendRound(response, moved.value, 200)
    else refuse(response, moved.refusal)
  })

  router.post('/behovsmeldinger/:id/rounds/:round/close', async (request, response) => {
    const here = await allowedInRound(house, request, 'close-round')
    if (!here.ok) { refuse(response, here.refusal); return }
    const body = readBody(request, roundBodies.close)
    if (!body.ok) { refuse(response, body.refusal); return }
    const closed = await closeRound(house.frozen, { ...aboutRound(here.value), facts: body.value })
    if (closed.ok) sendRound(response, closed.value, 200)
    else refuse(response, closed.refusal)
  })

  router.put('/behovsmeldinger/:id/rounds/:round/read', async (request, response) => {
    const here = await allowedInRound(house, request, 'read')
    if (!here.ok) { refuse(response, here.refusal); return }
    const body = readBody(request, roundBodies.read)
    if (!body.ok) { refuse(response, body.refusal); return }
    const { round, ...about } = aboutRound(here.value)
    answerDone(response, await carryOut(workflow, {
      about, action: 'read-version',
      plan: (situation, now) => planReadVersion(situation, { kind: 'read-version', round, version: body.value.version }, now),
    }))
  })
}
