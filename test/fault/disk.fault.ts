import { spawnSync } from 'node:child_process'
import { readdir, stat, truncate } from 'node:fs/promises'
import { join as path } from 'node:path'
import { expect, test } from 'playwright/test'
import { dataFolder, fillDemo, signIn, startServer } from '../fixture/server.ts'
import { openTunnel } from '../fixture/tunnel.ts'
import { join, until } from '../fixture/writer.ts'

/** Whether this machine lets us mount a small disk of our own, in a namespace nobody else sees. */
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0

test('a full disk: loud words, nothing taken that is not stored, and on again when there is room', async () => {
  if (!canMount) {
    test.info().annotations.push({ type: 'limit', description: 'no tmpfs can be mounted here; the store’s own tests pretend a full disk instead' })
    return
  }
  const { folder, remove } = await dataFolder()
  // One shell holds the namespace: it fills the disk when told on one signal, empties it on the other.
  const script = 'mount -t tmpfs -o size=24m none "$DATA_DIR" && cd "$PROJECT" && "$NODE" server/demo/main.ts --json >"$DATA_DIR/demo.json" && cat "$DATA_DIR/demo.json" | tr -d "\\n" && echo && ' +
    'trap "head -c 30m /dev/zero >\\"$DATA_DIR/ballast\\" 2>/dev/null" USR1; trap "rm -f \\"$DATA_DIR/ballast\\"" USR2; ' +
    '"$0" "$@" & child=$!; trap "kill -TERM $child" TERM; while kill -0 $child 2>/dev/null; do wait $child; done'
  const project = path(import.meta.dirname, '../..')
  const server = await startServer(folder, { PROJECT: project, NODE: path(project, 'node_modules/.bin/node') }, ['unshare', '-rm', 'sh', '-c', script])
  const demo = JSON.parse(/^\{.*\}$/m.exec(server.said())?.[0] ?? '{}') as { documentId: string, links: { eier: string } }
  const cookie = await signIn(server, new URL(demo.links.eier).pathname)
  const writer = join(server, cookie, demo.documentId, { answers: '1' })
  await until(() => writer.provider.synced && writer.taken() > 0, 'the writer to be in')
  const text = writer.doc.getText('text:eier')
  text.insert(0, 'Før. ')
  await until(() => writer.taken() > 1, 'the first words to be stored')

  server.process.kill('SIGUSR1')
  const before = writer.taken()
  await until(() => {
    text.insert(0, 'Full disk. '.repeat(200))
    return server.said().includes('storage failed')
  }, 'the server to say that the disk fails', 30_000)
  await until(() => !writer.provider.wsconnected, 'the socket to be closed')
  expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(503)
  expect(before).toBeGreaterThan(1)

  server.process.kill('SIGUSR2')
  await until(() => server.said().includes('storage works again'), 'the server to go on', 30_000)
  await until(() => writer.provider.synced, 'the writer to be back', 30_000)
  const fresh = join(server, cookie, demo.documentId)
  await until(() => fresh.provider.synced && fresh.doc.getText('text:eier').toString() === text.toString(), 'nothing to be missing')
  writer.leave()
  fresh.leave()
  await server.stop()
  await remove()
})

test('a torn journal tail: it starts, and what a client still has comes back', async () => {
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  let server = await startServer(folder)
  const cookie = await signIn(server, links.eier)
  const tunnel = await openTunnel(server.baseUrl)
  const writer = join({ ...server, baseUrl: tunnel.baseUrl }, cookie, documentId, { answers: '1' })
  await until(() => writer.provider.synced, 'the writer to be in')
  for (let n = 0; n < 50; n++) writer.doc.getText('text:eier').insert(0, `${n} `)
  await until(() => writer.taken() > 40, 'the words to be stored')
  await server.kill()
  const journal = path(folder, 'journal')
  const logs = (await readdir(journal)).filter(name => name.endsWith('.log')).toSorted()
  const last = path(journal, logs.at(-1) ?? '')
  await truncate(last, Math.max(0, (await stat(last)).size - 37))
  server = await startServer(folder)
  tunnel.lead(server.baseUrl)
  const fresh = join(server, cookie, documentId)
  await until(() => fresh.provider.synced && fresh.doc.getText('text:eier').toString() === writer.doc.getText('text:eier').toString(), 'all to be there again')
  writer.leave()
  fresh.leave()
  await tunnel.close()
  await server.stop()
  await remove()
})

test('a clock that jumps two days and back: it is said, and no word is lost', async () => {
  const { folder, remove } = await dataFolder()
  const { documentId, links } = await fillDemo(folder)
  const server = await startServer(folder, { NODE_OPTIONS: `--import ${path(import.meta.dirname, '../fixture/shifting-clock.mjs')}` })
  const cookie = await signIn(server, links.eier)
  const writer = join(server, cookie, documentId, { answers: '1' })
  await until(() => writer.provider.synced, 'the writer to be in')
  const text = writer.doc.getText('text:eier')
  for (const words of ['i dag ', 'om to dager ', 'i dag igjen ']) {
    const taken = writer.taken()
    text.insert(0, words)
    await until(() => writer.taken() > taken, `«${words}» to be stored`)
    server.process.kill('SIGUSR2')
  }
  await until(() => server.said().includes('has jumped'), 'the server to say so', 15_000)
  await server.stop()
  writer.leave()
  const again = await startServer(folder)
  const fresh = join(again, cookie, documentId)
  await until(() => fresh.provider.synced, 'a newcomer to be in')
  expect(fresh.doc.getText('text:eier').toString()).toContain('i dag igjen om to dager i dag ')
  fresh.leave()
  await again.stop()
  await remove()
})
