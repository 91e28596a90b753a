import { employers, type Employer, type ProtokollFacts } from '../api/medbestemmelse.ts'

/** What a party on the employers' side thinks, as written down; '' when it was there and nothing was. */
export interface EmployerView { readonly party: Employer, readonly text: string }

/**
 * The views a protokoll holds beside those of the employees: of each employers' party that was there, or whose view was written down all the same.
 * Null: the protokoll is from before they were asked for, or nobody wrote anything down, so nothing is said of them.
 */
export function employerViews (facts: Pick<ProtokollFacts, 'attendants' | 'views'> | null): readonly EmployerView[] | null {
  const views = facts?.views
  if (facts === null || views === undefined) return null
  return employers.map(party => ({ party, text: views[party] ?? '' })).filter(({ party, text }) => text !== '' || facts.attendants.some(attendant => attendant.party === party))
}
