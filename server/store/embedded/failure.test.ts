import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageError } from '../port/index.ts'
import { allOf, audited, entry, person, text } from '../testing/index.ts'
import type { Level } from './level.ts'
import { realDisk, type Disk } from './opening.ts'
import { noSpace, smallDisks } from './testing/full-disk.ts'
import { openForTest, temporaryFolder } from './testing/index.ts'
import { createWriter, type WriteBatch } from './writer.ts'

test.each(smallDisks)('E5: on a full disk ($kind) nothing acknowledged is lost, nothing rejected is kept, and work goes on when it is freed', async ({ make }) => {
  const { folder, disk, fill, free } = await make()
  const { store, log } = await openForTest(folder, disk)
  const bytes = new Uint8Array(5_000).fill(7)
  let acknowledged = 0
  async function appendMany (count: number): Promise<unknown> {
    for (let i = 0; i < count; i++) {
      try {
        await store.append([{ room: 'a', position: acknowledged + 1, bytes }])
      } catch (error) {
        return error
      }
      acknowledged += 1
    }
    return null
  }
  expect(await appendMany(50)).toBeNull()
  await fill()
  const error = await appendMany(5_000)
  expect(error).toBeInstanceOf(StorageError)
  expect(String(error)).toMatch(/Writing to the journal failed: .*no space left on device.*The disk is full: free some space/is)
  await expect(store.append([entry('b', 1)])).rejects.toThrow(StorageError)
  await expect(store.commit({ changes: [{ table: 'people', put: person('p1') }], audit: [audited('made')] })).rejects.toThrow(StorageError)
  await expect(store.sync()).rejects.toThrow(StorageError)
  expect((await store.load('a')).tail).toHaveLength(acknowledged)
  expect(log.lines.error).toHaveLength(1)

  await free()
  await store.recover()
  expect((await store.load('a')).tail).toHaveLength(acknowledged)
  expect((await store.load('b')).tail).toHaveLength(0)
  expect(store.table('people').size).toBe(0)
  expect(await appendMany(20)).toBeNull()
  await store.commit({ changes: [{ table: 'people', put: person('p2') }], audit: [audited('went on')] })
  await store.close()
  const { store: again, log: told } = await openForTest(folder)
  expect((await again.load('a')).tail).toHaveLength(acknowledged)
  expect([...again.table('people').keys()]).toEqual(['p2'])
  expect(await allOf(again.audit())).toMatchObject([{ number: 1, action: 'went on' }])
  expect(told.lines.error).toEqual([])
})

/** A disk that does as the test says: `batch` and `sync` run after the real thing and may throw. */
function fickle (): Disk & { batch: () => void | Promise<void>, sync: () => void | Promise<void> } {
  const disk = {
    batch: (): void | Promise<void> => undefined,
    sync: (): void | Promise<void> => undefined,
    async writeBatch (...batch: Parameters<WriteBatch>) {
      await realDisk.writeBatch(...batch)
      await disk.batch()
    },
    async syncFile (descriptor: number) {
      await realDisk.syncFile(descriptor)
      await disk.sync()
    },
  }
  return disk
}

function failOnce (set: (next: () => void) => void, error: Error): void {
  set(() => {
    set(() => undefined)
    throw error
  })
}

test('E5: a write that failed but landed all the same is taken out again', async () => {
  const folder = await temporaryFolder()
  const disk = fickle()
  const { store } = await openForTest(folder, disk)
  await store.append([entry('a', 1)])
  await store.commit({ changes: [{ table: 'people', put: person('p1') }, { table: 'people', put: person('p2') }], audit: [audited('made')] })
  failOnce(next => { disk.batch = next }, noSpace())
  // One fails on the disk; the ones behind it have not even been tried.
  const calls = await Promise.allSettled([
    store.append([entry('a', 2), entry('b', 1)]),
    store.commit({ changes: [{ table: 'people', put: { ...person('p1'), name: 'Changed' } }, { table: 'people', remove: 'p2' }, { table: 'people', put: person('p3') }], journal: [entry('c', 1)], audit: [audited('failed')] }),
    store.append([entry('a', 3)]),
  ])
  expect(calls.map(call => call.status)).toEqual(['rejected', 'rejected', 'rejected'])
  await store.recover()
  for (const found of [store, null]) {
    const { store: now } = found === null ? await openForTest(folder) : { store: found }
    expect((await now.load('a')).tail.map(entry => entry.position)).toEqual([1])
    expect((await now.load('b')).tail).toEqual([])
    expect((await now.load('c')).tail).toEqual([])
    expect([...now.table('people').values()]).toEqual([person('p1'), person('p2')])
    expect((await allOf(now.audit())).map(entry => entry.action)).toEqual(['made'])
    await now.close()
    expect(JSON.parse(await readFile(join(folder, 'records.json'), 'utf8'))).toMatchObject({ commit: 1 })
  }
})

test('E5: a commit whose sync fails is not seen, those behind it fail too, and none is there after recovery', async () => {
  const folder = await temporaryFolder()
  const disk = fickle()
  const { store, log } = await openForTest(folder, disk)
  await store.commit({ changes: [{ table: 'people', put: person('p1') }], audit: [audited('made')] })
  failOnce(next => { disk.sync = next }, Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }))
  const calls = await Promise.allSettled(['p2', 'p3'].map(id => store.commit({ changes: [{ table: 'people', put: person(id) }], journal: [entry(id, 1)], audit: [audited(id)] })))
  expect(calls.map(call => call.status)).toEqual(['rejected', 'rejected'])
  expect([...store.table('people').keys()]).toEqual(['p1'])
  // LevelDB holds what was rejected: nothing is read from it.
  await expect(store.load('p2')).rejects.toThrow(/Syncing the journal failed.*error of its own: check the system log/)
  await expect(store.append([entry('a', 1)])).rejects.toThrow(StorageError)
  await store.recover()
  expect((await store.load('p2')).tail).toEqual([])
  await store.commit({ changes: [{ table: 'people', put: person('p4') }], journal: [entry('p3', 1)], audit: [audited('went on')] })
  await store.close()
  const { store: again, log: told } = await openForTest(folder)
  expect([...again.table('people').keys()]).toEqual(['p1', 'p4'])
  expect((await allOf(again.audit())).map(entry => [entry.number, entry.action])).toEqual([[1, 'made'], [2, 'went on']])
  expect((await again.load('p3')).tail).toHaveLength(1)
  expect([...log.lines.error, ...told.lines.error]).toHaveLength(1)
})

test('E5: what was acknowledged behind a commit that failed late is not cut off', async () => {
  const disk = fickle()
  const { store } = await openForTest(await temporaryFolder(), disk)
  await store.append([entry('a', 1)])
  const held = Promise.withResolvers<void>()
  const syncing = Promise.withResolvers<void>()
  disk.sync = async () => {
    syncing.resolve()
    await held.promise
    throw new Error('EIO')
  }
  const committed = store.commit({ journal: [entry('a', 2)] })
  committed.catch(() => undefined)
  await syncing.promise
  await store.append([entry('a', 3)])
  held.resolve()
  await expect(committed).rejects.toThrow(StorageError)
  disk.sync = () => undefined
  await store.recover()
  expect((await store.load('a')).tail.map(entry => entry.position)).toEqual([1, 2, 3])
})

test('E5: a commit that lands after the store has failed is not called saved', async () => {
  const disk = fickle()
  const { store } = await openForTest(await temporaryFolder(), disk)
  await store.append([entry('a', 1)])
  const landing = Promise.withResolvers<void>()
  const inFlight = Promise.withResolvers<void>()
  disk.batch = () => {
    inFlight.resolve()
    return landing.promise
  }
  const committed = store.commit({ changes: [{ table: 'people', put: person('p1') }] })
  committed.catch(() => undefined)
  await inFlight.promise
  failOnce(next => { disk.sync = next }, new Error('EIO'))
  await expect(store.sync()).rejects.toThrow(StorageError)
  landing.resolve()
  await expect(committed).rejects.toThrow(StorageError)
  disk.batch = () => undefined
  await store.recover()
  expect(store.table('people').size).toBe(0)
})

test('E5: closing says when what was written cannot be synced', async () => {
  const disk = fickle()
  const { store } = await openForTest(await temporaryFolder(), disk)
  await store.append([entry('a', 1)])
  disk.sync = () => { throw new Error('EIO') }
  await expect(store.close()).rejects.toThrow(/EIO/)
})

test('E5: recovering while the disk still fails says so, and can be tried again', async () => {
  const disk = fickle()
  const { store } = await openForTest(await temporaryFolder(), disk)
  await store.append([entry('a', 1)])
  disk.sync = () => { throw new Error('EIO') }
  await expect(store.sync()).rejects.toThrow(StorageError)
  await expect(store.recover()).rejects.toThrow(/Taking up work again failed/)
  await expect(store.load('a')).rejects.toThrow(StorageError)
  await expect(store.recover()).rejects.toThrow(StorageError)
  disk.sync = () => undefined
  await Promise.all([store.recover(), store.recover()])
  await store.append([entry('a', 2)])
  await store.compact('a', 2, text('state'))
  expect((await store.load('a')).position).toBe(2)
})

/** A LevelDB for a writer whose batches never come to it. */
const noLevel = {} as unknown as Level

test('E5: what gathered behind a write that fails is not tried', async () => {
  const first = Promise.withResolvers<void>()
  let tried = 0
  const writer = createWriter(noLevel, () => {
    tried += 1
    return first.promise
  })
  const calls = [writer.write([{ key: '1', value: new Uint8Array(1) }])]
  await new Promise(setImmediate)
  calls.push(writer.write([]))
  first.reject(new Error('EIO'))
  expect((await Promise.allSettled(calls)).map(call => call.status)).toEqual(['rejected', 'rejected'])
  expect(tried).toBe(1)
})

test('E11: what waits for a slow disk is bounded', async () => {
  const first = Promise.withResolvers<void>()
  const put: string[] = []
  const writer = createWriter(noLevel, (_level, operations) => {
    put.push(...operations.map(({ key }) => key))
    return first.promise
  }, 1_000)
  const value = new Uint8Array(600)
  const written = writer.write([{ key: '1', value }])
  await new Promise(setImmediate)
  const waiting = writer.write([{ key: '2', value }])
  const over = writer.write([{ key: '3', value }])
  const after = writer.write([{ key: '4', value }])
  first.resolve()
  await written
  const rest = await Promise.allSettled([waiting, over, after])
  expect(rest.map(call => call.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(put).toEqual(['1'])
  await writer.settled()
})
