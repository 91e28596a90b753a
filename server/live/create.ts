import { bounds, closeCode, message, schemaVersion, syncStep, type Standing } from '@samskriv/shared/protocol'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { Connection } from './connection.ts'
import { StorageError } from '../store/port/index.ts'
import { changedFrame } from './frame.ts'
import { standingOf } from './gate.ts'
import type { Log } from '../log.ts'
import { Hub } from './hub.ts'
import { Journal, type JournalOptions } from './journal.ts'
import type { Live, LiveStore, Moment, RightsSource, Visitor } from './live.ts'
import { Pace } from './pace.ts'
import { receive, write, type Receiving, type RefusedWrite } from './receive.ts'
import type { Room } from './room.ts'
import { noSuggestions, type OpenJudge } from './suggesting.ts'
import { startTending } from './tend.ts'

/** What the live half is made of. */
export interface LiveOptions {
  readonly store: LiveStore
  readonly rights: RightsSource
  readonly log: Log
  readonly journal?: JournalOptions
  /** Told of each write frame the gate refused (junk is none): who, where, why. Must return at once. */
  readonly refusedWrite?: RefusedWrite
  /** Judges what those send who may only suggest; without it nothing of theirs is taken. Synchronous, asked for each of their frames. */
  readonly openJudge?: OpenJudge
  /** How often it is told that somebody has written, ms. Default: 3 000. */
  readonly tellWrittenMs?: number
  /** Frames one connection may send a second before it is read more slowly. A fast typist makes 15. */
  readonly framesPerSecond?: number
  /** Called once everybody has left and all is stored. */
  readonly emptied?: () => void
  /** How often sockets and rooms are looked after, ms. */
  readonly tendEveryMs?: number
}

/** Sockets one person may have open in one behovsmelding: tabs and machines, with room to spare. */
const socketsPerPerson = 20
/** How often a failed disk is tried again, ms. */
const recoverMs = 1_000

interface Wish { readonly answers: boolean, readonly schema: string | null, readonly epoch: string | null }

function wishOf (request: IncomingMessage): Wish {
  const { searchParams } = new URL(request.url ?? '/', 'http://samskriv')
  return { answers: searchParams.get('answers') === '1', schema: searchParams.get('schema'), epoch: searchParams.get('epoch') }
}

/** What a frame counts as, in frames: a handshake's step 1 asks for a difference to be made. */
const weightOf = (bytes: Uint8Array): number => bytes[0] === message.sync && bytes[1] === syncStep.one ? 100 : 1

function sameStanding (a: Standing | null, b: Standing): boolean {
  return a !== null && a.role === b.role && a.state === b.state && a.epoch === b.epoch && a.mayWrite === b.mayWrite && a.maySuggest === b.maySuggest
}

/** Starts the live half. `stop` lets everything in hand reach the disk. */
export function createLive (options: LiveOptions): Live {
  const { store, rights, log } = options
  const journal = new Journal(store, options.journal)
  const hub = new Hub(store, journal, log, options.openJudge ?? noSuggestions)
  const receiving: Receiving = { rights, journal, refusedWrite: options.refusedWrite ?? (() => undefined) }
  const server = new WebSocketServer({ noServer: true, maxPayload: bounds.frameBytes, perMessageDeflate: false, clientTracking: false })
  const pace = new Pace(options.framesPerSecond ?? 2_000)
  let state: 'running' | 'failed' | 'stopping' = 'running'
  let recovering: NodeJS.Timeout | null = null

  function recover (): void {
    recovering = setTimeout(() => {
      store.recover().then(() => {
        if (state === 'failed') state = 'running'
        return log('warning', 'storage works again')
      }).catch(() => { if (state === 'failed') recover() })
    }, recoverMs)
  }

  journal.connect(error => {
    // Also when it failed before: rooms that were being opened then have people in them now.
    hub.forget()
    if (state !== 'running') return
    state = 'failed'
    log('error', 'storage failed: nothing is taken until the disk works again', { error: error instanceof Error ? error.message : String(error) })
    recover()
  })

  function leave (room: Room, connection: Connection): void {
    room.members.delete(connection)
    room.presence.leave(connection)
    if (room.members.size === 0) void hub.release(room)
  }

  function enter (ws: WebSocket, socket: Duplex, room: Room, visitor: Visitor, answers: boolean): void {
    const standing = standingOf(rights.of(room.behovsmelding, visitor.personId))
    if (standing === null) { ws.close(closeCode.notAllowed, 'not-allowed'); return }
    if (standing.epoch !== room.epoch) { ws.close(closeCode.oldEpoch, 'old-epoch'); return }
    const connection = new Connection(ws, socket, room, visitor, answers, performance.now())
    room.members.add(connection)
    const hear = (bytes: Buffer, isBinary: boolean): void => {
      connection.lastHeard = performance.now()
      try {
        receive(room, connection, isBinary ? bytes : new Uint8Array(0), receiving)
        hub.tend(room)
      } catch (error) {
        // A bug of ours: it costs this socket, not everybody's process. What was not answered is sent again.
        log('error', 'a frame could not be handled', { error: error instanceof Error ? error.message : String(error) })
        ws.close(closeCode.shuttingDown, 'broken')
      }
      const rest = pace.frame(connection, connection.lastHeard, weightOf(bytes))
      if (rest > 0) connection.pause(rest)
    }
    ws.on('message', hear)
    ws.on('pong', () => { connection.lastHeard = performance.now() })
    ws.on('close', () => { leave(room, connection) })
    connection.tell(standing)
    // Asking a reader for what it has would only bring something to refuse.
    if (standing.mayWrite) connection.ask()
    room.presence.greet(connection)
  }

  async function admit (ws: WebSocket, socket: Duplex, behovsmelding: string, visitor: Visitor, wish: Wish): Promise<void> {
    ws.on('error', () => undefined)
    const now = rights.of(behovsmelding, visitor.personId)
    const standing = standingOf(now)
    if (state === 'stopping') { ws.close(closeCode.shuttingDown, 'shutting-down'); return }
    if (state === 'failed') { ws.close(closeCode.storageFailed, 'storage-failed'); return }
    if (now === null) { ws.close(closeCode.noSuchDocument, 'not-found'); return }
    if (standing === null) { ws.close(closeCode.notAllowed, 'not-allowed'); return }
    if (wish.schema !== null && wish.schema !== String(schemaVersion)) { ws.close(closeCode.oldSchema, 'old-schema'); return }
    if (wish.epoch !== null && wish.epoch !== String(standing.epoch)) { ws.close(closeCode.oldEpoch, 'old-epoch'); return }
    let room: Room | Promise<Room> = hub.open(behovsmelding, standing.epoch)
    if (room instanceof Promise) {
      // What is said before the room is read waits in the sender's own buffers.
      ws.pause()
      try { room = await room } finally { ws.resume() }
    }
    if (ws.readyState !== ws.OPEN) { if (room.members.size === 0) void hub.release(room); return }
    let own = 0
    for (const member of room.members) if (member.visitor.personId === visitor.personId) own++
    if (own >= socketsPerPerson) { ws.close(closeCode.tooFast, 'too-fast'); return }
    enter(ws, socket, room, visitor, wish.answers)
  }

  const stopTending = startTending(hub, options.emptied ?? (() => undefined), options.tendEveryMs)

  let written: ((behovsmelding: string) => void) | null = null
  const writtenTimer = setInterval(() => {
    for (const room of hub.all()) {
      if (!room.isWritten) continue
      room.isWritten = false
      written?.(room.behovsmelding)
    }
  }, options.tellWrittenMs ?? 3_000)
  writtenTimer.unref()

  async function withRoom<T> (behovsmelding: string, epoch: number, work: (room: Room) => Promise<T>): Promise<T> {
    const opened = hub.open(behovsmelding, epoch)
    const room = opened instanceof Promise ? await opened : opened
    room.pins++
    try {
      return await work(room)
    } finally {
      room.pins--
      void hub.release(room)
    }
  }

  return {
    accept (request, socket, head, behovsmelding, visitor) {
      const wish = wishOf(request)
      server.handleUpgrade(request, socket, head, ws => {
        admit(ws, socket, behovsmelding, visitor, wish).catch((error: unknown) => {
          log('error', 'room could not be opened', { error: error instanceof Error ? error.message : String(error) })
          ws.close(closeCode.storageFailed, 'storage-failed')
        })
      })
    },

    rightsChanged (behovsmelding) {
      for (const room of hub.all()) {
        if (room.behovsmelding !== behovsmelding) continue
        for (const member of room.members) {
          const standing = standingOf(rights.of(behovsmelding, member.visitor.personId))
          if (standing === null) member.close(closeCode.notAllowed, 'not-allowed')
          else if (standing.epoch !== room.epoch) member.close(closeCode.oldEpoch, 'old-epoch')
          else if (!sameStanding(member.standing, standing)) {
            const mayNowWrite = standing.mayWrite && member.standing?.mayWrite !== true
            member.tell(standing)
            if (mayNowWrite) member.ask()
          }
        }
      }
    },

    sessionEnded (sessionId) {
      for (const room of hub.all()) {
        for (const member of room.members) if (member.visitor.sessionId === sessionId) member.close(closeCode.notSignedIn, 'not-signed-in')
      }
    },

    hold (behovsmelding, epoch, work) {
      return withRoom(behovsmelding, epoch, room => room.hold(async () => {
        if (!await journal.settle()) throw new StorageError('the disk did not take what was in hand')
        return work(room.moment())
      }, held => { for (const each of held) write(room, each, receiving) }))
    },

    read (behovsmelding, epoch) {
      return withRoom(behovsmelding, epoch, async (room): Promise<Moment> => room.moment())
    },

    tell (behovsmelding, topic) {
      const framed = changedFrame(topic)
      for (const room of hub.all()) if (room.behovsmelding === behovsmelding) for (const member of room.members) member.notify(framed)
    },

    write (behovsmelding, epoch, compose) {
      return withRoom(behovsmelding, epoch, room => room.writeOwn(compose))
    },

    watch (listen) {
      written = listen
    },

    online (behovsmelding) {
      const people = new Set<string>()
      for (const room of hub.all()) if (room.behovsmelding === behovsmelding) for (const member of room.members) people.add(member.visitor.personId)
      return people
    },

    isTaking () {
      return state === 'running'
    },

    async stop () {
      state = 'stopping'
      stopTending()
      clearInterval(writtenTimer)
      if (recovering !== null) clearTimeout(recovering)
      await journal.settle()
      await hub.stop()
    },
  }
}
