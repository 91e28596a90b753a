import { seeded } from '@samskriv/shared/testing'
import { fork } from 'node:child_process'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageError } from '../port/index.ts'
import { allOf, audited, entry, person, randomSeed, text } from '../testing/index.ts'
import { crashCopy, journalLog, openForTest, temporaryFolder } from './testing/index.ts'

test('E1: a copy of the folder taken while the store is open holds everything that was acknowledged', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  for (let position = 1; position <= 300; position++) await store.append([entry('a', position)])
  await store.commit({ changes: [{ table: 'people', put: person('p1') }], journal: [entry('b', 1)], audit: [audited('made')] })
  await store.compact('a', 100, text('state'))
  const { store: copy, log } = await openForTest(await crashCopy(folder))
  expect((await copy.load('a')).tail.map(entry => entry.position)).toEqual(Array.from({ length: 200 }, (_, i) => i + 101))
  expect((await copy.load('b')).tail).toHaveLength(1)
  expect(copy.table('people').get('p1')).toEqual(person('p1'))
  expect(await allOf(copy.audit())).toHaveLength(1)
  expect(log.lines.error).toEqual([])
})

test('E1, S2: a process killed in the middle of appending loses nothing it had reported', async () => {
  const seed = randomSeed()
  const random = seeded(seed)
  const folder = await temporaryFolder()
  let first = 1
  for (let round = 0; round < 3; round++) {
    const reported = await killAfter(folder, first, 200 + random.below(600))
    const { store, log } = await openForTest(folder)
    const { tail } = await store.load('a')
    expect(tail.length, `seed ${seed}, round ${round}`).toBeGreaterThanOrEqual(reported)
    expect(tail.every((found, i) => found.position === i + 1 && Buffer.from(found.bytes).equals(entry('a', i + 1).bytes)), `seed ${seed}, round ${round}`).toBe(true)
    expect(log.lines.error).toEqual([])
    first = tail.length + 1
    await store.close()
  }
})

/** Lets a process of its own append from a position on, kills it when it has reported some, and gives the last position it had reported. */
async function killAfter (folder: string, first: number, count: number): Promise<number> {
  const child = fork(join(import.meta.dirname, 'testing/appender.ts'), [folder, String(first)])
  const ended = new Promise(resolve => child.once('exit', resolve))
  let reported = 0
  child.on('message', message => {
    reported = Number(message)
    if (reported >= first + count) child.kill('SIGKILL')
  })
  await ended
  expect(reported).toBeGreaterThanOrEqual(first + count)
  return reported
}

test('E3: with its end cut off anywhere the journal opens, only the end is gone, and the log says so', async () => {
  const seed = randomSeed()
  const random = seeded(seed)
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await store.append([1, 2, 3].map(position => entry('a', position)))
  for (let position = 4; position <= 60; position++) await store.append([entry('a', position)])
  for (let round = 0; round < 8; round++) {
    const copy = await crashCopy(folder)
    const log = await journalLog(copy)
    const { size } = await stat(log)
    await truncate(log, size - 1 - random.below(1_500))
    const { store: opened, log: told } = await openForTest(copy)
    const { tail } = await opened.load('a')
    expect(tail.length, `seed ${seed}`).toBeLessThan(60)
    expect(tail.every((found, i) => found.position === i + 1), `seed ${seed}`).toBe(true)
    await opened.append([entry('a', tail.length + 1)])
    // Cut exactly between two writes nothing can be seen; everywhere else it is told.
    const cutBetween = told.lines.warn.length === 0
    if (!cutBetween) expect(told.lines.warn.join()).toMatch(/last write was cut off: \d+ bytes/)
  }
  const copy = await crashCopy(folder)
  await truncate(await journalLog(copy), (await stat(await journalLog(copy))).size - 1)
  const { store: opened, log: told } = await openForTest(copy)
  expect((await opened.load('a')).tail).toHaveLength(59)
  expect(told.lines.warn).toHaveLength(1)
})

/** Flips one byte of a file, `at` counted from the beginning. */
async function flip (path: string, at: number): Promise<void> {
  const file = await open(path, 'r+')
  const byte = Buffer.alloc(1)
  await file.read(byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 0xff
  await file.write(byte, 0, 1, at)
  await file.close()
}

test('E4: damage inside the log is told loudly, and a room that misses something does not open', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await store.append([entry('whole', 1)])
  // Over several of the log's blocks of 32 KiB: LevelDB drops what is left of the damaged block, and reads on in the next.
  for (let position = 1; position <= 30; position++) await store.append([{ room: 'hurt', position, bytes: new Uint8Array(5_000).fill(position) }])
  const copy = await crashCopy(folder)
  await flip(await journalLog(copy), 12_000)
  const { store: opened, log } = await openForTest(copy)
  expect(log.lines.error.join()).toMatch(/journal is damaged.*dropping \d+ bytes.*checksum mismatch/)
  await expect(opened.load('hurt')).rejects.toThrow(/room hurt is damaged: the entries \d+ to \d+ are missing/)
  await expect(opened.load('hurt')).rejects.toThrow(StorageError)
  await expect(opened.compact('hurt', 30, text('state'))).rejects.toThrow(/room hurt is damaged/)
  expect((await opened.load('whole')).tail).toHaveLength(1)
})

test('E4: bytes that changed in a table are found by our own checksum', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  const noise = seeded(7)
  const bytes = Uint8Array.from({ length: 3_000 }, () => noise.below(256))
  await store.append([{ room: 'a', position: 1, bytes }])
  await store.close()
  // Opening writes what the log holds to a table.
  await (await openForTest(folder)).store.close()
  const { table, at } = await findInTables(join(folder, 'journal'), bytes)
  await flip(table, at + 10)
  const { store: opened } = await openForTest(folder)
  await expect(opened.load('a')).rejects.toThrow(/room a is damaged: the checksum/)
})

async function findInTables (folder: string, bytes: Uint8Array): Promise<{ table: string, at: number }> {
  const { readdir } = await import('node:fs/promises')
  for (const name of (await readdir(folder)).filter(name => name.endsWith('.ldb'))) {
    const at = (await readFile(join(folder, name))).indexOf(bytes.subarray(0, 500))
    if (at >= 0) return { table: join(folder, name), at }
  }
  throw new Error('no table holds these bytes')
}

test('E9: a second store on the same folder is refused and says why', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await expect(openForTest(folder)).rejects.toThrow(StorageError)
  await expect(openForTest(folder)).rejects.toThrow(/in use by another process.*DATA_DIR/)
  await store.append([entry('a', 1)])
  await store.close()
  expect((await (await openForTest(folder)).store.load('a')).tail).toHaveLength(1)
})

test('E9: a second process on the same folder is refused', async () => {
  const folder = await temporaryFolder()
  await openForTest(folder)
  const child = fork(join(import.meta.dirname, 'testing/appender.ts'), [folder, '1'], { silent: true })
  let said = ''
  child.stderr?.on('data', chunk => {
    said += String(chunk)
  })
  const code = await new Promise(resolve => child.once('exit', resolve))
  expect(code).toBe(1)
  expect(said).toMatch(/in use by another process/)
})
