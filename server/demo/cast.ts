import { freeColor } from '@samskriv/shared/api'
import type { Role } from '@samskriv/shared/access'
import { membershipId } from '@samskriv/shared/workflow'
import type { Change, MembershipRecord } from '../store/port/index.ts'

/** Somebody in the demo. Invented. */
export interface DemoPerson { readonly id: string, readonly name: string, readonly role: Role }

/** One of each role; a script gets a sign-in link for each. */
export const cast = [
  { role: 'eier', id: 'demoeier', name: 'Ingrid Nordvik' },
  { role: 'uh', id: 'demouh', name: 'Tor Fjellheim' },
  { role: 'tillitsvalgt', id: 'demotillit', name: 'Aslaug Strand' },
  { role: 'leser', id: 'demoleser', name: 'Nils Myr' },
] as const satisfies readonly DemoPerson[]

/** What puts people into a behovsmelding from a moment (ISO 8601) on. */
export function membersOf (behovsmelding: string, people: readonly DemoPerson[], since: string): readonly Change[] {
  const members: MembershipRecord[] = []
  for (const { id, role } of people) members.push({ id: membershipId(behovsmelding, id), behovsmelding, personId: id, role, since, color: freeColor(members, id) })
  return members.map(put => ({ table: 'memberships', put }))
}
