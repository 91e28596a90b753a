import { taken } from '@samskriv/shared/base'
import type { Router } from 'express'
import { readProtokoll } from '../../protokoll/index.ts'
import { situationAbout } from '../../workflow/index.ts'
import type { House } from '../house.ts'
import { allowedInRound } from '../in-round.ts'
import { answer, refuse } from '../refuse.ts'

/** The protokoll of a round: as a page shows it. */
export function protokollRoutes (house: House, router: Router): void {
  const { workflow, parts: { store } } = house

  router.get('/behovsmeldinger/:id/rounds/:round/protokoll', async (request, response) => {
    const here = await allowedInRound(house, request, 'read')
    if (!here.ok) { refuse(response, here.refusal); return }
    const situation = situationAbout(store, { personId: here.value.person.id, behovsmelding: here.value.behovsmelding.id })
    answer(response, taken(await readProtokoll(store, situation, here.value.round, workflow.now())))
  })
}
