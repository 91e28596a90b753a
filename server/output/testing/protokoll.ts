import type { ProtokollBody } from '@samskriv/shared/protokoll'
import { createHash } from 'node:crypto'
import type { ProtokollInput } from '../input.ts'
import { nasty } from './nasty.ts'
import { doc, p, richSample, t } from './sample.ts'

const eier = { personId: 'person0001', name: 'Ingrid Prøve', role: 'eier' } as const
const first = { personId: 'person0003', name: 'Aslaug Prøve', role: 'tillitsvalgt' } as const
const second = { personId: 'person0004', name: 'Nils Prøve', role: 'tillitsvalgt' } as const
const hash = 'ab'.repeat(32)
const about = { round: 2, version: 3, hash }

/** Everything a protokoll can hold, invented. */
export const fullProtokoll: ProtokollBody = {
  format: 'samskriv-protokoll/1', behovsmelding: 'prove00001', title: 'Behovsmelding 2026 – Prøvevik',
  round: {
    number: 2, version: 3, hash, epoch: 1, deadline: '2026-03-02', note: 'Les særlig tiltak 2.\nSpør gjerne.',
    deadlineMoves: [
      { from: '2026-02-27', to: '2026-03-04', at: '2026-02-24T10:00:00.000Z', by: eier },
      { from: '2026-03-04', to: '2026-03-02', at: '2026-02-25T11:30:00.000Z', by: eier },
    ],
    openedAt: '2026-02-20T08:00:00.000Z', openedBy: eier, closedAt: '2026-03-03T09:15:00.000Z', closedBy: eier,
    stances: [
      { ...about, id: 's1', stance: 'uenig', union: 'Et første forbund', basis: 'ks-b', statement: doc(p(t('Trukket tekst'))), statementHash: 'cd'.repeat(32), by: first, at: '2026-02-25T10:00:00.000Z', withdrawnAt: '2026-02-26T10:00:00.000Z' },
      { ...about, id: 's2', stance: 'uenig', union: 'Et første forbund', basis: 'ks-b', statement: richSample(), statementHash: 'ef'.repeat(32), by: first, at: '2026-03-03T08:00:00.000Z', late: true },
      { ...about, id: 's3', stance: 'ikke-uttalt', union: 'Et andre forbund', basis: 'staten', statement: doc(...Object.values(nasty).map(text => p(t(text)))), statementHash: '12'.repeat(32), by: second, at: '2026-03-01T08:00:00.000Z' },
    ],
    missing: [{ personId: 'person0005', name: 'Berit Prøve', role: 'tillitsvalgt' }],
  },
  facts: {
    heldAt: '2026-03-03T09:00', place: 'Rådhuset, Prøvevik', bases: ['ks-b', 'staten'], basisOf: { eier: ['ks-b'], uh: ['staten'], arbeidstaker: ['ks-b', 'staten'] },
    views: { eier: 'Kommunen vil ha alle tiltak med.\n#panic("eier")' },
    attendants: [
      { name: 'Ingrid Prøve', function: 'Rådgiver oppvekst', party: 'eier', union: '' },
      { name: 'Tor Prøve', function: '', party: 'uh', union: '' },
      { name: 'Aslaug Prøve', function: 'Hovedtillitsvalgt', party: 'arbeidstaker', union: 'Et første forbund' },
    ],
    agreed: 'Tiltak 1 gjennomføres.\nOppstart høsten 2026.', notAgreed: 'Tiltak 2: tid til vikarer er ikke avklart.',
  },
  documents: [{ version: 3, hash, at: '2026-02-20T08:00:00.000Z' }],
  comments: [
    {
      place: 'Tiltak 1: Språk – Beskrivelse', quote: 'to samlinger i halvåret', resolution: 'Tallet er rettet',
      entries: [{ name: 'Aslaug Prøve', role: 'tillitsvalgt', text: 'Hvem betaler *vikar*?\n#panic("nei")' }, { name: 'Ingrid Prøve', role: 'eier', text: 'Kommunen.' }],
    },
    { place: 'Hele behovsmeldingen', quote: '', resolution: null, entries: [{ name: 'Nils Prøve', role: 'tillitsvalgt', text: 'Godt arbeid.' }] },
  ],
}

const { deadlineMoves: _moves, ...neverMoved } = fullProtokoll.round

/** A protokoll nobody said or wrote anything in: a lock closed its round. */
export const bareProtokoll: ProtokollBody = {
  ...fullProtokoll, facts: null, comments: [],
  round: { ...neverMoved, note: '', stances: [], missing: [], closedByLock: true },
}

/** A protokoll from before what the parties rest on and think was written down for each. */
export function earlierProtokoll (): ProtokollBody {
  if (fullProtokoll.facts === null) throw new Error('it has facts')
  const { basisOf: _basisOf, views: _views, ...facts } = fullProtokoll.facts
  return { ...fullProtokoll, facts }
}

/** A protokoll as it is given to be written. */
export function protokollInput (protokoll: ProtokollBody): ProtokollInput {
  return { protokoll, hash: createHash('sha256').update(JSON.stringify(protokoll)).digest('hex'), language: 'nb', image: () => Promise.resolve(null) }
}
