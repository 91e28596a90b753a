import type { Role } from '@samskriv/shared/access'
import { parties, type Attendant, type ProtokollFacts } from '@samskriv/shared/api'
import { allBases, basisOfPresent } from '@samskriv/shared/protokoll'
import { holdingIn, type Situation } from '@samskriv/shared/workflow'
import type { Store } from '../store/port/index.ts'

const osloClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

/** What clock and calendar in Norway show: `2026-03-04T10:00`. `now` in milliseconds since 1970. */
export function osloLocalTime (now: number): string {
  const parts = Object.fromEntries(osloClock.formatToParts(now).map(part => [part.type, part.value]))
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}T${parts.hour ?? ''}:${parts.minute ?? ''}`
}

// A reader sits on no side of the table.
const partyOf: Readonly<Record<Role, Attendant['party'] | null>> = { eier: 'eier', uh: 'uh', tillitsvalgt: 'arbeidstaker', leser: null }

/**
 * What a coordinator may begin with when a round is closed: now, those who are in the behovsmelding by party, the unions they have
 * last spoken for, and what each party rests on. Somebody who gave a stance and has left since is there too.
 */
export function suggestedFacts (store: Pick<Store, 'table'>, situation: Situation, round: number, now: number): ProtokollFacts {
  const holding = holdingIn(situation.stances, round)
  const here = situation.members.map(({ personId, role }) => ({ personId, role, name: store.table('people').get(personId)?.name ?? '' }))
  const gone = holding.map(stance => stance.by).filter(by => here.every(member => member.personId !== by.personId))
  const unionOf = (personId: string): string => situation.stances.findLast(stance => stance.by.personId === personId)?.union ?? ''
  const attendants = [...here, ...gone].flatMap(({ personId, role, name }): Attendant[] => {
    const party = partyOf[role]
    return party === null ? [] : [{ name, function: '', party, union: party === 'arbeidstaker' ? unionOf(personId) : '' }]
  })
  const basisOf = basisOfPresent({ attendants }, holding)
  return {
    heldAt: osloLocalTime(now), place: '', agreed: '', notAgreed: '', bases: allBases(basisOf), basisOf,
    attendants: parties.flatMap(party => attendants.filter(attendant => attendant.party === party)),
  }
}
