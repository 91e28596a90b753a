import { project } from '@samskriv/shared/document'
import { livePath } from '@samskriv/shared/protocol'
import { templateById } from '@samskriv/shared/template'
import { seeded } from '@samskriv/shared/testing'
import { expect, test } from 'playwright/test'
import * as Y from 'yjs'
import { openSession } from '../../client/live/index.ts'
import { freshMachine } from '../../client/live/testing/machine.ts'
import { randomEdit } from '../../server/live/testing/random-edit.ts'
import { dataFolder, fillDemo, signIn, startServer } from '../fixture/server.ts'
import { openTunnel, type Tunnel } from '../fixture/tunnel.ts'
import { join, socketWith, until } from '../fixture/writer.ts'

/** One client of either kind, behind a line of its own. */
interface Client {
  readonly kind: 'ours' | 'unmodified'
  readonly doc: Y.Doc
  readonly tunnel: Tunnel
  isCut: boolean
  /** Whether it has nothing left to send or hear, as far as it can tell itself. */
  isQuiet(): boolean
  leave(): Promise<void>
}

// Our client keeps deleted words for its undo; in a fresh document what is deleted is gone for everybody alike.
function bytesOf (doc: Y.Doc): string {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return Buffer.from(Y.encodeStateAsUpdate(fresh)).toString('base64')
}

test('clients of both kinds converge over slow lines, cuts and three kills of the server', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  const random = seeded(seed)
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  let server = await startServer(folder)
  const cookies = await Promise.all([links.eier, links.uh, links.tillitsvalgt].map(link => signIn(server, link)))
  const people = ['demoeier', 'demouh', 'demotillit']
  freshMachine()

  async function arrive (kind: Client['kind'], index: number): Promise<Client> {
    const tunnel = await openTunnel(server.baseUrl, () => random.below(12))
    const cookie = cookies[index % cookies.length] ?? ''
    if (kind === 'unmodified') {
      const writer = join({ ...server, baseUrl: tunnel.baseUrl }, cookie, documentId)
      return { kind, doc: writer.doc, tunnel, isCut: false, isQuiet: () => writer.provider.synced, leave: async () => { writer.leave() } }
    }
    const address = tunnel.baseUrl.replace('http', 'ws') + livePath
    const session = openSession({ behovsmelding: documentId, epoch: 1, state: 'utkast', personId: people[index % people.length] ?? '', address }, { Socket: socketWith(cookie), page: null })
    return { kind, doc: session.doc, tunnel, isCut: false, isQuiet: () => session.status.get().state === 'saved' && session.ended.get() === null, leave: () => session.close() }
  }

  const clients: Client[] = []
  for (const [index, kind] of (['ours', 'unmodified', 'ours', 'unmodified', 'unmodified', 'ours', 'unmodified'] as const).entries()) clients.push(await arrive(kind, index))
  await until(() => clients.every(client => client.isQuiet()), 'all to be in')

  for (let step = 0; step < 900; step++) {
    const client = clients[random.below(clients.length)]
    if (client === undefined) continue
    randomEdit(client.doc, random.next)
    if (random.next() < 0.015 && !client.isCut) { client.tunnel.cut(); client.isCut = true }
    if (random.next() < 0.03 && client.isCut) { await client.tunnel.mend(); client.isCut = false }
    if (step % 300 === 150) {
      await server.kill()
      server = await startServer(folder)
      for (const each of clients) each.tunnel.lead(server.baseUrl)
    }
    if (random.next() < 0.5) await new Promise(resolve => { setTimeout(resolve, random.below(5)) })
  }
  for (const client of clients) if (client.isCut) await client.tunnel.mend()

  const all = (): string[] => clients.map(client => bytesOf(client.doc))
  await until(() => clients.every(client => client.isQuiet()) && new Set(all()).size === 1, `the same bytes everywhere (seed ${seed})`, 60_000)
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form comes with the product')
  const values = clients.map(client => JSON.stringify(project(template, client.doc)))
  expect(new Set(values).size, `seed ${seed}`).toBe(1)
  expect(clients.map(client => client.doc.store.pendingStructs), `seed ${seed}`).toEqual(clients.map(() => null))
  for (const client of clients) {
    await client.leave()
    await client.tunnel.close()
  }
  await server.stop()
  server = await startServer(folder)
  const fresh = join(server, cookies[0] ?? '', documentId)
  await until(() => fresh.provider.synced, 'a newcomer to have everything')
  expect(bytesOf(fresh.doc), `stored, seed ${seed}`).toBe(all()[0])
  fresh.leave()
  await server.stop()
  await remove()
})
