import { afterEach } from 'vitest'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { provider, rawSocket, startLive, type LiveServer } from './live-server.ts'

/** A socket that keeps what it gets. */
export type RawSocket = Awaited<ReturnType<typeof rawSocket>>

/** Servers, providers and sockets that end by themselves after the test that opened them, the last opened first. */
export interface Stage {
  start(...args: Parameters<typeof startLive>): Promise<LiveServer>
  /** An unmodified provider of a person's. */
  join(server: LiveServer, as: string, room?: string, doc?: Y.Doc): WebsocketProvider
  opened(server: LiveServer, query: string, room?: string): Promise<RawSocket>
}

/** One for a test file. */
export function createStage (): Stage {
  const stops: (() => Promise<void> | void)[] = []
  afterEach(async () => { for (const stop of stops.splice(0).toReversed()) await stop() })
  return {
    async start (...args) {
      const server = await startLive(...args)
      stops.push(() => server.stop())
      return server
    },
    join (server, as, room, doc) {
      const joined = provider(server, as, room, doc)
      stops.push(() => { joined.destroy() })
      return joined
    },
    async opened (server, query, room) {
      const raw = await rawSocket(server, query, room)
      stops.push(() => { raw.socket.terminate() })
      return raw
    },
  }
}
