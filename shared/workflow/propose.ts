import { refused, taken, type Result } from '../base/index.ts'
import { mostChanges } from '../proposal/change.ts'
import { doneEntry } from './audit.ts'
import type { ProposalEffects } from './effects.ts'
import type { ProposeCommand, SettleProposalCommand } from './proposal-command.ts'
import { isOpenProposal, mostOpenProposals, mostProposals, type ProposalRecord, type Settlement } from './proposal-record.ts'
import { actorOf, allowedTo, isoTime, whyMayNot, type Situation } from './situation.ts'

/**
 * Sends in what was written too late. What the same person has sent in already is given as it stands, and nothing is done: an answer that
 * got lost on its way makes no second one. Refuses as `allowedTo`, `invalid` (of an epoch that is not yet, or without changes),
 * `too-large` (most: as many wait, or are kept, as there may be).
 */
export function planPropose (situation: Situation, command: ProposeCommand, now: number): Result<ProposalEffects> {
  const actor = allowedTo(situation, 'propose')
  if (!actor.ok) return actor
  const { person, behovsmelding } = actor.value
  const { id, file, epoch, count } = command
  if (count < 1 || count > mostChanges) return refused('invalid', { field: 'changes', most: mostChanges })
  if (epoch < 1 || epoch > behovsmelding.epoch) return refused('invalid', { field: 'epoch' })
  const sent = situation.proposals.find(each => each.id === id)
  if (sent !== undefined) return sent.by.personId === person.id ? taken({ proposal: sent, changes: [], audit: [] }) : refused('not-found')
  const open = situation.proposals.filter(each => each.by.personId === person.id && isOpenProposal(each)).length
  if (open >= mostOpenProposals) return refused('too-large', { most: mostOpenProposals })
  if (situation.proposals.length >= mostProposals) return refused('too-large', { most: mostProposals })
  const proposal: ProposalRecord = { id, behovsmelding: behovsmelding.id, by: actorOf(actor.value), at: isoTime(now), epoch, file, count, settled: [] }
  return taken({ proposal, changes: [{ table: 'proposals', put: proposal }], audit: [doneEntry(situation, 'propose', now, { proposal: id, changes: count })] })
}

const isPlace = (count: number) => (change: number): boolean => Number.isInteger(change) && change >= 0 && change < count

/**
 * Says what became of changes of a proposal: taken (only where one may write: it is in the text by then), declined, or open again. What
 * is said already is not said twice. Refuses as `allowedTo`, `not-found`, `invalid` (no such change), `changed-meanwhile` (another eier
 * said otherwise).
 */
export function planSettleProposal (situation: Situation, command: SettleProposalCommand, now: number): Result<ProposalEffects> {
  const actor = allowedTo(situation, 'settle-proposal')
  if (!actor.ok) return actor
  const { person, role, behovsmelding } = actor.value
  const proposal = situation.proposals.find(each => each.id === command.id)
  if (proposal === undefined) return refused('not-found')
  const { outcome } = command
  const cannotWrite = outcome === 'taken' ? whyMayNot(role, behovsmelding.state, 'write') : null
  if (cannotWrite !== null) return { ok: false, refusal: cannotWrite }
  const changes = [...new Set(command.changes)]
  if (changes.length === 0 || !changes.every(isPlace(proposal.count))) return refused('invalid', { field: 'changes' })
  const said = new Map(proposal.settled.map(each => [each.change, each.outcome]))
  if (outcome !== 'open' && changes.some(change => (said.get(change) ?? outcome) !== outcome)) return refused('changed-meanwhile')
  const fresh = changes.filter(change => (outcome === 'open') === said.has(change))
  if (fresh.length === 0) return taken({ proposal, changes: [], audit: [] })
  const rest = proposal.settled.filter(each => !fresh.includes(each.change))
  const by = { personId: person.id, name: person.name }
  const added = outcome === 'open' ? [] : fresh.map((change): Settlement => ({ change, outcome, at: isoTime(now), by }))
  const after = { ...proposal, settled: [...rest, ...added].toSorted((a, b) => a.change - b.change) }
  return taken({
    proposal: after,
    changes: [{ table: 'proposals', put: after }],
    audit: [doneEntry(situation, 'settle-proposal', now, { proposal: proposal.id, outcome, changes: fresh.length })],
  })
}
