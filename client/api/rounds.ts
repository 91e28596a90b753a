import type { MedbestemmelseView, NewStance, ProtokollFacts, ProtokollView, RoundView, StanceDraft, StanceView } from '@samskriv/shared/api'
import type { Language } from '@samskriv/shared/base'
import { at } from './address.ts'
import { request, type Outcome } from './request.ts'

/** Everything about medbestemmelse: the rounds, what was said, what one is about to say oneself. */
export const fetchMedbestemmelse = (id: string): Promise<Outcome<MedbestemmelseView>> => request('GET', at(id, 'medbestemmelse'))

/** Opens a round on the text as it is now, which is frozen as a version (eier). `deadline`: `YYYY-MM-DD`. */
export const openRound = (id: string, asked: { readonly deadline: string, readonly note: string }): Promise<Outcome<RoundView>> =>
  request('POST', at(id, 'rounds'), { json: asked })
/** Moves the deadline of the open round (eier). `deadline`: `YYYY-MM-DD`. */
export const moveDeadline = (id: string, round: number, deadline: string): Promise<Outcome<RoundView>> =>
  request('PUT', at(id, 'rounds', round, 'deadline'), { json: { deadline } })
/** Closes a round and makes its protokoll (eier). */
export const closeRound = (id: string, round: number, facts: ProtokollFacts): Promise<Outcome<RoundView>> =>
  request('POST', at(id, 'rounds', round, 'close'), { json: facts })

/** Tells the server that one has read a round's version. */
export const markRead = (id: string, round: number, version: number): Promise<Outcome<undefined>> =>
  request('PUT', at(id, 'rounds', round, 'read'), { json: { version } })
/** Keeps what one is about to say, for oneself alone. */
export const keepDraft = (id: string, round: number, draft: StanceDraft): Promise<Outcome<undefined>> =>
  request('PUT', at(id, 'rounds', round, 'draft'), { json: draft })
/** Gives a stance on a round's version (tillitsvalgt). */
export const giveStance = (id: string, round: number, stance: NewStance): Promise<Outcome<StanceView>> =>
  request('POST', at(id, 'rounds', round, 'stance'), { json: stance })
/** Withdraws one's stance; it stays to be seen. */
export const withdrawStance = (id: string, round: number): Promise<Outcome<StanceView>> => request('DELETE', at(id, 'rounds', round, 'stance'))

/** A round's protokoll; of an open round as it would be now. */
export const fetchProtokoll = (id: string, round: number): Promise<Outcome<ProtokollView>> => request('GET', at(id, 'rounds', round, 'protokoll'))
/** Where a protokoll's file is. `language` is for its own words. */
export const protokollAddress = (id: string, round: number, format: 'docx' | 'pdf', language: Language): string =>
  `${at(id, 'rounds', round, 'protokoll')}.${format}?language=${language}`
