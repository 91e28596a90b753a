import type { Role, State } from '@samskriv/shared/access'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createLive, type LiveOptions } from '../create.ts'
import type { Live } from '../live.ts'
import { JournalStore } from './journal-store.ts'

/** A live half on a loopback port. The address names the person: `/live/<behovsmelding>?as=<person>`. */
export interface LiveServer {
  readonly live: Live
  readonly store: JournalStore
  readonly address: string
  readonly rights: Map<string, { role: Role | null, state: State, epoch: number }>
  readonly logged: string[]
  stop(): Promise<void>
}

/** Starts a live half whose rights a test sets by person; everybody is `eier` of everything in `utkast` until it says otherwise. */
export async function startLive (options: Partial<LiveOptions> = {}, store = new JournalStore()): Promise<LiveServer> {
  const rights: LiveServer['rights'] = new Map()
  const logged: string[] = []
  const live = createLive({
    store,
    rights: { of: (behovsmelding, personId) => behovsmelding === 'unknown' ? null : rights.get(personId) ?? { role: 'eier', state: 'utkast', epoch: 1 } },
    log: (level, event) => { logged.push(`${level} ${event}`) },
    ...options,
  })
  const server: Server = createServer()
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://samskriv')
    const personId = url.searchParams.get('as') ?? 'somebody'
    live.accept(request, socket, head, url.pathname.slice('/live/'.length), { personId, name: `Navn ${personId}`, color: 3, sessionId: `session of ${personId}` })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return {
    live, store, rights, logged,
    address: `ws://127.0.0.1:${port}/live`,
    async stop () {
      await live.stop()
      await new Promise(resolve => { server.close(resolve) })
    },
  }
}

/** An unmodified provider on a document of its own. */
export function provider (server: LiveServer, as: string, room = 'sak', doc = new Y.Doc()): WebsocketProvider {
  return new WebsocketProvider(server.address, room, doc, { params: { as }, disableBc: true, WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket })
}

/** A raw socket that keeps every frame it gets. */
export async function rawSocket (server: LiveServer, query: string, room = 'sak'): Promise<{ socket: WebSocket, frames: Uint8Array[], closed: Promise<{ code: number, reason: string }> }> {
  const socket = new WebSocket(`${server.address}/${room}?${query}`)
  const frames: Uint8Array[] = []
  socket.on('message', (data: Buffer) => { frames.push(new Uint8Array(data)) })
  const closed = new Promise<{ code: number, reason: string }>(resolve => { socket.on('close', (code, reason) => { resolve({ code, reason: reason.toString() }) }) })
  socket.on('error', () => undefined)
  await new Promise(resolve => { socket.once('open', resolve); socket.once('close', resolve) })
  return { socket, frames, closed }
}

/** Resolves once `holds` gives true; looks again after each turn of the event loop. Fails after `withinMs`. */
export async function until (holds: () => boolean, withinMs = 5_000, what = 'what the test waits for'): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`)
    await new Promise(resolve => { setTimeout(resolve, 1) })
  }
}
