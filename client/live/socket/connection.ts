import type { RefusalCode } from '@samskriv/shared/base'
import { message, schemaVersion, syncStep, type ConnectionParameters, type Standing, type Topic } from '@samskriv/shared/protocol'
import { readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { writeUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { OpenRequest, SaveStatus } from '../session.ts'
import { readChanged, readRefused, readStanding, readTaken, type FrameRefusal } from './answer.ts'
import { gatherArriving } from './arriving.ts'
import { countingSocket, type WriteKind } from './counting-socket.ts'
import { reasonOfClose } from './verdict.ts'

/** Longest wait between two attempts, in milliseconds; each client picks one in this span, so that a restarted server is not met by all at once. */
const longestWait = { least: 3_000, most: 6_000 } as const

/** What a connection tells. All are called synchronously, in the order things happen on the wire. */
export interface ConnectionEvents {
  /** A new socket was made: write frames are numbered anew. */
  opened(): void
  sent(kind: WriteKind): void
  taken(frames: number): void
  refused(refusal: FrameRefusal): void
  standing(standing: Standing): void
  /** Something kept beside the text has changed. */
  beside(topic: Topic): void
  /** Content came from the server and is in the document: the updates as they came. */
  arrived(updates: readonly Uint8Array[]): void
  /** The server's content is in the document. */
  synced(): void
  changed(connection: SaveStatus['connection']): void
  /** The server closed for good. */
  ended(reason: RefusalCode): void
}

/** The socket of one session. Starts closed. */
export interface Connection {
  /** The origin of changes that come from the server. */
  readonly origin: object
  /** Connects, or tries at once instead of at the end of a wait. Nothing once stopped. */
  connect(): void
  /** Sends an update by itself, as the provider would; nothing when not connected. */
  offer(update: Uint8Array): void
  /** Drops the socket, if any, and connects anew after `waitMs`: the handshake sends again what was not taken. */
  reconnect(waitMs: number): void
  /** Closes for good. */
  stop(): void
}

/** Where the socket class comes from, and what wakes a sleeping connection (the window). */
export interface ConnectionSurroundings { readonly Socket: typeof WebSocket, readonly wake: EventTarget | null }

/** Prepares the connection of a session over an unmodified `WebsocketProvider`. */
export function prepareConnection (
  request: OpenRequest, doc: Y.Doc, awareness: Awareness, surroundings: ConnectionSurroundings, events: ConnectionEvents,
): Connection {
  const params: ConnectionParameters & Record<string, string> = { answers: '1', schema: String(schemaVersion), epoch: String(request.epoch) }
  const provider = new WebsocketProvider(request.address, request.behovsmelding, doc, {
    connect: false,
    awareness,
    params,
    // BroadcastChannel would pass edits between tabs behind the server's back.
    disableBc: true,
    maxBackoffTime: longestWait.least + Math.random() * (longestWait.most - longestWait.least),
    WebSocketPolyfill: countingSocket(surroundings.Socket, () => { events.opened() }, kind => { events.sent(kind) }),
    shouldReconnect: event => reasonOfClose(event.code) === null,
  })
  const arriving = gatherArriving(doc, provider, updates => { events.arrived(updates) })
  let stopped = false
  let again: ReturnType<typeof setTimeout> | undefined

  const readSync = provider.messageHandlers[message.sync]
  provider.messageHandlers[message.sync] = (encoder, decoder, ...rest) => {
    const start = decoder.pos
    const step = readVarUint(decoder)
    const update = readVarUint8Array(decoder)
    if (step === syncStep.update) {
      arriving.take(update)
      return
    }
    decoder.pos = start
    arriving.flush()
    readSync?.(encoder, decoder, ...rest)
    if (step === syncStep.two) events.arrived([update])
  }
  provider.messageHandlers[message.taken] = (_encoder, decoder) => {
    const frames = readTaken(decoder)
    if (frames !== null) events.taken(frames)
  }
  provider.messageHandlers[message.refused] = (_encoder, decoder) => {
    const refusal = readRefused(decoder)
    if (refusal !== null) events.refused(refusal)
  }
  provider.messageHandlers[message.standing] = (_encoder, decoder) => {
    const standing = readStanding(decoder)
    // What came before a lock belongs to what is seen as locked.
    arriving.flush()
    if (standing !== null) events.standing(standing)
  }
  provider.messageHandlers[message.changed] = (_encoder, decoder) => {
    const topic = readChanged(decoder)
    if (topic !== null) events.beside(topic)
  }
  provider.on('sync', synced => { if (synced) events.synced() })
  provider.on('status', ({ status }) => { if (status === 'connected') events.changed('connected') })
  // Each further attempt stays "offline" until it succeeds: a status that flickers with every attempt tells nothing.
  provider.on('connection-close', () => {
    arriving.flush()
    events.changed('offline')
  })
  provider.on('closed', ({ code }) => { events.ended(reasonOfClose(code) ?? 'not-allowed') })

  const connect = (): void => { if (!stopped) provider.connect() }
  const wake = (): void => {
    const hidden = typeof document !== 'undefined' && document.visibilityState === 'hidden'
    // After a final close `shouldConnect` is false; while waiting after `reconnect` too, and then the wait has a reason.
    if (!hidden && provider.shouldConnect) connect()
  }
  surroundings.wake?.addEventListener('online', wake)
  surroundings.wake?.addEventListener('visibilitychange', wake)

  return {
    origin: provider,
    connect,
    offer (update) {
      if (!provider.wsconnected || provider.ws === null) return
      const encoder = createEncoder()
      writeVarUint(encoder, message.sync)
      writeUpdate(encoder, update)
      provider.ws.send(toUint8Array(encoder))
    },
    reconnect (waitMs) {
      if (stopped) return
      provider.disconnect()
      clearTimeout(again)
      again = setTimeout(connect, waitMs)
    },
    stop () {
      if (stopped) return
      stopped = true
      clearTimeout(again)
      surroundings.wake?.removeEventListener('online', wake)
      surroundings.wake?.removeEventListener('visibilitychange', wake)
      arriving.stop()
      provider.destroy()
    },
  }
}
