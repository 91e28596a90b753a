import type { Role } from '@samskriv/shared/access'
import type { Actor, MedbestemmelseView, RoundView, StanceView } from '@samskriv/shared/api'

/** Whether a stance still holds: it has not been withdrawn. */
export const holds = (stance: StanceView): boolean => stance.withdrawnAt === undefined

/** The round that is open; null: none is. */
export function openRoundIn (view: MedbestemmelseView): RoundView | null {
  return view.rounds.find(round => round.number === view.open) ?? null
}

/** The round people mean when they do not say which: the open one, else the last. Null: there was none. */
export function currentRound (view: MedbestemmelseView): RoundView | null {
  return openRoundIn(view) ?? view.rounds.at(-1) ?? null
}

/** What a person says in a round, as it stands; null: nothing that holds. */
export function stanceIn (round: RoundView, personId: string): StanceView | null {
  return round.stances.find(stance => stance.by.personId === personId && holds(stance)) ?? null
}

/** The last a person said, in whatever round, withdrawn or not: what to begin from when they say something anew. */
export function lastSaid (view: MedbestemmelseView, personId: string): StanceView | null {
  return view.rounds.flatMap(round => round.stances).findLast(stance => stance.by.personId === personId) ?? null
}

/** What a person last said, and still holds, of an older version than this round's. */
export function saidEarlier (view: MedbestemmelseView, round: RoundView, personId: string): StanceView | null {
  return view.rounds.filter(one => one.number < round.number).flatMap(one => one.stances)
    .findLast(stance => stance.by.personId === personId && holds(stance)) ?? null
}

/** Somebody asked in a round: what they have said in it (latest first; withdrawn ones stay), and what earlier. */
export interface Asked {
  readonly who: Actor
  readonly said: readonly StanceView[]
  readonly earlier: StanceView | null
}

/** Everybody a round is about: who has said something in it, then who is missing; each once. */
export function askedIn (view: MedbestemmelseView, round: RoundView): readonly Asked[] {
  const people = new Map<string, Actor>()
  for (const { by } of round.stances) if (!people.has(by.personId)) people.set(by.personId, by)
  for (const who of round.missing) if (!people.has(who.personId)) people.set(who.personId, who)
  return [...people.values()].map(who => ({
    who,
    said: round.stances.filter(stance => stance.by.personId === who.personId).toReversed(),
    earlier: saidEarlier(view, round, who.personId),
  }))
}

/** How a round stands for the one who looks: what is asked of them. Null: nothing to be told of. */
export type RoundAsks = 'read' | 'say' | 'said' | 'follow'

/**
 * What an open round asks of somebody: a tillitsvalgt to `read` its version, then to `say` what they think of it, until they have `said` it;
 * the others `follow`.
 */
export function asksOf (view: MedbestemmelseView, role: Role, personId: string): RoundAsks | null {
  const round = openRoundIn(view)
  if (round === null) return null
  if (role !== 'tillitsvalgt') return 'follow'
  if (stanceIn(round, personId) !== null) return 'said'
  return (view.lastSeen ?? 0) < round.version ? 'read' : 'say'
}

/** The version to compare a round's with: the one the person read before it, else that of the round before. Null: it is the first. */
export function baselineFor (view: MedbestemmelseView, round: RoundView): number | null {
  const before = view.rounds.filter(one => one.number < round.number).at(-1)?.version ?? null
  const seen = view.lastSeen
  return seen !== null && seen < round.version ? seen : before
}

/** The open round, when its deadline has been moved since one last looked; null: it stands as it did, or the round is another. */
export function movedBetween (before: MedbestemmelseView, after: MedbestemmelseView): RoundView | null {
  const [was, is] = [openRoundIn(before), openRoundIn(after)]
  return was !== null && is !== null && was.number === is.number && was.deadline !== is.deadline ? is : null
}

/** The stances somebody looking for the first time has not been told of: of others, given or withdrawn since. */
export function newsBetween (before: MedbestemmelseView, after: MedbestemmelseView, myId: string): readonly StanceView[] {
  const known = new Map(before.rounds.flatMap(round => round.stances).map(stance => [stance.id, stance.withdrawnAt]))
  return after.rounds.flatMap(round => round.stances)
    .filter(stance => stance.by.personId !== myId && (!known.has(stance.id) || known.get(stance.id) !== stance.withdrawnAt))
}
