import type { Action } from '@samskriv/shared/access'
import { refused, taken, type Result } from '@samskriv/shared/base'
import { roundId, type RoundRecord } from '@samskriv/shared/workflow'
import express, { type Request } from 'express'
import type { House } from './house.ts'
import { allowedHere, type Here } from './member.ts'

/** Bytes of a body about a round: a statement at its largest, or a protokoll's facts with every text at its longest and in letters of three bytes. */
const mostBodyBytes = 512 * 1024

/** Reads a body about a round. Above its bound it is refused `too-large` before it has been read. */
export const roundBody = express.json({ limit: mostBodyBytes, inflate: false })

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
  return round === undefined ? refused('not-found') : taken({ ...here.value, round })
}

/** What a command is about. */
export function aboutRound ({ person, behovsmelding, round }: HereInRound): AboutRound {
  return { personId: person.id, behovsmelding: behovsmelding.id, round: round.number }
}
