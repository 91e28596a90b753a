import { fill, type Values } from '@samskriv/shared/document'
import { richTextFrom } from '@samskriv/shared/rich-text'
import { templateById, templateOf } from '@samskriv/shared/template'
import { sampleValues } from '@samskriv/shared/testing'
import type { Result } from '@samskriv/shared/base'
import * as Y from 'yjs'
import type { FrozenParts } from '../frozen/index.ts'
import { contentRoom, seedEntry } from '../live/index.ts'
import { giveStance, openRound } from '../medbestemmelse/index.ts'
import type { Store } from '../store/port/index.ts'
import { createWorkflow } from '../workflow/index.ts'
import { cast, membersOf, type DemoPerson } from './cast.ts'

/** A behovsmelding in medbestemmelse: one tillitsvalgt has spoken, another has not, and the text has gone on since. Invented from end to end. */
export const inMedbestemmelse = 'demo2025nordvik'

const second: DemoPerson = { role: 'tillitsvalgt', id: 'demotillit2', name: 'Mikkel Rasmussen Holm' }
const dayMs = 24 * 3600 * 1000

const { droftet: _droftet, deltakere: _deltakere, ...undiscussed } = sampleValues
const before: Values = undiscussed
const since: Values = { ...undiscussed, antallTiltak: 5, summer: { regional: { eier: 260_000, uh: 310_000 }, kompetanseloftet: { eier: 340_000, uh: 270_000 } } }

const statement = richTextFrom('Tiltakene er gode, men ingen av dem sier hvor vikarene skal komme fra.\n' +
  'Vi ber om at hvert tiltak får en linje om frikjøp, og at den tas med i summene.')

function contentOf (values: Values): Uint8Array {
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form nordland-2024 comes with the product')
  const document = new Y.Doc()
  fill(template, document, values)
  return Y.encodeStateAsUpdate(document)
}

function done<T> (result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo's round was refused: ${result.refusal.code}`)
  return result.value
}

// Takes the steps people would have taken, some days ago: the log and every hash are as they would be.
function partsAt (store: Store, now: number): FrozenParts {
  const workflow = createWorkflow({ store, now: () => now, rightsChanged: () => undefined, told: () => undefined, auditFailed: cause => { throw cause } })
  const update = contentOf(before)
  return {
    workflow,
    template: templateOf,
    findings: () => ({ errors: 0, warnings: 0 }),
    live: { hold: (_id, _epoch, work) => work({ update }), read: async () => ({ update }), room: contentRoom, seedEntry: (room, entry) => seedEntry(room, entry, 'demoeier') },
  }
}

/** Puts it into a data folder that has the cast's people, unless it is there. */
export async function putRound (store: Store, now: number): Promise<void> {
  if (store.table('behovsmeldinger').has(inMedbestemmelse)) return
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form nordland-2024 comes with the product')
  const at = new Date(now - 4 * dayMs).toISOString()
  const about = { behovsmelding: inMedbestemmelse, personId: 'demoeier' }
  await store.commit({
    changes: [
      { table: 'people', put: { id: second.id, name: second.name, language: 'nb', admin: false, mayStart: false, createdAt: at } },
      { table: 'behovsmeldinger', put: {
        id: inMedbestemmelse, title: 'Behovsmelding 2025 – Nordvik og Fjellstad', template: { id: template.id, version: template.version },
        state: 'utkast', epoch: 1, createdBy: 'demoeier', createdAt: at, changedAt: at,
      } },
      ...membersOf(inMedbestemmelse, [...cast, second], at),
    ],
    // What stands there now: the text has gone on since the round was opened.
    journal: [seedEntry(contentRoom(inMedbestemmelse, 1), contentOf(since), 'demoeier')],
    audit: [{ at, personId: 'demoeier', role: 'eier', behovsmelding: inMedbestemmelse, action: 'start', result: 'done', facts: { template: template.id } }],
  })
  const deadline = new Date(now + 10 * dayMs).toISOString().slice(0, 10)
  const round = done(await openRound(partsAt(store, now - 2 * dayMs), { ...about, deadline, note: 'Se særlig på tiltakene og på summene.' }))
  const { workflow } = partsAt(store, now - dayMs)
  done(await giveStance(workflow, { behovsmelding: inMedbestemmelse, personId: second.id, round: round.number }, {
    hash: round.hash, stance: 'uenig', union: 'Fagforbundet', basis: 'ks-b', statement,
  }))
}
