import { bases, parties, type Attendant, type Basis, type Employer, type Party, type ProtokollFacts, type StanceView } from '../api/medbestemmelse.ts'

type Said = Pick<StanceView, 'basis' | 'union' | 'withdrawnAt'>

// The municipality is bound by the one agreement, the university by the other.
const ownBasis: Readonly<Record<Employer, Basis>> = { eier: 'ks-b', uh: 'staten' }

/** The parties somebody was there for, in the order a protokoll names them. */
export function presentParties (attendants: readonly Pick<Attendant, 'party'>[]): readonly Party[] {
  return parties.filter(party => attendants.some(attendant => attendant.party === party))
}

/** What a party rests on as long as nobody says otherwise: eier and UH on their own agreement, the employees on what those whose stance holds said. */
export function proposedBasis (party: Party, stances: readonly Said[]): readonly Basis[] {
  if (party !== 'arbeidstaker') return [ownBasis[party]]
  return bases.filter(basis => stances.some(stance => stance.basis === basis && stance.withdrawnAt === undefined))
}

/** What each party that was there rests on: as written down, else as proposed. */
export function basisOfPresent ({ attendants, basisOf }: Pick<ProtokollFacts, 'attendants' | 'basisOf'>, stances: readonly Said[]): Readonly<Partial<Record<Party, readonly Basis[]>>> {
  return Object.fromEntries(presentParties(attendants).map(party => [party, basisOf?.[party] ?? proposedBasis(party, stances)]))
}

/** All that some party rests on, each once, in the order a protokoll names them. */
export function allBases (basisOf: NonNullable<ProtokollFacts['basisOf']>): readonly Basis[] {
  return bases.filter(basis => parties.some(party => basisOf[party]?.includes(basis)))
}

/**
 * What stands in a protokoll under its basis, a line for each party. `unions`: those who said, for the employees, that they rest on it. `party` null: written
 * down before it was per party, so that only the agreement itself tells whose it is.
 */
export interface BasisLine { readonly party: Party | null, readonly bases: readonly { readonly basis: Basis, readonly unions: readonly string[] }[] }

/** The lines of a protokoll's basis. `facts` null: nobody wrote any down, and what is known is what those whose stance holds said. */
export function basisLines (facts: Pick<ProtokollFacts, 'bases' | 'basisOf'> | null, stances: readonly Said[]): readonly BasisLine[] {
  const said = proposedBasis('arbeidstaker', stances)
  const basisOf = facts === null ? said.length === 0 ? {} : { arbeidstaker: said } : facts.basisOf
  if (basisOf === undefined) return (facts?.bases ?? []).map(basis => ({ party: null, bases: [{ basis, unions: [] }] }))
  return parties.flatMap((party): readonly BasisLine[] => {
    const its = basisOf[party]
    return its === undefined ? [] : [{ party, bases: its.map(basis => ({ basis, unions: party === 'arbeidstaker' ? unionsOn(basis, stances) : [] })) }]
  })
}

function unionsOn (basis: Basis, stances: readonly Said[]): readonly string[] {
  return [...new Set(stances.filter(stance => stance.basis === basis && stance.withdrawnAt === undefined).map(stance => stance.union))]
}
