import type { Actor, DeadlineMove, NewStance, ProtokollFacts, StanceDraft } from '../api/medbestemmelse.ts'
import type { MembershipRecord } from './record.ts'

/**
 * How a round ended. `by`: who closed it, or who locked while it was open. `facts` null: nobody wrote any down, as when a
 * lock closed it. `missing`: ids of the tillitsvalgte who had said nothing that held. `protokoll`: SHA-256 of the protokoll's file.
 */
export interface RoundClosing {
  readonly how: 'close' | 'lock'
  readonly at: string
  readonly by: Actor
  readonly facts: ProtokollFacts | null
  readonly missing: readonly string[]
  readonly protokoll: string
}

/** A round of medbestemmelse on one version. Its id in the table is `behovsmelding/number`. `deadline`: the one that holds; `deadlineMoves` as in RoundView. `closing` null: it is open. */
export interface RoundRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly number: number
  readonly version: number
  readonly hash: string
  readonly epoch: number
  readonly deadline: string
  readonly deadlineMoves?: readonly DeadlineMove[]
  readonly note: string
  readonly openedAt: string
  readonly openedBy: Actor
  readonly closing: RoundClosing | null
}

/**
 * A stance as given: never changed, only withdrawn. `statementHash`: SHA-256 of the statement's canonical JSON, null when
 * there is none. `seal`: SHA-256 over all that was said, by whom and when ({@link sealedPart}); the audit log carries it.
 */
export interface StanceRecord extends NewStance {
  readonly id: string
  readonly behovsmelding: string
  readonly round: number
  readonly version: number
  readonly by: Actor
  readonly at: string
  readonly statementHash: string | null
  readonly seal: string
  readonly withdrawnAt?: string
}

/** What somebody is about to say, for them alone. One a person; its id in the table is `behovsmelding/person`. It outlives the round it was begun in. */
export interface DraftRecord extends StanceDraft {
  readonly id: string
  readonly behovsmelding: string
  readonly personId: string
  readonly round: number
  readonly at: string
}

/** The newest version a person has read. Its id in the table is `behovsmelding/person`. */
export interface ReadingRecord {
  readonly id: string
  readonly behovsmelding: string
  readonly personId: string
  readonly version: number
  readonly at: string
}

/** The id of a round in its table. */
export function roundId (behovsmelding: string, number: number): string {
  return `${behovsmelding}/${number}`
}

/** The id of what a person has in a behovsmelding for themself: their draft, what they have read. */
export function ownId (behovsmelding: string, personId: string): string {
  return `${behovsmelding}/${personId}`
}

/** The round that is open; null: none is. */
export function openRound (rounds: readonly RoundRecord[]): RoundRecord | null {
  return rounds.find(round => round.closing === null) ?? null
}

/** The stances of a round that hold, one a person at most. */
export function holdingIn (stances: readonly StanceRecord[], round: number): readonly StanceRecord[] {
  return stances.filter(stance => stance.round === round && stance.withdrawnAt === undefined)
}

/** The tillitsvalgte who have said nothing in a round that holds, by id. */
export function missingIn ({ members, stances }: { readonly members: readonly MembershipRecord[], readonly stances: readonly StanceRecord[] }, round: number): readonly string[] {
  const heard = new Set(holdingIn(stances, round).map(stance => stance.by.personId))
  return members.filter(member => member.role === 'tillitsvalgt' && !heard.has(member.personId)).map(member => member.personId)
}

/** What of a stance is sealed: everything but its later withdrawal. The random id keeps a seal from being guessed back. */
export function sealedPart (stance: Omit<StanceRecord, 'seal'>): object {
  const { id, behovsmelding, round, version, hash, stance: said, union, basis, statement, statementHash, by, at } = stance
  return { id, behovsmelding, round, version, hash, stance: said, union, basis, statement, statementHash, by, at }
}
