import { taken } from '@samskriv/shared/base'
import { deliveryId } from '@samskriv/shared/workflow'
import type { Router } from 'express'
import { deliver, packageBytes } from '../../frozen/index.ts'
import { bodies, readBody, readId } from '../body.ts'
import type { House } from '../house.ts'
import { allowedHere } from '../member.ts'
import { answer, refuse } from '../refuse.ts'
import { deliveryView } from '../view.ts'

/** Delivering, and fetching again what was delivered. */
export function deliveryRoutes (house: House, router: Router): void {
  const { store } = house.parts

  router.post('/behovsmeldinger/:id/deliver', async (request, response) => {
    const id = readId(request, 'id')
    const body = readBody(request, bodies.deliver)
    if (!id.ok) { refuse(response, id.refusal); return }
    if (!body.ok) { refuse(response, body.refusal); return }
    const personId = house.sessions.personOf(request)?.id ?? null
    const delivered = await deliver(house.delivering, { personId, behovsmelding: id.value, ...body.value })
    answer(response, delivered.ok ? taken(deliveryView(delivered.value)) : delivered)
  })

  router.get('/behovsmeldinger/:id/deliveries/:file', async (request, response) => {
    const here = await allowedHere(house, request, 'export')
    if (!here.ok) { refuse(response, here.refusal); return }
    const number = /^(?<number>[1-9]\d{0,5})\.zip$/.exec(request.params.file)?.groups?.['number']
    const delivery = store.table('deliveries').get(deliveryId(here.value.behovsmelding.id, Number(number)))
    if (delivery === undefined) { refuse(response, { code: 'not-found' }); return }
    const bytes = await packageBytes(store, delivery)
    // The name says which delivery it is, and nothing of who is in it.
    response.attachment(`behovsmelding-levering-${delivery.number}-${delivery.package.hash.slice(0, 8)}.zip`)
    response.type('application/zip')
    response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}
