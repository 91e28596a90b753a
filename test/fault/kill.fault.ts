import { seeded } from '@samskriv/shared/testing'
import { expect, test } from 'playwright/test'
import * as Y from 'yjs'
import { dataFolder, fillDemo, signIn, startServer, type Running } from '../fixture/server.ts'
import { join, until, type Writer } from '../fixture/writer.ts'

const rounds = 20

interface Known { readonly client: number, readonly clock: number, readonly how: 'seen by another' | 'called taken' }

/** What each writer has been told is safe: clocks of their own client id, by counting their update frames. */
function follow (writer: Writer): () => Known {
  const clocks: number[] = []
  // The handshake's reply is the connection's first write frame: it holds nothing of this writer's.
  clocks.push(0)
  writer.doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== writer.provider) clocks.push(Y.decodeStateVector(Y.encodeStateVector(writer.doc)).get(writer.doc.clientID) ?? 0)
  })
  return () => ({ client: writer.doc.clientID, clock: clocks[writer.taken() - 1] ?? 0, how: 'called taken' })
}

async function writeUntilKilled (server: Running, cookies: readonly string[], documentId: string, seed: number): Promise<Known[]> {
  const random = seeded(seed)
  const writers = cookies.map(cookie => join(server, cookie, documentId, { answers: '1' }))
  const taken = writers.map(follow)
  await until(() => writers.every(writer => writer.provider.synced), 'all to be in')
  const killAfter = 100 + random.below(500)
  const started = performance.now()
  while (performance.now() - started < killAfter) {
    const writer = writers[random.below(writers.length)]
    const text = writer?.doc.getText(`text:${random.below(3)}`)
    text?.insert(random.below(text.length + 1), `${random.below(100)} `)
    if (random.next() < 0.4) await new Promise(resolve => { setTimeout(resolve, random.below(8)) })
  }
  await server.kill()
  const known: Known[] = taken.map(each => each())
  for (const writer of writers) {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(writer.doc))) {
      if (client !== writer.doc.clientID) known.push({ client, clock, how: 'seen by another' })
    }
    writer.leave()
  }
  return known
}

test(`kill -9 in the middle of writing, ${rounds} times: nothing seen and nothing taken is missing`, async () => {
  const seed = Date.now() % 1_000_000
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  let server = await startServer(folder)
  const cookies = await Promise.all([links.eier, links.uh, links.tillitsvalgt].map(link => signIn(server, link)))
  const everything: Known[] = []
  let takenAtAll = 0
  for (let round = 0; round < rounds; round++) {
    const known = await writeUntilKilled(server, cookies, documentId, seed + round)
    everything.push(...known)
    takenAtAll += known.filter(each => each.how === 'called taken' && each.clock > 0).length
    server = await startServer(folder)
    const fresh = join(server, cookies[0] ?? '', documentId)
    await until(() => fresh.provider.synced, 'a newcomer to have everything')
    const stored = Y.decodeStateVector(Y.encodeStateVector(fresh.doc))
    const missing = everything.filter(({ client, clock }) => (stored.get(client) ?? 0) < clock)
    expect(missing, `round ${round}, seed ${seed}`).toEqual([])
    expect(fresh.doc.store.pendingStructs, `round ${round}, seed ${seed}`).toBeNull()
    fresh.leave()
  }
  expect(takenAtAll, 'the test saw answers at all').toBeGreaterThan(rounds)
  expect(await server.stop()).toBe(0)
  await remove()
})
