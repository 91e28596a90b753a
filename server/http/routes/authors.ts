import { colorIn, type AuthorPerson, type AuthorsView } from '@samskriv/shared/api'
import { taken } from '@samskriv/shared/base'
import { membershipId } from '@samskriv/shared/workflow'
import type { Router } from 'express'
import type { House } from '../house.ts'
import { memberHere } from '../member.ts'
import { answer, refuse } from '../refuse.ts'

/** Who wrote what, for everybody who has a part in it. */
export function authorsRoutes (house: House, router: Router): void {
  const { store } = house.parts

  const personOf = (behovsmelding: string, id: string): AuthorPerson => {
    const member = store.table('memberships').get(membershipId(behovsmelding, id))
    return { id, name: store.table('people').get(id)?.name ?? null, role: member?.role ?? null, color: colorIn(member === undefined ? [] : [member], id) }
  }

  router.get('/behovsmeldinger/:id/authors', async (request, response) => {
    const here = await memberHere(house, request, 'read')
    if (!here.ok) { refuse(response, here.refusal); return }
    const { behovsmelding } = here.value
    const authored = await house.whoWrote(behovsmelding)
    if (!authored.ok) { refuse(response, authored.refusal); return }
    const { projection: { values }, authorship } = authored.value
    const ids = new Set(authorship.authors.map(author => author.personId))
    const view: AuthorsView = {
      epoch: behovsmelding.epoch, values, authorship, people: [...ids].map(id => personOf(behovsmelding.id, id)),
      ...(behovsmelding.origin === undefined ? {} : { origin: behovsmelding.origin }),
    }
    answer(response, taken(view))
  })
}
