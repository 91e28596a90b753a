import type { MedbestemmelseView, StanceDraft } from '@samskriv/shared/api'
import { openRound, ownId, type DraftRecord } from '@samskriv/shared/workflow'
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
