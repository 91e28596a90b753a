import { newId, refused, taken } from '@samskriv/shared/base'
import { planStart } from '@samskriv/shared/workflow'
import type { Router } from 'express'
import { mentionsOf } from '../../comment/index.ts'
import { lock, reopen } from '../../frozen/index.ts'
import { listedRound } from '../../medbestemmelse/index.ts'
import { carryOut } from '../../workflow/index.ts'
import { bodies, readBody, readId } from '../body.ts'
import type { House } from '../house.ts'
import { memberHere } from '../member.ts'
import { answer, refuse } from '../refuse.ts'
import { behovsmeldingView, summaryView, versionView } from '../view.ts'

/** Starting, seeing, locking and reopening a behovsmelding. */
export function behovsmeldingRoutes (house: House, router: Router): void {
  const { sessions, workflow, parts: { store } } = house

  router.get('/behovsmeldinger', (request, response) => {
    const person = sessions.personOf(request)
    if (person === null) { refuse(response, { code: 'not-signed-in' }); return }
    const mentions = mentionsOf(store, person.id)
    const mine = [...store.table('memberships').values()].filter(member => member.personId === person.id)
    const summaries = mine.flatMap(({ behovsmelding: id, role }) => {
      const behovsmelding = store.table('behovsmeldinger').get(id)
      if (behovsmelding === undefined) return []
      const round = behovsmelding.state === 'medbestemmelse' ? listedRound(store, id, person.id) : null
      const mention = mentions.get(id)
      return [{ ...summaryView({ behovsmelding, role }), ...(round === null ? {} : { round }), ...(mention === undefined ? {} : { mention }) }]
    })
    response.json(summaries.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1)))
  })

  router.post('/behovsmeldinger', async (request, response) => {
    const personId = sessions.personOf(request)?.id ?? null
    if (personId === null) { refuse(response, { code: 'not-signed-in' }); return }
    const body = readBody(request, bodies.start)
    if (!body.ok) { refuse(response, body.refusal); return }
    const template = house.parts.template(body.value.template)
    if (template === null) { answer(response, refused('invalid', { field: 'template' })); return }
    const started = await carryOut(workflow, {
      about: { personId, behovsmelding: null },
      action: 'start',
      plan: (situation, now) => planStart(situation, {
        kind: 'start', id: newId(), title: body.value.title, template: { id: template.id, version: template.version },
      }, now),
    })
    answer(response, started.ok ? taken(summaryView({ behovsmelding: started.value.behovsmelding, role: 'eier' })) : started, 201)
  })

  router.get('/behovsmeldinger/:id', async (request, response) => {
    const here = await memberHere(house, request, 'read')
    answer(response, here.ok ? taken(behovsmeldingView(house, here.value)) : here)
  })

  router.post('/behovsmeldinger/:id/lock', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.lock)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const { reason } = body.value
    const personId = sessions.personOf(request)?.id ?? null
    const locked = await lock(house.frozen, { personId, behovsmelding: id.value, ...(reason === undefined ? {} : { reason }) })
    answer(response, locked.ok ? taken(versionView(locked.value)) : locked)
  })

  router.post('/behovsmeldinger/:id/reopen', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.reopen)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const personId = sessions.personOf(request)?.id ?? null
    const reopened = await reopen(house.frozen, { personId, behovsmelding: id.value, reason: body.value.reason })
    answer(response, reopened.ok ? taken(summaryView({ behovsmelding: reopened.value, role: 'eier' })) : reopened)
  })
}
