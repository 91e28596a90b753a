import { emptySituation, type Situation } from '@samskriv/shared/workflow'
import type { DeliveryRecord, ProposalRecord, RoundRecord, StanceRecord, Store, VersionRecord } from '../store/port/index.ts'

/** Who asks about what. */
export interface About { readonly personId: string | null, readonly behovsmelding: string | null }

/** The situation as the records have it at this moment. */
export function situationAbout (store: Pick<Store, 'table'>, about: About): Situation {
  const id = about.behovsmelding
  const person = about.personId === null ? null : store.table('people').get(about.personId) ?? null
  const behovsmelding = id === null ? null : store.table('behovsmeldinger').get(id) ?? null
  if (behovsmelding === null) return { ...emptySituation, person }
  return {
    person,
    behovsmelding,
    members: [...store.table('memberships').values()].filter(member => member.behovsmelding === id),
    links: [...store.table('links').values()].filter(link => link.behovsmelding === id && link.purpose === 'member'),
    versions: versionsOf(store, behovsmelding.id),
    deliveries: deliveriesOf(store, behovsmelding.id),
    rounds: roundsOf(store, behovsmelding.id),
    stances: stancesOf(store, behovsmelding.id),
    readings: [...store.table('readings').values()].filter(reading => reading.behovsmelding === id),
    proposals: proposalsOf(store, behovsmelding.id),
  }
}

/** The versions of a behovsmelding, by rising number. */
export function versionsOf (store: Pick<Store, 'table'>, behovsmelding: string): readonly VersionRecord[] {
  return [...store.table('versions').values()].filter(version => version.behovsmelding === behovsmelding).toSorted((a, b) => a.number - b.number)
}

/** The deliveries of a behovsmelding, by rising number. */
export function deliveriesOf (store: Pick<Store, 'table'>, behovsmelding: string): readonly DeliveryRecord[] {
  return [...store.table('deliveries').values()].filter(delivery => delivery.behovsmelding === behovsmelding).toSorted((a, b) => a.number - b.number)
}

/** The rounds of a behovsmelding, by rising number. */
export function roundsOf (store: Pick<Store, 'table'>, behovsmelding: string): readonly RoundRecord[] {
  return [...store.table('rounds').values()].filter(round => round.behovsmelding === behovsmelding).toSorted((a, b) => a.number - b.number)
}

function inOrder (a: Pick<StanceRecord, 'id' | 'at'>, b: Pick<StanceRecord, 'id' | 'at'>): number {
  if (a.at === b.at) return a.id < b.id ? -1 : 1
  return a.at < b.at ? -1 : 1
}

/** The stances given on a behovsmelding, in the order they were given; of two in the same millisecond the ids decide. */
export function stancesOf (store: Pick<Store, 'table'>, behovsmelding: string): readonly StanceRecord[] {
  return [...store.table('stances').values()].filter(stance => stance.behovsmelding === behovsmelding).toSorted(inOrder)
}

/** The proposals of a behovsmelding, in the order they were sent in. */
export function proposalsOf (store: Pick<Store, 'table'>, behovsmelding: string): readonly ProposalRecord[] {
  return [...store.table('proposals').values()].filter(proposal => proposal.behovsmelding === behovsmelding).toSorted(inOrder)
}
