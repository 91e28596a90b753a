import type { ListedRound, MedbestemmelseView, StanceDraft } from '@samskriv/shared/api'
import { holdingIn, openRound, ownId, roleIn, type DraftRecord } from '@samskriv/shared/workflow'
import { roundView } from '../protokoll/index.ts'
import type { Store } from '../store/port/index.ts'
import { situationAbout } from '../workflow/index.ts'

function draftView (draft: DraftRecord | undefined): StanceDraft | null {
  if (draft === undefined) return null
  const { stance, union, basis, statement } = draft
  return { stance, union, basis, statement }
}

/** Everything about medbestemmelse that a person with a part in it sees: what is everybody's, and what is theirs alone. */
export function medbestemmelseView (store: Pick<Store, 'table'>, behovsmelding: string, personId: string): MedbestemmelseView {
  const situation = situationAbout(store, { personId, behovsmelding })
  return {
    rounds: situation.rounds.map(round => roundView(store, situation, round)),
    open: openRound(situation.rounds)?.number ?? null,
    lastSeen: situation.readings.find(reading => reading.personId === personId)?.version ?? null,
    draft: draftView(store.table('drafts').get(ownId(behovsmelding, personId))),
  }
}

/** The open round of a behovsmelding, and what it asks of a person; null: none is open. */
export function listedRound (store: Pick<Store, 'table'>, behovsmelding: string, personId: string): ListedRound | null {
  const situation = situationAbout(store, { personId, behovsmelding })
  const round = openRound(situation.rounds)
  if (round === null) return null
  const { number, version, deadline } = round
  const said = holdingIn(situation.stances, number).some(stance => stance.by.personId === personId)
  const asked = roleIn(situation) === 'tillitsvalgt' && !said
  const seen = situation.readings.find(reading => reading.personId === personId)?.version ?? 0
  return { number, version, deadline, asks: !asked ? null : seen < version ? 'read' : 'say' }
}
