import { seeded } from '@samskriv/shared/testing'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageError, type Store } from '../port/index.ts'
import { entry, randomSeed, text } from '../testing/index.ts'
import { writeChunk } from './chunk.ts'
import { fenceKey, stretchesAfter, stretchKey, type Stretch } from './keys.ts'
import { openLevel } from './level.ts'
import { realDisk, type Disk } from './opening.ts'
import { looseChunks } from './rooms.ts'
import { scanKeys } from './scan.ts'
import { openForTest, quietLog, temporaryFolder } from './testing/index.ts'

async function appendAll (store: Store, room: string, first: number, last: number): Promise<void> {
  const calls: Promise<void>[] = []
  for (let position = first; position <= last; position++) calls.push(store.append([entry(room, position)]))
  await Promise.all(calls)
}

/** How many values a room's journal lies in, of one kind. Only while no store is open. */
async function count (folder: string, kind: Stretch): Promise<number> {
  const level = await openLevel(join(folder, 'journal'), quietLog())
  let count = 0
  for await (const keys of scanKeys({ level }, stretchesAfter(kind, 'a', 0))) count += keys.length
  await level.close()
  return count
}

async function expectWhole (store: Store, from: number, to: number, message: string): Promise<void> {
  const { tail } = await store.load('a')
  expect(tail.map(entry => entry.position), message).toEqual(Array.from({ length: to - from + 1 }, (_, i) => from + i))
  expect(tail.every(found => Buffer.from(found.bytes).equals(entry('a', found.position).bytes)), message).toBe(true)
}

test('E10: thousands of small entries lie in few values, and are loaded as they were appended', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await appendAll(store, 'a', 1, 10 * looseChunks + 5)
  await expectWhole(store, 1, 10 * looseChunks + 5, 'while open')
  await store.close()
  expect(await count(folder, 'b')).toBeLessThanOrEqual(10)
  expect(await count(folder, 'c')).toBeLessThan(looseChunks)
  await expectWhole((await openForTest(folder)).store, 1, 10 * looseChunks + 5, 'opened anew')
})

test('E10: a room found with loose entries goes on being bundled', async () => {
  const folder = await temporaryFolder()
  for (let round = 0; round < 3; round++) {
    const { store } = await openForTest(folder)
    await store.load('a')
    await appendAll(store, 'a', round * 200 + 1, round * 200 + 200)
    await store.close()
  }
  expect(await count(folder, 'b')).toBeGreaterThan(0)
  expect(await count(folder, 'c')).toBeLessThan(looseChunks)
  await expectWhole((await openForTest(folder)).store, 1, 600, 'opened anew')
})

test('E10: a room that was compacted in the middle, or written to before it was loaded, is bundled all the same', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await appendAll(store, 'a', 1, 100)
  await store.compact('a', 50, text('state'))
  await appendAll(store, 'a', 101, 300)
  await store.close()
  expect(await count(folder, 'b')).toBe(1)
  const { store: again } = await openForTest(folder)
  await appendAll(again, 'a', 301, 310)
  await again.load('a')
  await appendAll(again, 'a', 311, 600)
  await expectWhole(again, 51, 600, 'opened anew')
  await again.close()
  expect(await count(folder, 'b')).toBe(2)
})

test('E10: large entries are bundled a little at a time, and none is lost', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  for (let position = 1; position <= looseChunks; position++) await store.append([{ room: 'a', position, bytes: new Uint8Array(20_000).fill(position) }])
  await store.close()
  expect(await count(folder, 'b')).toBeGreaterThan(4)
  const { tail } = await (await openForTest(folder)).store.load('a')
  expect(tail.map(entry => [entry.bytes.length, entry.bytes[0]])).toEqual(Array.from({ length: looseChunks }, (_, i) => [20_000, (i + 1) % 256]))
})

test('E10: with appends, compactions, failures and new openings in any order, a room is always whole', async () => {
  const seed = randomSeed()
  const random = seeded(seed)
  const folder = await temporaryFolder()
  let failing: 'no' | 'before' | 'after' = 'no'
  const disk: Disk = {
    ...realDisk,
    async writeBatch (...batch) {
      const when = failing
      failing = 'no'
      if (when !== 'before') await realDisk.writeBatch(...batch)
      if (when !== 'no') throw new Error(`failed ${when} it was written`)
    },
  }
  let { store } = await openForTest(folder, disk)
  let last = 0
  let compacted = 0
  for (let step = 0; step < 60; step++) {
    const chance = random.next()
    if (chance < 0.7) {
      const end = last + 1 + random.below(150)
      const calls: Promise<void>[] = []
      while (last < end) {
        const size = Math.min(end - last, 1 + random.below(3))
        calls.push(store.append(Array.from({ length: size }, (_, i) => entry('a', last + 1 + i))))
        last += size
      }
      await (random.next() < 0.5 ? Promise.all(calls) : calls[0])
    } else if (chance < 0.85 && last > compacted) {
      compacted += 1 + random.below(last - compacted)
      await store.compact('a', compacted, text(`state at ${compacted}`))
    } else if (chance < 0.93) {
      await store.close()
      store = (await openForTest(folder, disk)).store
    } else {
      await store.append([])
      failing = random.next() < 0.5 ? 'before' : 'after'
      const entries = [1, 2, 3].map(i => entry('a', last + i))
      await expect(store.append(entries)).rejects.toThrow(StorageError)
      await store.recover()
    }
    const message = `seed ${seed}, step ${step}`
    await store.append([])
    const stored = await store.load('a')
    expect([stored.position, Buffer.from(stored.state ?? text('')).toString()], message).toEqual([compacted, compacted === 0 ? '' : `state at ${compacted}`])
    await expectWhole(store, compacted + 1, last, message)
  }
})

test('E4: entries that are there twice are found', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await appendAll(store, 'a', 1, 3)
  await store.close()
  const level = await openLevel(join(folder, 'journal'), quietLog())
  await level.put(stretchKey('c', 'a', 4, 2), writeChunk([text('three again'), text('four')]))
  await level.close()
  await expect((await openForTest(folder)).store.load('a')).rejects.toThrow(/room a is damaged: the entries from 3 on are there twice/)
})

test('E4, E10: what is missing before a bundle is found', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await appendAll(store, 'a', 1, 3 * looseChunks)
  await store.close()
  const level = await openLevel(join(folder, 'journal'), quietLog())
  const keys: string[] = []
  for await (const batch of scanKeys({ level }, stretchesAfter('b', 'a', 0))) keys.push(...batch)
  await level.del(keys[1] ?? '')
  await level.close()
  const { store: again } = await openForTest(folder)
  await expect(again.load('a')).rejects.toThrow(/room a is damaged: the entries \d+ to \d+ are missing/)
  await expect(again.compact('a', 3 * looseChunks, text('state'))).rejects.toThrow(StorageError)
})

test('E10: once compacted, a room has a fence behind its bundles and its chunks, so that reading it ends there', async () => {
  const folder = await temporaryFolder()
  const { store } = await openForTest(folder)
  await appendAll(store, 'a', 1, looseChunks + 5)
  await store.compact('a', looseChunks, text('state'))
  await expectWhole(store, looseChunks + 1, looseChunks + 5, 'what came after')
  await store.close()
  const level = await openLevel(join(folder, 'journal'), quietLog())
  for (const kind of ['b', 'c'] as const) expect(await level.get(fenceKey(kind, 'a'))).toHaveLength(0)
  await level.close()
  expect(await count(folder, 'b') + await count(folder, 'c')).toBeGreaterThan(0)
  await expectWhole((await openForTest(folder)).store, looseChunks + 1, looseChunks + 5, 'opened anew')
})
