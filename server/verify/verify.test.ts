import { canonicalBytes, type VersionBody } from '@samskriv/shared/version'
import type { VersionRecord } from '@samskriv/shared/workflow'
import { execFile } from 'node:child_process'
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { chain, emptyHead } from '../store/audit/index.ts'
import { openForReading, readAuditHead } from '../store/embedded/index.ts'
import { openForTest, quietLog, temporaryFolder } from '../store/embedded/testing/index.ts'
import { tamperWithAudit } from '../store/embedded/testing/tamper.ts'
import type { AuditEntry, ChainedAuditEntry, Store } from '../store/port/index.ts'
import { allOf, audited, text } from '../store/testing/index.ts'
import { check, isWhole, type Checked } from './check.ts'
import { report } from './report.ts'

let folder: string
let entries: ChainedAuditEntry[]
let hashes: { readonly versions: readonly string[], readonly image: string }

async function lockVersion (store: Store, number: number, previous: string | null): Promise<string> {
  const body: VersionBody = { format: 'samskriv-version/1', behovsmelding: 'b', number, previous, template: { id: 'test', version: 1 }, values: { sum: number } }
  const hash = await store.putFile(canonicalBytes(body))
  const record: VersionRecord = {
    id: `b/${number}`, behovsmelding: 'b', number, previous, hash, kind: 'lock', epoch: number, at: '2026-01-01T00:00:00.000Z', by: { personId: 'p', name: 'p', role: 'eier' },
  }
  const entry: AuditEntry = { ...audited('lock'), behovsmelding: 'b', facts: { version: number, hash } }
  await store.commit({ changes: [{ table: 'versions', put: record }], audit: [entry] })
  return hash
}

// Entries 1 start, 2 lock, 3 reopen, 4 lock, 5 add-image.
beforeEach(async () => {
  folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await store.commit({ audit: [audited('start')] })
  const one = await lockVersion(store, 1, null)
  await store.commit({ audit: [audited('reopen')] })
  const two = await lockVersion(store, 2, one)
  const image = await store.putFile(text('an image'))
  const at = '2026-01-01T00:00:00.000Z'
  await store.commit({ changes: [{ table: 'files', put: { id: `b/${image}`, behovsmelding: 'b', hash: image, type: 'image/png', bytes: 8, addedBy: 'p', addedAt: at } }], audit: [audited('add-image')] })
  entries = await allOf(store.audit())
  hashes = { versions: [one, two], image }
  await store.close()
})

async function checked (of = folder): Promise<Checked> {
  const store = await openForReading(of, quietLog())
  try {
    return await check(store)
  } finally {
    await store.close()
  }
}

const entry = (number: number): ChainedAuditEntry => {
  const found = entries[number - 1]
  if (found === undefined) throw new Error(`no entry ${number}`)
  return found
}

const fileOf = (hash: string): string => join(folder, 'files', hash.slice(0, 2), hash)

async function changeOneByte (path: string): Promise<void> {
  const bytes = await readFile(path)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  await writeFile(path, bytes)
}

// Everything beside the journal, with when it was last written.
async function besides (): Promise<unknown> {
  const names = (await readdir(folder, { recursive: true })).filter(name => !name.startsWith('journal')).toSorted()
  return await Promise.all(names.map(async name => [name, (await stat(join(folder, name))).mtimeMs]))
}

const run = (...args: string[]): Promise<{ readonly code: number, readonly said: string }> => new Promise(done => {
  execFile(process.execPath, [resolve(import.meta.dirname, 'main.ts'), ...args], (error, out, err) => {
    done({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err })
  })
})

describe('looking through a data folder', () => {
  it('finds all well, says how much it looked at, and changes nothing beside the journal', async () => {
    const before = await besides()
    const found = await checked()
    expect(found).toMatchObject({ entries: 5, audit: { ok: true, head: { number: 5 } }, head: 'found', behovsmeldinger: 1, versions: 2, images: 1 })
    expect(isWhole(found)).toBe(true)
    expect(report(found)).toEqual([
      `Audit log: 5 entries, the chain is whole. The last one: number 5, hash ${entry(5).hash}`,
      'Versions: 2 of 1 behovsmelding, chains and files are whole', 'Rounds: 0 with 0 stances, all as they were given, each protokoll whole', 'Deliveries: 0, packages and signatures are whole', 'Images: 1, all whole', 'All is as it was made.',
    ])
    expect(await besides()).toEqual(before)
  })

  const tricks: readonly (readonly [string, () => readonly (readonly [number, ChainedAuditEntry | string | null])[], { number: number, why: string }])[] = [
    ['a changed entry', () => [[2, { ...entry(2), action: 'reopen' }]], { number: 2, why: 'changed' }],
    ['an entry taken out', () => [[3, null]], { number: 3, why: 'missing' }],
    ['the first entry taken out', () => [[1, null]], { number: 1, why: 'missing' }],
    ['an end cut off', () => [[4, null], [5, null]], { number: 4, why: 'cut-off' }],
    ['everything cut off', () => entries.map(({ number }) => [number, null] as const), { number: 1, why: 'cut-off' }],
    ['an entry replaced by one with a hash of its own', () => [[3, chain(audited('other'), entry(2))]], { number: 4, why: 'unchained' }],
    ['an entry that is no entry any more', () => [[4, '{"number":4,']], { number: 4, why: 'unreadable' }],
    ['the whole log written anew with one entry changed', () => {
      let head = emptyHead
      return entries.map(({ number: _number, previous: _previous, hash: _hash, ...bare }, index) => {
        const next = chain(index === 2 ? { ...bare, personId: 'other' } : bare, head)
        head = next
        return [next.number, next] as const
      })
    }, { number: 5, why: 'replaced' }],
  ]
  it.each(tricks)('finds %s', async (_what, trick, expected) => {
    const copy = await temporaryFolder()
    await cp(folder, copy, { recursive: true })
    await tamperWithAudit(copy, trick())
    const found = await checked(copy)
    expect(found.audit).toEqual({ ok: false, ...expected })
    expect(isWhole(found)).toBe(false)
    expect(report(found)[0]).toContain(`WRONG at entry ${expected.number}`)
  })

  it('finds a version whose file has one byte changed or is gone, and an image likewise', async () => {
    const [one = '', two = ''] = hashes.versions
    await changeOneByte(fileOf(one))
    await rm(fileOf(two))
    await changeOneByte(fileOf(hashes.image))
    const found = await checked()
    expect(found.versionFindings).toEqual([{ behovsmelding: 'b', number: 1, fault: 'file' }, { behovsmelding: 'b', number: 2, fault: 'file' }])
    expect(found.imageFindings).toMatchObject([{ behovsmelding: 'b', hash: hashes.image }])
    expect(report(found).join('\n')).toMatch(/version 1 of behovsmelding b: its file is gone, or no longer has its hash/)
  })

  it('finds that the last version was exchanged or taken out, record, file and all: the audit log knows its hash', async () => {
    const { store } = await openForTest(folder)
    const other = await store.putFile(canonicalBytes({ format: 'samskriv-version/1', behovsmelding: 'b', number: 2, previous: hashes.versions[0], template: { id: 'test', version: 1 }, values: { sum: 999 } }))
    const record = store.table('versions').get('b/2')
    if (record === undefined) throw new Error('version 2 is there')
    await store.commit({ changes: [{ table: 'versions', put: { ...record, hash: other } }] })
    await store.close()
    expect(await checked()).toMatchObject({ versionFindings: [], otherThanAudited: ['b/2'] })
    const { store: again } = await openForTest(folder)
    await again.commit({ changes: [{ table: 'versions', remove: 'b/2' }] })
    await again.close()
    const found = await checked()
    expect([found.versionFindings, found.otherThanAudited, isWhole(found)]).toEqual([[], ['b/2'], false])
  })

  it('says when the head kept outside is gone or damaged, and leaves it so', async () => {
    const path = join(folder, 'audit-head.json')
    await writeFile(path, '{')
    expect((await checked()).head).toBe('damaged')
    await rm(path)
    const found = await checked()
    expect([found.head, found.audit.ok, isWhole(found)]).toEqual(['absent', true, false])
    expect(await readAuditHead(path)).toBeNull()
  })
})

describe('the command', () => {
  it('ends with 0 when all is well, 1 when something is wrong, 2 when it cannot tell, and says why', async () => {
    expect(await run('--data', folder)).toMatchObject({ code: 0, said: expect.stringContaining('Audit log: 5 entries, the chain is whole') })
    expect(await run('--data', join(folder, 'files'))).toMatchObject({ code: 2, said: expect.stringContaining('There is no journal in') })
    expect(await run('--dat', folder)).toMatchObject({ code: 2, said: expect.stringContaining('Usage: npm run verify') })
    const { store } = await openForTest(folder)
    expect(await run('--data', folder)).toMatchObject({ code: 2, said: expect.stringMatching(/in use by another process.*stop/) })
    await store.close()
    await changeOneByte(fileOf(hashes.image))
    expect(await run(`--data=${folder}`)).toMatchObject({ code: 1, said: expect.stringContaining('Images: 1, 1 WRONG') })
  })
})
