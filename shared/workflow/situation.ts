import { may, states, type Action, type Role, type State } from '../access/index.ts'
import type { Actor } from '../api/medbestemmelse.ts'
import { refused, taken, type Refusal, type Result } from '../base/index.ts'
import type { ProposalRecord } from './proposal-record.ts'
import type { BehovsmeldingRecord, DeliveryRecord, LinkRecord, MembershipRecord, PersonRecord, VersionRecord } from './record.ts'
import type { ReadingRecord, RoundRecord, StanceRecord } from './round.ts'

/** What stands now, as far as a command is judged on it. */
export interface Situation {
  /** Who asks, as the session says; null: nobody is signed in. */
  readonly person: PersonRecord | null
  /** What it is about; null: no such behovsmelding, or none is meant. */
  readonly behovsmelding: BehovsmeldingRecord | null
  readonly members: readonly MembershipRecord[]
  /** Every link to the behovsmelding, used and taken back ones too. */
  readonly links: readonly LinkRecord[]
  /** By rising number. */
  readonly versions: readonly VersionRecord[]
  /** By rising number. */
  readonly deliveries: readonly DeliveryRecord[]
  /** By rising number; only the last can be open. */
  readonly rounds: readonly RoundRecord[]
  /** In the order they were given, withdrawn ones too. */
  readonly stances: readonly StanceRecord[]
  /** The newest version each has read. */
  readonly readings: readonly ReadingRecord[]
  /** In the order they were sent in. */
  readonly proposals: readonly ProposalRecord[]
}

/** A situation in which nobody asks about nothing. Spread it and say what differs. */
export const emptySituation: Situation = { person: null, behovsmelding: null, members: [], links: [], versions: [], deliveries: [], rounds: [], stances: [], readings: [], proposals: [] }

/** Somebody who has a part in the behovsmelding that a command is about. */
export interface Participant {
  readonly person: PersonRecord
  readonly behovsmelding: BehovsmeldingRecord
  readonly role: Role
}

/** Somebody as a step names them: as the session says now. */
export function actorOf ({ person, role }: Pick<Participant, 'person' | 'role'>): Actor {
  return { personId: person.id, name: person.name, role }
}

/** The role of the one who asks; null: none. */
export function roleIn (situation: Situation): Role | null {
  return situation.members.find(member => member.personId === situation.person?.id)?.role ?? null
}

/**
 * The one who asks, if they have a part in it. Refuses `not-signed-in`, and `not-found` to whoever has no part: they are
 * not told that it exists.
 */
export function participantIn (situation: Situation): Result<Participant> {
  const { person, behovsmelding } = situation
  if (person === null) return refused('not-signed-in')
  const role = roleIn(situation)
  if (behovsmelding === null || role === null) return refused('not-found')
  return taken({ person, behovsmelding, role })
}

/** Why a role may not do something in a state: `wrong-state` when it may in another one, `not-allowed` when it never may. Null: it may. */
export function whyMayNot (role: Role, state: State, action: Action): Refusal | null {
  if (may(role, state, action)) return null
  const elsewhere = states.some(other => may(role, other, action))
  return elsewhere ? { code: 'wrong-state', facts: { state } } : { code: 'not-allowed', facts: { role } }
}

/** The one who asks, if they may do this here and now. Refuses as `participantIn` and `whyMayNot`. */
export function allowedTo (situation: Situation, action: Action): Result<Participant> {
  const participant = participantIn(situation)
  if (!participant.ok) return participant
  const { role, behovsmelding: { state } } = participant.value
  const refusal = whyMayNot(role, state, action)
  return refusal === null ? participant : { ok: false, refusal }
}

/** Milliseconds since 1970 as ISO 8601 UTC. */
export function isoTime (now: number): string {
  return new Date(now).toISOString()
}
