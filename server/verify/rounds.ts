import type { ProtokollBody } from '@samskriv/shared/protokoll'
import { canonicalBytes } from '@samskriv/shared/version'
import { roundId, sealedPart, versionId } from '@samskriv/shared/workflow'
import { hashOf } from '../protokoll/index.ts'
import type { ChainedAuditEntry, RoundRecord, StanceRecord, Store } from '../store/port/index.ts'

/**
 * What is wrong with a round: it is gone; the version it is about is gone or another one; it was not opened or closed, or its deadline moved, as
 * the audit log says; the protokoll's file is gone, damaged, or about something else; a stance in it is gone, changed, or withdrawn without a step.
 */
export type RoundFault = 'gone' | 'version' | 'opened' | 'deadline' | 'closed' | 'protokoll' | 'stance'

/** A round that is not as it was made. */
export interface RoundFinding { readonly behovsmelding: string, readonly round: number, readonly fault: RoundFault }

/** What proving rounds asks of a store. */
export type RoundStore = Pick<Store, 'table' | 'getFile'>

interface Given { readonly behovsmelding: string, readonly round: number }

/** What the audit log says of rounds: by id of the round the version it was opened on, the deadlines it had in turn and the protokoll it was closed with, and every stance by its seal. */
export interface RoundEvidence {
  /** An entry of the log that holds. */
  note (entry: ChainedAuditEntry): void
  readonly opened: ReadonlyMap<string, string>
  readonly deadlines: ReadonlyMap<string, readonly string[]>
  readonly closed: ReadonlyMap<string, string>
  readonly given: ReadonlyMap<string, Given>
  readonly withdrawn: ReadonlySet<string>
}

/** Gathers what an audit log says of rounds while it is followed. */
export function gatherRounds (): RoundEvidence {
  const opened = new Map<string, string>()
  const deadlines = new Map<string, readonly string[]>()
  const closed = new Map<string, string>()
  const given = new Map<string, Given>()
  const withdrawn = new Set<string>()
  return {
    opened, deadlines, closed, given, withdrawn,
    note ({ action, result, behovsmelding, facts = {} }) {
      const { round, hash, deadline, to, protokoll, seal, withdrew } = facts
      if (result !== 'done' || behovsmelding === null || typeof round !== 'number') return
      const id = roundId(behovsmelding, round)
      if (action === 'open-round') opened.set(id, String(hash))
      if (action === 'open-round') deadlines.set(id, [String(deadline)])
      if (action === 'move-deadline') deadlines.set(id, [...deadlines.get(id) ?? [], String(to)])
      if (action === 'close-round' || action === 'lock') closed.set(id, String(protokoll))
      if (action === 'give-stance') given.set(String(seal), { behovsmelding, round })
      if (withdrew !== undefined) withdrawn.add(String(withdrew))
    },
  }
}

/** Proves every round and every stance against what the log says of them. `isWhole`: the log was followed to its end; what it does not say counts only then. */
export async function verifyRounds (store: RoundStore, evidence: RoundEvidence, isWhole: boolean): Promise<readonly RoundFinding[]> {
  const rounds = [...store.table('rounds').values()]
  const stances = [...store.table('stances').values()]
  const findings: RoundFinding[] = []
  for (const round of rounds) {
    const fault = openingFault(store, round, evidence, isWhole) ?? deadlineFault(round, evidence, isWhole) ?? await closingFault(store, round, evidence, isWhole)
    if (fault !== null) findings.push({ behovsmelding: round.behovsmelding, round: round.number, fault })
  }
  const seals = new Set(stances.map(stance => stance.seal))
  const lost = [...evidence.given].filter(([seal]) => !seals.has(seal)).map(([, where]) => where)
  const wrong = stances.filter(stance => !isAsGiven(stance, evidence, isWhole))
  for (const { behovsmelding, round } of [...wrong, ...lost]) findings.push({ behovsmelding, round, fault: 'stance' })
  return [...findings, ...gone(store, evidence)]
}

function openingFault (store: RoundStore, round: RoundRecord, { opened }: RoundEvidence, isWhole: boolean): RoundFault | null {
  if (store.table('versions').get(versionId(round.behovsmelding, round.version))?.hash !== round.hash) return 'version'
  const logged = opened.get(round.id)
  return logged === round.hash || (logged === undefined && !isWhole) ? null : 'opened'
}

// Where the log is followed only so far, the round may have gone on.
function deadlineFault (round: RoundRecord, { deadlines }: RoundEvidence, isWhole: boolean): RoundFault | null {
  const moves = round.deadlineMoves ?? []
  const had = [...moves.map(move => move.from), round.deadline]
  const isOneAfterAnother = moves.every((move, index) => move.to === had[index + 1])
  const logged = deadlines.get(round.id) ?? []
  const isLogged = (!isWhole || logged.length === had.length) && logged.every((day, index) => day === had[index])
  return isOneAfterAnother && isLogged ? null : 'deadline'
}

async function closingFault (store: RoundStore, round: RoundRecord, { closed }: RoundEvidence, isWhole: boolean): Promise<RoundFault | null> {
  const logged = closed.get(round.id)
  if (round.closing === null) return logged === undefined ? null : 'closed'
  if (logged === undefined ? isWhole : logged !== round.closing.protokoll) return 'closed'
  const bytes = await store.getFile(round.closing.protokoll).catch(() => null)
  return bytes !== null && isAbout(bytes, round) ? null : 'protokoll'
}

function isAbout (bytes: Uint8Array, round: RoundRecord): boolean {
  try {
    const body: ProtokollBody = JSON.parse(new TextDecoder().decode(bytes))
    const { number, version, hash } = body.round
    return Buffer.compare(canonicalBytes(body), bytes) === 0 && body.behovsmelding === round.behovsmelding && number === round.number && version === round.version && hash === round.hash
  } catch {
    return false
  }
}

function isAsGiven (stance: StanceRecord, { given, withdrawn }: RoundEvidence, isWhole: boolean): boolean {
  const statementHash = stance.statement === null ? null : hashOf(stance.statement)
  if (statementHash !== stance.statementHash || hashOf(sealedPart(stance)) !== stance.seal) return false
  if (stance.withdrawnAt === undefined && withdrawn.has(stance.seal)) return false
  return !isWhole || (given.has(stance.seal) && (stance.withdrawnAt === undefined || withdrawn.has(stance.seal)))
}

function gone (store: RoundStore, { opened }: RoundEvidence): readonly RoundFinding[] {
  const missing = [...opened.keys()].filter(id => !store.table('rounds').has(id))
  return missing.map(id => ({ behovsmelding: id.slice(0, id.lastIndexOf('/')), round: Number(id.slice(id.lastIndexOf('/') + 1)), fault: 'gone' }))
}
