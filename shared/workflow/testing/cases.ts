import type { Action, Role, State } from '../../access/index.ts'
import type { Refusal } from '../../base/index.ts'
import type { Command, DeliveryRecord, LinkRecord, PersonRecord, ProposalRecord, RoundRecord, Situation, StanceRecord, VersionRecord, WorkflowTables } from '../index.ts'
import { mostDeadlineMoves } from '../round-command.ts'
import cases from './cases.json' with { type: 'json' }

/** The moment all cases happen at. */
export const caseTime = Date.UTC(2026, 0, 15, 12)

const iso = (time: number): string => new Date(time).toISOString()
const day = 24 * 3600 * 1000

/** One case of a plan: who asks for what, in which situation, and what comes of it. */
export interface PlanCase {
  readonly says: string
  readonly situation: Situation
  readonly command: Command
  readonly refusal: Refusal | null
  /** The tables it changes, in order. */
  readonly changes: readonly (keyof WorkflowTables)[]
  readonly becomes: { readonly state: State, readonly epoch: number } | null
  /** Whether it leaves an entry in the audit log: all that changes something does, but what is somebody's own. */
  readonly audited: boolean
}

/** Which actions each role may do in each state. */
export const rightsCases = cases.rights as Readonly<Record<State, Readonly<Record<Role, readonly Action[]>>>>

type Row = (typeof cases.plans)[number]

function person (id: string, row: Row): PersonRecord {
  const flags = { admin: 'admin' in row && row.admin === true, mayStart: 'mayStart' in row && row.mayStart === true }
  return { id, name: id, language: 'nb', createdAt: iso(caseTime - day), ...flags }
}

const link = (handle: string, rest: Partial<LinkRecord>): LinkRecord => ({
  id: `hash-${handle}`, handle, purpose: 'member', behovsmelding: 'b', role: 'leser', note: '', createdBy: 'eier',
  createdAt: iso(caseTime - day), expiresAt: iso(caseTime + day), ...rest,
})

const links: readonly LinkRecord[] = [
  link('open', {}),
  link('used', { usedAt: iso(caseTime - 1), usedBy: 'uh' }),
  link('expired', { expiresAt: iso(caseTime) }),
  link('revoked', { revokedAt: iso(caseTime - 1) }),
]

const by = { personId: 'eier', name: 'eier', role: 'eier' } as const

function versionOf (kind: VersionRecord['kind'], number: number): VersionRecord {
  return { id: `b/${number}`, behovsmelding: 'b', number, hash: `v${number}`, previous: number === 1 ? null : `v${number - 1}`, kind, epoch: 1, at: iso(caseTime - day), by }
}

const firstDelivery: DeliveryRecord = {
  id: 'b/1', behovsmelding: 'b', number: 1, version: 1, versionHash: 'v1', on: '2026-01-14', to: 'Statsforvalteren', reference: '', language: 'nb', by,
  package: { at: iso(caseTime - day), hash: 'p0', bytes: 1, files: [], renderings: [], key: 'k' },
}

// `versions`: one, locked. `kinds`: one of each, in that order.
function versionsFor (row: Row): readonly VersionRecord[] {
  if ('kinds' in row && row.kinds !== undefined) return row.kinds.map((kind, index) => versionOf(kind as VersionRecord['kind'], index + 1))
  return 'versions' in row ? [versionOf('lock', 1)] : []
}

// Rounds on version 1. `round` in a row: one that is open (its deadline over, moved once, or as often as may be), one that is closed, or a closed one and a second that is open.
const round: RoundRecord = {
  id: 'b/1', behovsmelding: 'b', number: 1, version: 1, hash: 'v1', epoch: 1, deadline: '2026-01-20', note: '',
  openedAt: iso(caseTime - day), openedBy: by, closing: null,
}
const closed: RoundRecord = {
  ...round, closing: { how: 'close', at: iso(caseTime - 1), by, facts: null, missing: [], protokoll: 'p1' },
}
const move = { from: '2026-01-20', to: '2026-01-27', at: iso(caseTime - 1), by }
const movedRound: RoundRecord = { ...round, deadline: move.to, deadlineMoves: [move] }
const roundsBy: Readonly<Record<string, readonly RoundRecord[]>> = {
  open: [round],
  overdue: [{ ...round, deadline: '2026-01-14' }],
  moved: [movedRound],
  restless: [{ ...movedRound, deadlineMoves: Array.from({ length: mostDeadlineMoves }, () => move) }],
  closed: [closed],
  second: [closed, { ...round, id: 'b/2', number: 2 }],
}
const stance: StanceRecord = {
  id: 's1', behovsmelding: 'b', round: 1, version: 1, hash: 'v1', stance: 'enig', union: 'Et forbund', basis: 'ks-b', statement: null, statementHash: null,
  seal: 'seal1', by: { personId: 'tillitsvalgt', name: 'tillitsvalgt', role: 'tillitsvalgt' }, at: iso(caseTime - 1),
}

function medbestemmelseFor (row: Row): Pick<Situation, 'rounds' | 'stances' | 'readings'> {
  return {
    rounds: 'round' in row ? roundsBy[row.round ?? ''] ?? [] : [],
    stances: 'stance' in row ? [stance] : [],
    readings: 'read' in row ? [{ id: 'b/leser', behovsmelding: 'b', personId: 'leser', version: 1, at: iso(caseTime - 1) }] : [],
  }
}

// Of four changes the second was declined.
const proposal: ProposalRecord = {
  id: 'forslag1', behovsmelding: 'b', by: { personId: 'uh', name: 'uh', role: 'uh' }, at: iso(caseTime - day), epoch: 1, file: 'f1', count: 4,
  settled: [{ change: 1, outcome: 'declined', at: iso(caseTime - 1), by: { personId: 'eier', name: 'eier' } }],
}

function situationFor (row: Row): Situation {
  const roles: readonly Role[] = ['eier', 'uh', 'tillitsvalgt', 'leser']
  const members = roles.map(role => ({ id: `b/${role}`, behovsmelding: 'b', personId: role, role, since: iso(caseTime - day) }))
  const second = { id: 'b/annen', behovsmelding: 'b', personId: 'annen', role: 'eier', since: iso(caseTime - day) } as const
  const state = row.state as State
  return {
    person: row.as === 'nobody' ? null : person(row.as ?? 'utenfor', row),
    behovsmelding: {
      id: 'b', title: 'Nordvik', template: { id: 't', version: 1 }, state, epoch: 1,
      createdBy: 'eier', createdAt: iso(caseTime - day), changedAt: iso(caseTime - day),
    },
    members: 'secondEier' in row ? [...members, second] : members,
    links,
    versions: versionsFor(row),
    deliveries: 'delivered' in row ? [firstDelivery] : [],
    ...medbestemmelseFor(row),
    proposals: [proposal],
  }
}

// In the data a link is named by its handle.
function commandOf (row: Row): Command {
  const { command } = row
  const named = command.kind === 'use-link' ? { ...command, link: links.find(each => each.handle === command.link) ?? null } : command
  return named as Command
}

/** Every case of a plan, for the server's tests and for the page's. */
export const planCases: readonly PlanCase[] = cases.plans.map(row => ({
  says: row.says,
  situation: situationFor(row),
  command: commandOf(row),
  refusal: ('refusal' in row ? row.refusal ?? null : null) as Refusal | null,
  changes: ('changes' in row ? row.changes ?? [] : []) as PlanCase['changes'],
  becomes: ('becomes' in row ? row.becomes ?? null : null) as PlanCase['becomes'],
  audited: 'changes' in row && row.changes !== undefined && row.changes.length > 0 && !('unaudited' in row),
}))
