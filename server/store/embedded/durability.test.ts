import { fstatSync } from 'node:fs'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDurability, syncFile, type Durability } from './durability.ts'
import { openForTest, temporaryFolder } from './testing/index.ts'
import { writeBatch } from './writer.ts'

/** A durability whose syncs are let go by the test, one by one, and that says which files they were for. */
async function watched (): Promise<{ folder: string, durability: Durability, begun: number[], letGo: () => void }> {
  const folder = await temporaryFolder()
  const begun: number[] = []
  let waiting: (() => void)[] = []
  const durability = createDurability(folder, descriptor => {
    begun.push(fstatSync(descriptor).ino)
    return new Promise(resolve => waiting.push(resolve))
  })
  return { folder, durability, begun, letGo: () => waiting.splice(0).forEach(resolve => resolve()) }
}

async function until (reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise(setImmediate)
}

test('E2: sync covers every log there is, not only the newest', async () => {
  const { folder, durability, begun, letGo } = await watched()
  for (const name of ['000003.log', '000007.log', 'LOG', '000005.ldb']) await writeFile(join(folder, name), '')
  const inodes = await Promise.all(['000003.log', '000007.log'].map(async name => (await stat(join(folder, name))).ino))
  const first = durability.sync()
  await until(() => begun.length === 2)
  letGo()
  await first
  expect(begun.splice(0).toSorted()).toEqual(inodes.toSorted())

  await writeFile(join(folder, '000009.log'), '')
  await rm(join(folder, '000003.log'))
  const second = durability.sync()
  await until(() => begun.length === 2)
  letGo()
  await until(() => begun.length === 3)
  letGo()
  await second
  expect(begun).toContain((await stat(join(folder, '000009.log'))).ino)
  await durability.close()
})

test('E2: a sync asked for while one is running waits for one that began after it, and shares it', async () => {
  const { folder, durability, begun, letGo } = await watched()
  await writeFile(join(folder, '000003.log'), '')
  const done: string[] = []
  const first = durability.sync().then(() => done.push('first'))
  await until(() => begun.length === 1)
  const later = ['second', 'third'].map(name => durability.sync().then(() => done.push(name)))
  letGo()
  await until(() => begun.length === 2)
  expect(done).toEqual(['first'])
  letGo()
  await Promise.all([first, ...later])
  expect(begun).toHaveLength(2)
  await durability.close()
})

test('E2: a sync that fails says so to all who waited for it, and the next one begins anew', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, '000003.log'), '')
  let failing = true
  const durability = createDurability(folder, () => failing ? Promise.reject(new Error('EIO')) : Promise.resolve())
  const calls = [durability.sync(), durability.sync()]
  expect((await Promise.allSettled(calls)).map(call => call.status)).toEqual(['rejected', 'rejected'])
  failing = false
  await durability.sync()
  await durability.close()
})

test('E2: while LevelDB goes from log to log, each sync covers all logs that were there before it', async () => {
  const folder = await temporaryFolder()
  const synced = new Set<number>()
  const { store } = await openForTest(folder, {
    writeBatch,
    syncFile (descriptor) {
      synced.add(fstatSync(descriptor).ino)
      return syncFile(descriptor)
    },
  })
  const journal = join(folder, 'journal')
  const logs = new Set<string>()
  for (let position = 1; position <= 120; position++) {
    await store.append([{ room: 'a', position, bytes: new Uint8Array(100_000).fill(position) }])
    const there: { name: string, ino: number }[] = []
    for (const name of (await readdir(journal)).filter(name => name.endsWith('.log'))) {
      const found = await stat(join(journal, name)).catch(() => null)
      if (found !== null) there.push({ name, ino: found.ino })
      logs.add(name)
    }
    synced.clear()
    await store.sync()
    for (const { name, ino } of there) {
      // Gone meanwhile: LevelDB has made a synced table of it.
      if (!synced.has(ino)) expect(await readdir(journal)).not.toContain(name)
    }
  }
  expect(logs.size).toBeGreaterThan(1)
})
