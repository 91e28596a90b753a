import { Low, type Adapter } from 'lowdb'
import { readFile, rename } from 'node:fs/promises'
import { tableNames, type TableName } from '../port/index.ts'
import { createBackground, type Background } from './background.ts'
import { codeOf, storageError } from './failure.ts'
import type { StoreLog } from './log.ts'
import type { Records } from './records.ts'
import { replaceFile } from './replace-file.ts'

/** The readable file: the tables that are no one's own, and which commit it stands at. */
interface Mirror { readonly about: string, readonly commit: number, readonly tables: Readonly<Partial<Record<TableName, readonly object[]>>> }

const about = 'A copy for people and scripts to read. The truth is in the journal: what is changed here is not read back.'

/** How long changes gather before the file is written anew, in milliseconds: it is written whole, and nobody waits for it. */
const gatherMs = 1_000

/**
 * Which tables the file does not hold. Not the sessions: they change with every sign-in and tell a reader nothing. Not what is said in
 * comments, nor who has seen it: that belongs to those who take part, and a word taken back must be gone. Not what is said in medbestemmelse,
 * drafted or read: it tells who is in which union, and rounds are in it without what was written down at their closing for that reason. Links are in it without their
 * id, the hash of their secret: a file made to be read and copied about is no place for anything that can be tried against a secret.
 */
const unmirrored: ReadonlySet<TableName> = new Set(['sessions', 'threads', 'seen', 'stances', 'drafts', 'readings', 'renderings'])
const mirrored: readonly TableName[] = tableNames.filter(name => !unmirrored.has(name))

/** Whether a table is in the readable file. */
export function isMirrored (table: TableName): boolean {
  return mirrored.includes(table)
}

/** lowdb's own adapters rename but never fsync, and leave the file readable to everybody: so this one. */
function durableFile (path: string): Adapter<Mirror> {
  return {
    read: async () => {
      const parsed: unknown = JSON.parse(await readFile(path, 'utf8'))
      if (typeof parsed !== 'object' || parsed === null) throw new Error('not an object')
      // What else is wrong with it shows when it is compared with what it should be.
      return parsed as Mirror
    },
    write: mirror => replaceFile(path, `${JSON.stringify(mirror, null, 1)}\n`),
  }
}

/**
 * Keeps `path` a readable copy of the records, written behind their back. At the start it is brought up to date when it is absent,
 * behind, damaged or changed by hand; when it is *ahead* the journal has lost commits, which is told loudly, and the file is kept aside.
 */
export async function openMirror (path: string, records: Records, commitNumber: () => number, log: StoreLog): Promise<Background> {
  const file = new Low<Mirror>(durableFile(path), current(records, commitNumber()))
  const mirror = createBackground(async () => {
    file.data = current(records, commitNumber())
    await file.write()
  }, error => log.error(`${storageError(`Writing ${path}`, error).message} Nothing is lost: it is only a copy, and is written again with the next change.`), gatherMs)

  const expected = JSON.stringify(file.data)
  const intact = await file.read().then(() => true, error => {
    if (codeOf(error) !== 'ENOENT') log.warn(`${path} could not be read and is written anew from the journal.`)
    return false
  })
  const found = file.data.commit
  const ahead = found > commitNumber()
  if (ahead) {
    const kept = `${path}.ahead-${found}`
    await rename(path, kept)
    log.error(`${path} stands at commit ${found}, the journal only at ${commitNumber()}: the journal has lost what was committed since. ` +
      `The file is kept as ${kept}. Stop the server and take the data folder back from a backup, or see in that file what is missing.`)
  }
  if (ahead || !intact || JSON.stringify(file.data) !== expected) mirror.mark()
  await mirror.flush()
  return mirror
}

function current (records: Records, commit: number): Mirror {
  const tables: Partial<Record<TableName, readonly object[]>> = {}
  for (const name of mirrored) tables[name] = rows(records, name)
  return { about, commit, tables }
}

// The attendants' unions are among the facts.
function withoutFacts (record: object): object {
  return 'closing' in record && typeof record.closing === 'object' && record.closing !== null ? { ...record, closing: { ...record.closing, facts: undefined } } : record
}

/** In the order of their ids, so that the same records are the same file. */
function rows (records: Records, name: TableName): object[] {
  const sorted = [...records.table(name).values()].toSorted((a, b) => a.id < b.id ? -1 : 1)
  if (name === 'links') return sorted.map(link => ({ ...link, id: undefined }))
  return name === 'rounds' ? sorted.map(withoutFacts) : sorted
}
