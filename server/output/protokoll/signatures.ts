import { messages } from '@samskriv/shared/i18n'
import type { Block, Cell, Row } from '../outline/block.ts'
import { heading, tableOf, type Writing } from './writing.ts'

// Room to write in by hand.
const room: Cell = { kind: 'text', text: '\n\n' }

/** A line to sign on for each party: eier, university, and each union that spoke or was there. */
export function signatureBlocks ({ protokoll: { facts, round }, words, language }: Writing): readonly Block[] {
  const names = messages[language].party
  const attendants = facts?.attendants ?? []
  const spoke = round.stances.filter(stance => stance.withdrawnAt === undefined).map(stance => stance.union)
  const there = attendants.filter(attendant => attendant.party === 'arbeidstaker' && attendant.union !== '').map(attendant => attendant.union)
  const unions = [...new Set([...spoke, ...there])]
  const employers = (['eier', 'uh'] as const).filter(party => party === 'eier' || attendants.some(attendant => attendant.party === party))
  const parties = [...employers.map(party => names[party]), ...(unions.length === 0 ? [names.arbeidstaker] : unions)]
  const rows = parties.map((party): Row => ({ heading: null, cells: [{ kind: 'text', text: party }, room, room], sum: false }))
  // A page of its own: the lines stay together.
  return [heading(words.signatures, true), tableOf([words.signedBy, words.placeAndDay, words.signature], rows)]
}
