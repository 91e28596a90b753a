import type { Action } from '@samskriv/shared/access'
import { refused, taken, type Result } from '@samskriv/shared/base'
import { roundId, type RoundRecord } from '@samskriv/shared/workflow'
import type { Request } from 'express'
import { auditRefusal } from '../workflow/index.ts'
import type { House } from './house.ts'
import { allowedHere, type Here } from './member.ts'

/** Somebody with a part in the behovsmelding of the address, and the round of the address. */
export interface HereInRound extends Here { readonly round: RoundRecord }

/** Who asks about which round, for a command. */
export interface AboutRound { readonly personId: string, readonly behovsmelding: string, readonly round: number }

/** As `allowedHere`, for the round named by `:round`. Refuses `not-found` too, when there is none. Rights are judged first. */
export async function allowedInRound (house: House, request: Request, action: Action, named = String(request.params['round'])): Promise<Result<HereInRound>> {
  const here = await allowedHere(house, request, action)
  if (!here.ok) return here
  const number = /^[1-9]\d{0,4}$/.test(named) ? Number(named) : 0
  const round = house.parts.store.table('rounds').get(roundId(here.value.behovsmelding.id, number))
  if (round !== undefined) return taken({ ...here.value, round })
  const none = refused('not-found')
  await auditRefusal(house.workflow, { personId: here.value.person.id, behovsmelding: here.value.behovsmelding.id }, action, none.refusal)
  return none
}

/** What a command is about. */
export function aboutRound ({ person, behovsmelding, round }: HereInRound): AboutRound {
  return { personId: person.id, behovsmelding: behovsmelding.id, round: round.number }
}
