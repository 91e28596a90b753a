import { refused, taken, type Result } from '@samskriv/shared/base'
import type { Action, Role } from '@samskriv/shared/access'
import { membershipId, whyMayNot, type BehovsmeldingRecord, type PersonRecord } from '@samskriv/shared/workflow'
import type { Request } from 'express'
import { auditRefusal } from '../workflow/index.ts'
import { readId } from './body.ts'
import type { House } from './house.ts'

/** Somebody with a part in the behovsmelding of the address. */
export interface Here { readonly person: PersonRecord, readonly behovsmelding: BehovsmeldingRecord, readonly role: Role }

/**
 * Who asks, if they have a part in the behovsmelding named by `:id`. Refuses `not-signed-in`, and `not-found` to whoever
 * has no part in it: they are not told that it exists. Costs three look-ups in memory.
 */
export async function memberHere (house: House, request: Request, action: Action): Promise<Result<Here>> {
  const person = house.sessions.personOf(request)
  if (person === null) return refused('not-signed-in')
  const id = readId(request, 'id')
  if (!id.ok) return id
  const { store } = house.parts
  const behovsmelding = store.table('behovsmeldinger').get(id.value)
  const membership = store.table('memberships').get(membershipId(id.value, person.id))
  if (behovsmelding !== undefined && membership !== undefined) return taken({ person, behovsmelding, role: membership.role })
  const none = refused('not-found')
  await auditRefusal(house.workflow, { personId: person.id, behovsmelding: id.value }, action, none.refusal)
  return none
}

/** As `memberHere`, if they may do this now. Refuses `wrong-state` and `not-allowed` too; an attempt at the latter is audited. */
export async function allowedHere (house: House, request: Request, action: Action): Promise<Result<Here>> {
  const here = await memberHere(house, request, action)
  if (!here.ok) return here
  const { person, behovsmelding, role } = here.value
  const refusal = whyMayNot(role, behovsmelding.state, action)
  if (refusal === null) return here
  await auditRefusal(house.workflow, { personId: person.id, behovsmelding: behovsmelding.id }, action, refusal)
  return { ok: false, refusal }
}
