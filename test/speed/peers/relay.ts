import { resolve } from 'node:path'
import type { Open } from './peer.ts'
import { start } from './process.ts'

/** The bare relay: keeps nothing, so a place in it is only its addresses. */
export const openRelay: Open = async () => {
  const script = resolve(import.meta.dirname, '../relay.ts')
  const begin = (): ReturnType<typeof start> => start(script, [], {}, /relay: (\d+)/)
  let { watched, said } = await begin()
  return {
    watched: () => watched,
    address: document => ({ port: Number(said), path: `/document${document}`, cookie: '', speaks: 'nothing' }),
    async restart (signal) {
      await watched.end(signal)
      ;({ watched, said } = await begin())
    },
    stop: () => watched.end('SIGTERM'),
  }
}
