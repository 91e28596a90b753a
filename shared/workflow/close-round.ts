import { bases, employers, parties, type Attendant, type ProtokollFacts } from '../api/medbestemmelse.ts'
import { refused, taken, type Result } from '../base/index.ts'
import { parseDate } from '../field/date.ts'
import { allBases } from '../protokoll/basis.ts'
import { doneEntry } from './audit.ts'
import { longest } from './command.ts'
import type { BehovsmeldingEffects, RoundEffects } from './effects.ts'
import { missingIn, openRound, type RoundClosing, type RoundRecord } from './round.ts'
import { longestInRound, mostAttendants, type CloseRoundCommand } from './round-command.ts'
import { actorOf, allowedTo, isoTime, participantIn, type Situation } from './situation.ts'
import { lineOf } from './text.ts'

/** The open round as closed by the one who asks; null: none is open, or nobody is there to close it. */
export function closingOfOpen (situation: Situation, how: Pick<RoundClosing, 'how' | 'facts' | 'protokoll'>, now: number): RoundRecord | null {
  const round = openRound(situation.rounds)
  const actor = participantIn(situation)
  if (round === null || !actor.ok) return null
  return { ...round, closing: { ...how, at: isoTime(now), by: actorOf(actor.value), missing: missingIn(situation, round.number) } }
}

/**
 * Closes the open round: back to utkast, with what the coordinator wrote down for the protokoll. Refuses as `allowedTo`;
 * `not-found` (no such round); `round-closed` (it is over); `invalid` naming the field of the facts; `too-large` (attendants).
 */
export function planCloseRound (situation: Situation, command: CloseRoundCommand, now: number): Result<RoundEffects & BehovsmeldingEffects> {
  const actor = allowedTo(situation, 'close-round')
  if (!actor.ok) return actor
  const named = situation.rounds.find(round => round.number === command.round)
  if (named === undefined) return refused('not-found')
  if (named.closing !== null) return refused('round-closed', { round: named.number })
  const facts = protokollFacts(command.facts)
  if (!facts.ok) return facts
  const round = closingOfOpen(situation, { how: 'close', facts: facts.value, protokoll: command.protokoll }, now)
  if (round === null) return refused('round-closed', { round: named.number })
  const behovsmelding = { ...actor.value.behovsmelding, state: 'utkast', changedAt: isoTime(now) } as const
  return taken({
    round, behovsmelding,
    changes: [{ table: 'rounds', put: round }, { table: 'behovsmeldinger', put: behovsmelding }],
    audit: [doneEntry(situation, 'close-round', now, { round: round.number, version: round.version, protokoll: command.protokoll })],
  })
}

/** What is written down for a protokoll, tidied. Refuses `invalid` naming the field, and `too-large` when too many took part. */
function protokollFacts (facts: ProtokollFacts): Result<ProtokollFacts> {
  if (!isLocalTime(facts.heldAt)) return refused('invalid', { field: 'heldAt' })
  if (facts.attendants.length > mostAttendants) return refused('too-large', { most: mostAttendants })
  for (const field of ['agreed', 'notAgreed'] as const) if (facts[field].length > longestInRound.agreed) return refused('invalid', { field, most: longestInRound.agreed })
  const place = lineOrNothing(facts.place, longestInRound.place)
  if (place === null) return refused('invalid', { field: 'place', most: longestInRound.place })
  const attendants: Attendant[] = []
  for (const [index, attendant] of facts.attendants.entries()) {
    const tidied = tidiedAttendant(attendant)
    if (tidied === null) return refused('invalid', { field: `attendants.${index}` })
    attendants.push(tidied)
  }
  const { heldAt, agreed, notAgreed } = facts
  const views = viewsOf(facts)
  if (!views.ok) return views
  return taken({ heldAt, place, attendants, ...basisOf(facts), ...views.value, agreed: textOf(agreed), notAgreed: textOf(notAgreed) })
}

// Per party when it was written down so; else as it was before there was a way to.
function basisOf (facts: ProtokollFacts): Pick<ProtokollFacts, 'bases' | 'basisOf'> {
  const given = facts.basisOf
  if (given === undefined) return { bases: [...new Set(facts.bases)].toSorted() }
  const each = parties.flatMap(party => { const its = given[party]; return its === undefined ? [] : [[party, bases.filter(basis => its.includes(basis))] as const] })
  const tidied = Object.fromEntries(each)
  return { bases: allBases(tidied), basisOf: tidied }
}

function viewsOf ({ views }: ProtokollFacts): Result<Pick<ProtokollFacts, 'views'>> {
  if (views === undefined) return taken({})
  const long = employers.find(party => (views[party] ?? '').length > longestInRound.view)
  if (long !== undefined) return refused('invalid', { field: `views.${long}`, most: longestInRound.view })
  const each = employers.map(party => [party, textOf(views[party] ?? '')] as const)
  return taken({ views: Object.fromEntries(each.filter(([, text]) => text !== '')) })
}

function tidiedAttendant (attendant: Attendant): Attendant | null {
  const name = lineOf(attendant.name, longest.name)
  const role = lineOrNothing(attendant.function, longestInRound.function)
  const union = lineOrNothing(attendant.union, longestInRound.union)
  return name === null || role === null || union === null ? null : { name, function: role, party: attendant.party, union }
}

const textOf = (text: string): string => text.toWellFormed().normalize('NFC').trim()

// A line that may be left empty; null when it is too long.
function lineOrNothing (text: string, most: number): string | null {
  return text.trim() === '' ? '' : lineOf(text, most)
}

// `2026-03-04T10:00`, a day that exists.
function isLocalTime (text: string): boolean {
  const [day = '', time = ''] = text.split('T')
  const read = parseDate(day)
  return read.ok && read.value === day && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) && text === `${day}T${time}`
}
