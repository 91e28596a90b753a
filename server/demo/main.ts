import { fill } from '@samskriv/shared/document'
import { livePath } from '@samskriv/shared/protocol'
import { templateById } from '@samskriv/shared/template'
import { sampleValues } from '@samskriv/shared/testing'
import { resolve } from 'node:path'
import * as Y from 'yjs'
import { baseUrlOf, readConfig, type Config } from '../config.ts'
import { contentRoom, seedEntry } from '../live/index.ts'
import { signInLink } from '../people/index.ts'
import { openEmbeddedStore } from '../store/embedded/index.ts'
import { StorageError, type Change, type PersonRecord, type Store } from '../store/port/index.ts'
import { cast, membersOf } from './cast.ts'
import { inMedbestemmelse, putRound } from './round.ts'

/** The partnership in progress that the demo shows. Invented from end to end. */
const behovsmelding = 'demo2024nordvik'

type DemoRole = (typeof cast)[number]['role']

/** What scripts get: `npm run demo -- --json`. A sign-in link is for one use; open it in a browser, or POST to it to get a 303 with the session's cookie. */
interface Demo {
  readonly baseUrl: string
  readonly documentId: string
  readonly websocketPath: string
  readonly links: Readonly<Record<DemoRole, string>>
  /** Another behovsmelding, with the same people: in an open round of medbestemmelse. */
  readonly medbestemmelse: { readonly documentId: string }
}

async function put (store: Store, now: number): Promise<void> {
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form nordland-2024 comes with the product')
  const document = new Y.Doc()
  fill(template, document, sampleValues)
  const at = new Date(now).toISOString()
  const people: Change[] = cast.map(({ id, name, role }) => {
    const person: PersonRecord = { id, name, language: 'nb', admin: false, mayStart: role === 'eier', createdAt: at }
    return { table: 'people', put: person }
  })
  await store.commit({
    changes: [...people, {
      table: 'behovsmeldinger',
      put: {
        id: behovsmelding, title: 'Behovsmelding 2024 – Nordvik og Fjellstad', template: { id: template.id, version: template.version },
        state: 'utkast', epoch: 1, createdBy: 'demoeier', createdAt: at, changedAt: at,
      },
    }, ...membersOf(behovsmelding, cast, at)],
    journal: [seedEntry(contentRoom(behovsmelding, 1), Y.encodeStateAsUpdate(document), 'demoeier')],
    audit: [{ at, personId: 'demoeier', role: 'eier', behovsmelding, action: 'start', result: 'done' }],
  })
}

async function links (store: Store, now: number, baseUrl: string): Promise<Record<DemoRole, string>> {
  const made = cast.map(({ role, id }) => ({ role, ...signInLink(id, now, baseUrl, behovsmelding) }))
  await store.commit({ changes: made.map(({ record }) => ({ table: 'links', put: record })) })
  const link = (role: DemoRole): string => made.find(each => each.role === role)?.link ?? ''
  return { eier: link('eier'), uh: link('uh'), tillitsvalgt: link('tillitsvalgt'), leser: link('leser') }
}

const tell = (message: string): void => { process.stderr.write(`${message}\n`) }

async function fillDemo (config: Config): Promise<Demo | string> {
  const store = await openEmbeddedStore({ folder: config.dataFolder, log: { info: () => undefined, warn: tell, error: tell } })
  try {
    const isFilled = store.table('behovsmeldinger').has(behovsmelding)
    if (!isFilled && store.table('people').size > 0) {
      return `The data folder ${config.dataFolder} is in use by real people. The demo fills an empty one: choose another with DATA_DIR.`
    }
    if (!isFilled) await put(store, Date.now())
    await putRound(store, Date.now())
    const baseUrl = baseUrlOf(config)
    return { baseUrl, documentId: behovsmelding, websocketPath: livePath, links: await links(store, Date.now(), baseUrl), medbestemmelse: { documentId: inMedbestemmelse } }
  } finally {
    await store.close()
  }
}

function show (demo: Demo): string {
  const lines = cast.map(({ role, name }) => `  ${role.padEnd(13)} ${name.padEnd(16)} ${demo.links[role]}`)
  return ['A partnership in progress is in the data folder. Start the server with `npm start`, then sign in, each link once:', ...lines].join('\n')
}

async function main (): Promise<void> {
  const read = readConfig(process.env, resolve(import.meta.dirname, '../..'))
  if ('wrong' in read) throw new StorageError(read.wrong.join('\n'))
  const demo = await fillDemo(read.config)
  if (typeof demo === 'string') throw new StorageError(demo)
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(demo, null, 2) : show(demo)}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StorageError ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
  process.exitCode = 1
})
