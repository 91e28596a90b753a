import type { BehovsmeldingView, Me, MedbestemmelseView, RoundView } from '../api/index.ts'
import type { Command, DeliverCommand, FindingCounts } from './command.ts'
import { nextDelivery } from './deliver.ts'
import { roundVersion } from './lock.ts'
import { nextVersion } from './make-version.ts'
import { deliveryId, membershipId, versionId } from './record.ts'
import { ownId, roundId, type RoundRecord, type StanceRecord } from './round.ts'
import { emptySituation, isoTime, type Situation } from './situation.ts'

/**
 * The situation as the page knows it from what the server told it; without `medbestemmelse`, as if no round had been. Good for
 * asking whether one could, not for doing: the server judges again on its own records.
 */
export function situationOf (view: BehovsmeldingView, me: Me, medbestemmelse?: MedbestemmelseView): Situation {
  const { person } = me
  return {
    person: person === null ? null : { ...person, createdAt: '' },
    behovsmelding: {
      id: view.id, title: view.title, template: view.template, state: view.state, epoch: view.epoch,
      createdBy: '', createdAt: view.createdAt, changedAt: view.changedAt, ...(view.origin === undefined ? {} : { origin: view.origin }),
    },
    members: view.members.map(member => ({
      id: membershipId(view.id, member.person.id), behovsmelding: view.id, personId: member.person.id, role: member.role, since: member.since, color: member.color,
    })),
    links: view.invitations.map(({ id, role, note, expiresAt }) => ({
      id: '', handle: id, purpose: 'member' as const, behovsmelding: view.id, role, note, createdBy: null, createdAt: '', expiresAt,
    })),
    versions: view.versions.map(version => ({ ...version, id: versionId(view.id, version.number) })),
    deliveries: view.deliveries.map(delivery => ({ ...delivery, id: deliveryId(view.id, delivery.number) })),
    ...roundsOf(view.id, me, medbestemmelse),
    proposals: [],
  }
}

function roundsOf (id: string, me: Me, medbestemmelse: MedbestemmelseView | undefined): Pick<Situation, 'rounds' | 'stances' | 'readings'> {
  const personId = me.person?.id ?? ''
  const { rounds = [], lastSeen = null } = medbestemmelse ?? {}
  return {
    rounds: rounds.map(round => roundOf(id, round)),
    stances: rounds.flatMap(round => round.stances.map((stance): StanceRecord => ({ ...stance, behovsmelding: id, statementHash: stance.statementHash ?? null, seal: '' }))),
    readings: lastSeen === null ? [] : [{ id: ownId(id, personId), behovsmelding: id, personId, version: lastSeen, at: '' }],
  }
}

function roundOf (behovsmelding: string, view: RoundView): RoundRecord {
  const { number, version, hash, epoch, deadline, deadlineMoves = [], note, openedAt, openedBy, closedAt, closedBy, protokoll: facts } = view
  const round = { id: roundId(behovsmelding, number), behovsmelding, number, version, hash, epoch, deadline, deadlineMoves, note, openedAt, openedBy }
  const isOpen = closedAt === undefined || closedBy === undefined
  return { ...round, closing: isOpen ? null : { how: view.closedByLock === true ? 'lock' : 'close', at: closedAt, by: closedBy, facts, missing: [], protokoll: '' } }
}

/** The situation of somebody outside any behovsmelding, as the page knows it: may they start one, or invite somebody who may? */
export function situationOutside (me: Me): Situation {
  return { ...emptySituation, person: me.person === null ? null : { ...me.person, createdAt: '' } }
}

const anyLink = { id: '', handle: '' }
const noPackage = { at: '', hash: '', bytes: 0, files: [], renderings: [], key: '' }

// A day that is not over anywhere: the day by UTC is over in Norway an hour or two before midnight UTC.
const someDayAhead = (now: number): string => isoTime(now + 24 * 3_600_000).slice(0, 10)

/** Commands to ask with: as they would be if the person filled in what is missing. */
export const asking = {
  start: { kind: 'start', id: '', title: '-', template: { id: '', version: 0 } },
  invite: { kind: 'invite', role: 'leser', note: '', link: anyLink },
  inviteStarter: { kind: 'invite-starter', note: '', link: anyLink },
  reopen: { kind: 'reopen', reason: '-' },
  nameVersion: (situation: Situation): Command => ({ kind: 'name-version', name: '-', next: { ...nextVersion(situation.versions), hash: '' } }),
  restore: (situation: Situation, version: number): Command => ({ kind: 'restore', version, same: null, next: { ...nextVersion(situation.versions), hash: '' } }),
  removeMember: (personId: string): Command => ({ kind: 'remove-member', personId }),
  /** Without a reason: `reason-needed` tells the page to ask for one. `differs`: the text is another than the one medbestemmelse saw last; `suggestions`: how many are undecided. */
  lock: (situation: Situation, findings: FindingCounts, { reason, differs = false, suggestions = 0 }: { readonly reason?: string | undefined, readonly differs?: boolean, readonly suggestions?: number } = {}): Command => {
    const round = roundVersion(situation.versions)
    const seen = round === null ? null : { version: round.number, differs }
    return { kind: 'lock', findings, seen, next: { ...nextVersion(situation.versions), hash: '', suggestions }, ...(reason === undefined ? {} : { reason }) }
  },
  deliver: (situation: Situation, facts: Omit<DeliverCommand, 'kind' | 'sealed'>): Command =>
    ({ kind: 'deliver', ...facts, sealed: { number: nextDelivery(situation.deliveries), package: noPackage } }),
  openRound: (situation: Situation, now: number): Command =>
    ({ kind: 'open-round', deadline: someDayAhead(now), note: '', next: { ...nextVersion(situation.versions), hash: '' } }),
  moveDeadline: (round: number, now: number): Command => ({ kind: 'move-deadline', round, deadline: someDayAhead(now) }),
  closeRound: (round: number): Command =>
    ({ kind: 'close-round', round, protokoll: '', facts: { heldAt: '2000-01-01T00:00', place: '', attendants: [], bases: [], agreed: '', notAgreed: '' } }),
  /** `hash`: of the version the person has in front of them. */
  giveStance: (round: number, hash: string): Command =>
    ({ kind: 'give-stance', round, hash, id: '', stance: 'ikke-uttalt', union: '-', basis: 'ks-b', statement: null, statementHash: null, seal: '' }),
  withdrawStance: (round: number): Command => ({ kind: 'withdraw-stance', round }),
} as const
