import { seeded } from '@samskriv/shared/testing'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from './audit/index.ts'
import { StorageError, type ChainedAuditEntry, type PersonRecord, type Store } from './port/index.ts'
import { allOf, audited, entry, person, randomSeed, text } from './testing/index.ts'

/** A home to be tested: opens the same data each time it is asked, one store at a time; `destroy` clears it away. */
export interface HomeUnderTest { open (): Promise<Store>, destroy (): Promise<void> }

/** What every home of the store must pass (SPEC.md, S1 to S10). `make` makes an empty home. */
export function storeContract (name: string, make: () => Promise<HomeUnderTest>): void {
  describe(`${name}: the store's contract`, () => {
    let home: HomeUnderTest
    let store: Store
    beforeEach(async () => {
      home = await make()
      store = await home.open()
    })
    afterEach(async () => {
      await store.close()
      await home.destroy()
    })
    async function reopen (): Promise<void> {
      await store.close()
      store = await home.open()
    }

    test('S1: what is appended is loaded in order, byte for byte, also after opening anew', async () => {
      const bytes = [new Uint8Array(0), new Uint8Array([0, 255, 0]), new Uint8Array(70_000).fill(9)]
      await store.append(bytes.map((bytes, i) => ({ room: 'a/1/content', position: i + 1, bytes })))
      await store.append([{ room: 'a/1/content', position: 4, bytes: text('four') }, entry('a/1/contents', 1), entry('a/10/content', 1)])
      for (let i = 0; i < 2; i++) {
        const { position, state, tail } = await store.load('a/1/content')
        expect({ position, state }).toEqual({ position: 0, state: null })
        expect(tail.map(entry => [entry.room, entry.position])).toEqual([1, 2, 3, 4].map(n => ['a/1/content', n]))
        expect(tail.map(entry => Buffer.from(entry.bytes))).toEqual([...bytes, text('four')].map(bytes => Buffer.from(bytes)))
        expect((await store.load('a/1/contents')).tail).toHaveLength(1)
        await reopen()
      }
    })

    test('S1: an unknown room is empty', async () => {
      expect(await store.load('nobody/1/content')).toEqual({ position: 0, state: null, tail: [] })
    })

    test('S1: bytes the caller changes after the call are kept as they were', async () => {
      const bytes = text('before')
      const appended = store.append([{ room: 'a', position: 1, bytes }])
      bytes.fill(0)
      await appended
      expect(Buffer.from((await store.load('a')).tail[0]?.bytes ?? []).toString()).toBe('before')
    })

    test('S2: of many appends at once, each room gets all of its own, in order', async () => {
      const seed = randomSeed()
      const random = seeded(seed)
      const ends = new Map<string, number>()
      const calls: Promise<void>[] = []
      for (let i = 0; i < 600; i++) {
        const entries = Array.from({ length: 1 + random.below(4) }, () => {
          const room = `room${random.below(7)}`
          const position = (ends.get(room) ?? 0) + 1
          ends.set(room, position)
          return entry(room, position)
        })
        calls.push(store.append(entries))
        if (random.next() < 0.1) await Promise.all(calls)
        if (random.next() < 0.05) calls.push(store.sync())
      }
      await Promise.all(calls)
      await reopen()
      for (const [room, end] of ends) {
        const { tail } = await store.load(room)
        expect(tail.map(entry => entry.position), `seed ${seed}`).toEqual(Array.from({ length: end }, (_, i) => i + 1))
        expect(tail.every(found => Buffer.from(found.bytes).equals(entry(room, found.position).bytes)), `seed ${seed}`).toBe(true)
      }
    })

    test('S3: a position that does not follow on is refused, and nothing of that call is kept', async () => {
      await store.append([entry('a', 1), entry('a', 2)])
      await expect(store.append([entry('b', 1), entry('a', 4)])).rejects.toThrow(/position 4 does not follow on 2/)
      await expect(store.append([entry('a', 2)])).rejects.toThrow(/does not follow/)
      await expect(store.append([entry('c', 1), entry('c', 3)])).rejects.toThrow(/does not follow/)
      await expect(store.append([entry('c', 0)])).rejects.toThrow()
      await store.append([entry('a', 3), entry('b', 1)])
      expect((await store.load('a')).tail).toHaveLength(3)
      expect((await store.load('b')).tail).toHaveLength(1)
      expect((await store.load('c')).tail).toHaveLength(0)
    })

    test('S4: a commit is seen whole, and only once it is done', async () => {
      const done = store.commit({ changes: [{ table: 'people', put: person('p1') }], journal: [entry('a', 1)], audit: [audited('made')] })
      expect(store.table('people').size).toBe(0)
      await done
      expect(store.table('people').get('p1')).toEqual(person('p1'))
      await reopen()
      expect(store.table('people').get('p1')).toEqual(person('p1'))
      expect((await store.load('a')).tail).toHaveLength(1)
      expect(await allOf(store.audit())).toHaveLength(1)
    })

    test('S4: a commit with one impossible part leaves nothing', async () => {
      const bad = { changes: [{ table: 'people', put: person('p1') }], journal: [entry('a', 7), entry('a', 9)], audit: [audited('made')] } as const
      await expect(store.commit(bad)).rejects.toThrow(/does not follow/)
      await expect(store.commit({ changes: bad.changes, journal: [entry('a', 1)], audit: [audited('\ud800')] })).rejects.toThrow()
      await store.commit({ journal: [entry('a', 1)], audit: [audited('after')] })
      await reopen()
      expect(store.table('people').size).toBe(0)
      expect(await allOf(store.audit())).toMatchObject([{ number: 1, action: 'after' }])
    })

    test('S4: of many commits at once, the last call wins, and they become visible in order', async () => {
      const seen: string[] = []
      await Promise.all(Array.from({ length: 40 }, async (_, i) => {
        await store.commit({ changes: [{ table: 'people', put: { ...person('p'), name: `name ${i}` } }], audit: [audited(`step${i}`)] })
        seen.push(store.table('people').get('p')?.name ?? '')
      }))
      expect(seen).toEqual(Array.from({ length: 40 }, (_, i) => `name ${i}`))
      await reopen()
      expect(store.table('people').get('p')?.name).toBe('name 39')
      expect((await allOf(store.audit())).map(entry => entry.action)).toEqual(Array.from({ length: 40 }, (_, i) => `step${i}`))
    })

    test('S5: records are replaced and removed, also after opening anew', async () => {
      const ola: PersonRecord = { ...person('p2'), name: 'Another' }
      await store.commit({ changes: [{ table: 'people', put: person('p1') }, { table: 'people', put: person('p2') }] })
      await store.commit({ changes: [{ table: 'people', remove: 'p1' }, { table: 'people', put: ola }, { table: 'people', remove: 'nobody' }] })
      for (let i = 0; i < 2; i++) {
        expect([...store.table('people').values()]).toEqual([ola])
        expect(store.table('sessions').size).toBe(0)
        await reopen()
      }
    })

    test('S6: compacting replaces what it covers and leaves the tail', async () => {
      await store.append([1, 2, 3, 4, 5].map(n => entry('a', n)))
      await store.append([entry('b', 1)])
      await store.compact('a', 3, text('state at 3'))
      const appended = store.append([entry('a', 6)])
      const compacted = store.compact('a', 6, text('state at 6'))
      await Promise.all([appended, compacted])
      await store.append([entry('a', 7)])
      await store.compact('a', 2, text('too late'))
      for (let i = 0; i < 2; i++) {
        const { position, state, tail } = await store.load('a')
        expect([position, Buffer.from(state ?? []).toString(), tail.map(entry => entry.position)]).toEqual([6, 'state at 6', [7]])
        expect(Buffer.from(tail[0]?.bytes ?? [])).toEqual(Buffer.from(entry('a', 7).bytes))
        expect((await store.load('b')).tail).toHaveLength(1)
        await reopen()
      }
    })

    test('S6: compacting in the middle of what was written at once keeps the rest', async () => {
      await store.append([1, 2, 3, 4].map(n => entry('a', n)))
      await store.compact('a', 2, text('two'))
      expect((await store.load('a')).tail.map(entry => entry.position)).toEqual([3, 4])
      await store.append([entry('a', 5)])
      await store.compact('a', 3, text('three'))
      await reopen()
      expect((await store.load('a')).tail.map(entry => entry.position)).toEqual([4, 5])
    })

    test('S6: compacting past what is stored is refused', async () => {
      await store.append([entry('a', 1)])
      await expect(store.compact('a', 2, text('state'))).rejects.toThrow(/room a .*entries 2 to 2 are missing/)
      expect((await store.load('a')).tail).toHaveLength(1)
    })

    test('S7: audit entries are numbered and chained in order, from any number on', async () => {
      await store.commit({ audit: [audited('one'), audited('two')] })
      await reopen()
      await store.commit({ audit: [{ ...audited('three'), facts: { count: 3 } }] })
      const entries = await allOf(store.audit())
      expect(entries.map(({ number, action }) => [number, action])).toEqual([[1, 'one'], [2, 'two'], [3, 'three']])
      expect(entries.map(entry => entry.previous)).toEqual(['', entries[0]?.hash, entries[1]?.hash])
      expect((await allOf(store.audit(3))).map(entry => entry.action)).toEqual(['three'])
      expect(await verifyAudit(store.audit(), null)).toEqual({ ok: true, head: { number: 3, hash: entries[2]?.hash } })
      // Worked out by hand, so that another program can check the log: keys in order, no spaces, without the hash itself.
      const first = '{"action":"one","at":"2026-01-01T00:00:00.000Z","behovsmelding":null,"number":1,"personId":null,"previous":"","result":"done","role":null}'
      expect(entries[0]?.hash).toBe(createHash('sha256').update(first).digest('hex'))
    })

    test('S7: the first wrong entry is named', async () => {
      await store.commit({ audit: ['one', 'two', 'three', 'four'].map(audited) })
      const [one, two, three, four] = await allOf(store.audit())
      if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('four entries were written')
      const head = { number: 4, hash: four.hash }
      expect(await verifyAudit(from([one, { ...two, action: 'other' }, three, four]), head)).toEqual({ ok: false, number: 2, why: 'changed' })
      expect(await verifyAudit(from([one, three, four]), head)).toEqual({ ok: false, number: 2, why: 'missing' })
      expect(await verifyAudit(from([one, two, { ...three, previous: one.hash }, four]), head)).toEqual({ ok: false, number: 3, why: 'unchained' })
      expect(await verifyAudit(from([one, two]), head)).toEqual({ ok: false, number: 3, why: 'cut-off' })
      expect(await verifyAudit(from([one, two, three, four]), { number: 3, hash: two.hash })).toEqual({ ok: false, number: 3, why: 'replaced' })
      expect(await verifyAudit(from([one, two, three, four]), head)).toEqual({ ok: true, head })
    })

    test('S8: files are kept under their hash, once', async () => {
      const bytes = text('a file')
      const hash = createHash('sha256').update(bytes).digest('hex')
      expect(await Promise.all([store.putFile(bytes), store.putFile(bytes), store.putFile(text(''))])).toEqual([hash, hash, createHash('sha256').digest('hex')])
      await reopen()
      expect(await store.putFile(bytes)).toBe(hash)
      expect(Buffer.from(await store.getFile(hash) ?? [])).toEqual(Buffer.from(bytes))
      // A large one is hashed elsewhere, and is a part of something larger still.
      const large = new Uint8Array(3_000_000).fill(7).subarray(1_000_000, 2_500_000)
      const itsHash = await store.putFile(large)
      expect(itsHash).toBe(createHash('sha256').update(large).digest('hex'))
      expect(Buffer.from(await store.getFile(itsHash) ?? []).equals(large)).toBe(true)
      expect(await store.getFile('0'.repeat(64))).toBeNull()
      expect(await store.getFile('../../etc/passwd')).toBeNull()
    })

    test('S9: closing waits for what is in hand, and then nothing is taken', async () => {
      const appended = Array.from({ length: 50 }, (_, i) => store.append([entry('a', i + 1)]))
      const committed = store.commit({ changes: [{ table: 'people', put: person('p1') }], audit: [audited('made')] })
      await Promise.all([store.close(), store.close()])
      await Promise.all([...appended, committed])
      await expect(store.append([entry('a', 51)])).rejects.toThrow(StorageError)
      await expect(store.sync()).rejects.toThrow(StorageError)
      await expect(store.load('a')).rejects.toThrow(StorageError)
      await expect(store.compact('a', 1, text('state'))).rejects.toThrow(StorageError)
      await expect(store.commit({ audit: [audited('late')] })).rejects.toThrow(StorageError)
      await expect(store.putFile(text('late'))).rejects.toThrow(StorageError)
      await expect(store.recover()).rejects.toThrow(StorageError)
      await expect(allOf(store.audit())).rejects.toThrow(StorageError)
      store = await home.open()
      expect((await store.load('a')).tail).toHaveLength(50)
      expect(store.table('people').size).toBe(1)
    })

    test('S10: recovering without trouble does nothing', async () => {
      await store.append([entry('a', 1)])
      await store.recover()
      await store.append([entry('a', 2)])
      expect((await store.load('a')).tail).toHaveLength(2)
    })
  })
}

async function * from (entries: readonly ChainedAuditEntry[]): AsyncGenerator<ChainedAuditEntry> {
  yield * entries
}
