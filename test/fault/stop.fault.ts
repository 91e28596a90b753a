import { expect, test } from 'playwright/test'
import * as Y from 'yjs'
import { dataFolder, fillDemo, signIn, startServer } from '../fixture/server.ts'
import { join, until } from '../fixture/writer.ts'

test('SIGTERM drains: what was sent before it is stored, health says no, and the process ends well', async () => {
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  const server = await startServer(folder)
  const cookie = await signIn(server, links.eier)
  expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(200)
  const writer = join(server, cookie, documentId, { answers: '1' })
  await until(() => writer.provider.synced && writer.taken() === 1, 'the handshake to be answered')
  for (let n = 0; n < 200; n++) writer.doc.getText('text:t').insert(0, 'x')
  const other = join(server, cookie, documentId)
  await until(() => other.doc.getText('text:t').length === 200, 'the other to see it')
  expect(await server.stop()).toBe(0)
  writer.leave()
  other.leave()
  const again = await startServer(folder)
  const fresh = join(again, cookie, documentId)
  await until(() => fresh.provider.synced, 'a newcomer to have everything')
  expect(fresh.doc.getText('text:t').toString()).toBe('x'.repeat(200))
  expect(Y.encodeStateAsUpdate(fresh.doc).length).toBeGreaterThan(200)
  fresh.leave()
  await again.stop()
  await remove()
})

test('wrong settings stop the start with one list of what is wrong', async () => {
  const { folder, remove } = await dataFolder()
  const said = await startServer(folder, { PORT: 'x', PUBLIC_URL: 'nowhere' }).then(() => '', (error: Error) => error.message)
  expect(said).toContain('PORT is "x"')
  expect(said).toContain('PUBLIC_URL is "nowhere"')
  await remove()
})

test('a second server on the same data folder is refused clearly', async () => {
  const { folder, remove } = await dataFolder()
  const server = await startServer(folder)
  const said = await startServer(folder).then(() => '', (error: Error) => error.message)
  expect(said).toContain('in use by another process')
  await server.stop()
  await remove()
})
