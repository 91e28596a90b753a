import { serverEnvironment, serverOptions } from '@samskriv/server/launch/server.mjs'
import { livePath, schemaVersion } from '@samskriv/shared/protocol'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Open } from './peer.ts'
import { start } from './process.ts'
import { documentId, seed } from './seed.ts'

const main = resolve(import.meta.dirname, '../../../server/main.ts')

async function signIn (base: string, link: string): Promise<string> {
  const response = await fetch(base + link, { method: 'POST', redirect: 'manual' })
  const cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0]
  if (response.status !== 303 || cookie === undefined) throw new Error(`sign-in answered ${response.status}`)
  return cookie
}

/** The real server, as `npm start` starts it: its own data folder, real sign-in, real gate. */
export const openSamskriv: Open = async (place, profileFolder) => {
  const folder = await mkdtemp(join(tmpdir(), 'samskriv-speed-'))
  const links = await seed(folder, place)
  const profiling = profileFolder === null ? [] : ['--cpu-prof', '--cpu-prof-dir', profileFolder]
  const begin = (): ReturnType<typeof start> => start(main, [...serverOptions, ...profiling], { ...serverEnvironment, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, PUBLIC_URL: '' }, /Samskriv: (http:\S+)\n/)
  let { watched, said } = await begin()
  const cookies = await Promise.all(links.map(link => signIn(said, link)))
  return {
    watched: () => watched,
    address: (document, person, answers) => ({
      port: Number(new URL(said).port),
      path: `${livePath}/${documentId(document)}${answers ? `?answers=1&schema=${schemaVersion}&epoch=1` : ''}`,
      cookie: cookies[person] ?? '',
      speaks: 'yjs',
    }),
    async restart (signal) {
      await watched.end(signal)
      ;({ watched, said } = await begin())
    },
    async stop () {
      await watched.end('SIGTERM')
      const complaints = watched.complaints()
      if (complaints !== '') console.error(complaints.slice(0, 2_000))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
