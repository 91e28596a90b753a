import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyAudit } from '../audit/index.ts'
import { StorageError, type Change, type LinkRecord, type SessionRecord, type Store } from '../port/index.ts'
import { allOf, audited, person, text } from '../testing/index.ts'
import { readAuditHead } from './index.ts'
import { crashCopy, openForTest, temporaryFolder } from './testing/index.ts'

const session: SessionRecord = { id: 'hash-of-a-cookie', personId: null, expiresAt: '2026-01-01T00:00:00.000Z', data: '{}' }
const link: LinkRecord = { id: 'hash-of-a-token', handle: 'link1', purpose: 'admin', note: '', createdBy: null, createdAt: '2026-01-01T00:00:00.000Z', expiresAt: '2026-01-02T00:00:00.000Z' }

/** A folder with a closed store in it that was given some commits, one after the other. */
async function written (...commits: readonly (readonly Change[])[]): Promise<string> {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  for (const changes of commits) await store.commit({ changes, audit: [audited('changed')] })
  await store.close()
  return folder
}

const one: readonly Change[] = [{ table: 'people', put: person('p1') }, { table: 'sessions', put: session }, { table: 'links', put: link }]
const by = { personId: 'p1', name: 'Person p1', role: 'tillitsvalgt' } as const
const said = { stance: 'uenig', union: 'HEMMELIG', basis: 'ks-b', statement: null } as const
const facts = { heldAt: '2026-03-04T10:00', place: 'HEMMELIG', attendants: [], bases: [], views: { eier: 'HEMMELIG' }, agreed: '', notAgreed: '' }
const inMedbestemmelse: readonly Change[] = [
  { table: 'rounds', put: {
    id: 'b/1', behovsmelding: 'b', number: 1, version: 1, hash: 'h1', epoch: 1, deadline: '2026-03-04', note: '', openedAt: '2026-03-01T00:00:00.000Z', openedBy: by,
    closing: { how: 'close', at: '2026-03-02T00:00:00.000Z', by, facts, missing: [], protokoll: 'p1' },
  } },
  { table: 'stances', put: { id: 's1', behovsmelding: 'b', round: 1, version: 1, hash: 'h1', ...said, by, at: '2026-03-01T00:00:00.000Z', statementHash: null, seal: 'x' } },
  { table: 'drafts', put: { id: 'b/p1', behovsmelding: 'b', personId: 'p1', round: 1, at: '2026-03-01T00:00:00.000Z', ...said } },
  { table: 'readings', put: { id: 'b/p1', behovsmelding: 'b', personId: 'p1', version: 1, at: '2026-03-01T00:00:00.000Z' } },
]
const two: readonly Change[] = [{ table: 'people', put: person('p2') }]

test('E6: the readable file holds the records, for its user alone, without sessions and hashes of links', async () => {
  const folder = await written(two, one)
  const content = await readFile(join(folder, 'records.json'), 'utf8')
  expect(JSON.parse(content)).toMatchObject({ commit: 2, tables: { people: [person('p1'), person('p2')], links: [{ handle: 'link1' }], versions: [] } })
  expect(content).not.toMatch(/hash-of|sessions/)
  if (process.platform !== 'win32') expect((await stat(join(folder, 'records.json'))).mode & 0o777).toBe(0o600)
  expect((await readdir(folder)).toSorted()).toEqual(['audit-head.json', 'files', 'journal', 'records.json'])
})

test('E6: the readable file says neither what was said in medbestemmelse nor who is in which union', async () => {
  const content = await readFile(join(await written(inMedbestemmelse), 'records.json'), 'utf8')
  expect(JSON.parse(content)).toMatchObject({ tables: { rounds: [{ number: 1, closing: { protokoll: 'p1' } }] } })
  expect(content).not.toMatch(/HEMMELIG|uenig|stances|drafts|readings/)
})

test('E6: absent, behind, damaged or changed by hand, the readable file is written anew, and what it said is not believed', async () => {
  const folder = await written(one)
  const path = join(folder, 'records.json')
  const behind = await readFile(path, 'utf8')
  const { store } = await openForTest(folder)
  await store.commit({ changes: two })
  await store.close()
  const right = await readFile(path, 'utf8')
  expect(right).not.toBe(behind)
  for (const wrong of [null, behind, '', '{"commit":2,', 'null', '[]', right.replace('Person p1', 'Somebody else')]) {
    if (wrong === null) await rm(path)
    else await writeFile(path, wrong)
    const { store, log } = await openForTest(folder)
    expect(await readFile(path, 'utf8')).toBe(right)
    expect(store.table('people').get('p1')).toEqual(person('p1'))
    expect(log.lines.error).toEqual([])
    await store.close()
  }
})

test('E6: ahead of the journal, the readable file shows that the journal has lost something: told loudly and kept', async () => {
  const folder = await written(one)
  const { store } = await openForTest(folder)
  const earlier = await crashCopy(folder)
  await store.commit({ changes: two })
  await store.close()
  const ahead = await readFile(join(folder, 'records.json'), 'utf8')
  await writeFile(join(earlier, 'records.json'), ahead)
  const { store: again, log } = await openForTest(earlier)
  expect(log.lines.error.join()).toMatch(/stands at commit 2, the journal only at 1: the journal has lost/)
  expect(await readFile(join(earlier, 'records.json.ahead-2'), 'utf8')).toBe(ahead)
  expect([...again.table('people').keys()]).toEqual(['p1'])
})

test('E6: a readable file that cannot be written is told, stops nothing, and is written at the next change', async () => {
  const folder = await written(one)
  const path = join(folder, 'records.json')
  await mkdir(`${path}.new`)
  const { store, log } = await openForTest(folder)
  await store.commit({ changes: two })
  await store.close()
  expect(log.lines.error.join()).toMatch(/Writing .*records\.json failed.*Nothing is lost/)
  await rm(`${path}.new`, { recursive: true })
  await (await openForTest(folder)).store.close()
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ commit: 2 })
})

async function verdict (store: Store, folder: string): Promise<unknown> {
  return verifyAudit(store.audit(), await readAuditHead(join(folder, 'audit-head.json')))
}

test('E7: a cut-off audit log is told at opening, and the hole stays to be found after it has gone on', async () => {
  const folder = await written(one)
  const { store } = await openForTest(folder)
  const earlier = await crashCopy(folder)
  await store.commit({ audit: [audited('two'), audited('three')] })
  await store.close()
  await writeFile(join(earlier, 'audit-head.json'), await readFile(join(folder, 'audit-head.json')))
  const { store: cut, log } = await openForTest(earlier)
  expect(log.lines.error.join()).toMatch(/ends at entry 1, but entry 3 had been written/)
  expect(await verdict(cut, earlier)).toEqual({ ok: false, number: 2, why: 'cut-off' })
  await cut.commit({ audit: [audited('four')] })
  expect((await allOf(cut.audit())).map(entry => entry.number)).toEqual([1, 4])
  expect(await verdict(cut, earlier)).toEqual({ ok: false, number: 2, why: 'missing' })
})

test('E7: another audit log under the same numbers is told at opening', async () => {
  const folder = await written(one, two)
  const other = await temporaryFolder()
  const { store } = await openForTest(other)
  await store.commit({ audit: ['quite', 'another', 'history'].map(audited) })
  await store.close()
  await writeFile(join(other, 'audit-head.json'), await readFile(join(folder, 'audit-head.json')))
  const { log } = await openForTest(other)
  expect(log.lines.error.join()).toMatch(/Entry 2 of the audit log is not the one/)
})

test('E7: the head file follows the log, is caught up when it is behind, and its loss or damage is told', async () => {
  const folder = await written(one)
  const path = join(folder, 'audit-head.json')
  const behind = await readFile(path)
  const { store } = await openForTest(folder)
  await store.commit({ audit: [audited('two')] })
  await store.close()
  const right = await readFile(path, 'utf8')
  expect(JSON.parse(right)).toMatchObject({ number: 2 })
  for (const [wrong, level] of [[behind, 'none'], [null, 'warn'], ['{', 'error']] as const) {
    if (wrong === null) await rm(path)
    else await writeFile(path, wrong)
    const { store, log } = await openForTest(folder)
    expect(await readFile(path, 'utf8')).toBe(right)
    expect([log.lines.warn.length, log.lines.error.length]).toEqual([level === 'warn' ? 1 : 0, level === 'error' ? 1 : 0])
    expect(await verdict(store, folder)).toMatchObject({ ok: true })
    await store.close()
  }
})

test('E8: a damaged file is not given out, and putting it again mends it', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  const hash = await store.putFile(text('an image'))
  const path = join(folder, 'files', hash.slice(0, 2), hash)
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  await writeFile(path, 'an imagE')
  await expect(store.getFile(hash)).rejects.toThrow(/damaged.*hash/)
  await store.putFile(text('an image'))
  expect(Buffer.from(await store.getFile(hash) ?? []).toString()).toBe('an image')
  expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
})

test('E8: a file the disk does not take is rejected alone, and what a crash left half done is cleared away', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await rm(join(folder, 'files', 'incoming'), { recursive: true })
  await expect(store.putFile(text('an image'))).rejects.toThrow(StorageError)
  await store.commit({ changes: one })
  await store.close()
  await mkdir(join(folder, 'files', 'incoming'))
  await writeFile(join(folder, 'files', 'incoming', 'half'), 'half')
  const { store: again } = await openForTest(folder)
  expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
  await again.putFile(text('an image'))
})
