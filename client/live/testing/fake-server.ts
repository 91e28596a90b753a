import type { RefusalCode } from '@samskriv/shared/base'
import { message, syncStep, type Standing, type Topic } from '@samskriv/shared/protocol'
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding'
import { modifyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { fakeSocket, type Link } from './fake-socket.ts'

/**
 * The server's live half as shared/protocol describes it, small enough to be believed: an update is written, then passed
 * on; what is written is lost in a power cut until `fsync`; only then is it `taken`.
 */
export interface FakeServer {
  /** The WebSocket class of one person's browser. */
  socketOf(person: string): typeof WebSocket
  /** What would survive a power cut. */
  readonly disk: Y.Doc
  /** Connections that are asking or open, oldest first. */
  links(): Link[]
  /** Lets one frame arrive, or one connection be made. False: nothing is on its way there. */
  deliver(link: Link, direction: 'toServer' | 'toClient'): boolean
  fsync(): void
  /** Everything moves by itself (the default), or only when told. */
  auto(on: boolean): void
  /** Everything that is on its way arrives, and is written to disk. */
  settle(): void
  /** Breaks connections (all, or one person's) without a word: 1006. Or with a close code. */
  drop(person?: string, code?: number): void
  /** New connections fail while false. */
  reachable: boolean
  /** Whether this server knows our message types. */
  answers: boolean
  /** Refuses write frames; null: takes them. */
  judge: (link: Link, update: Uint8Array) => RefusalCode | null
  standing: (person: string) => Standing
  /** Sends the standing to all. */
  tellStanding(): void
  /** Tells all that something beside the text has changed. */
  tell(topic: Topic): void
  /** What is not fsynced is gone, and so are the connections. */
  powerCut(): void
}

function frame (...write: ((encoder: Encoder) => void)[]): Uint8Array {
  const encoder = createEncoder()
  for (const each of write) each(encoder)
  return toUint8Array(encoder)
}
const uint = (value: number) => (encoder: Encoder): void => { writeVarUint(encoder, value) }
const bytes = (value: Uint8Array) => (encoder: Encoder): void => { writeVarUint8Array(encoder, value) }
const string = (value: string) => (encoder: Encoder): void => { writeVarString(encoder, value) }

const send = (link: Link, data: Uint8Array): void => { link.toClient.push(data) }

/** Starts a {@link FakeServer} with an empty document. */
export function fakeServer (): FakeServer {
  let links: Link[] = []
  let visible = new Y.Doc()
  let unsynced: Uint8Array[] = []
  let auto = true
  let scheduled = false
  const disk = new Y.Doc()

  function greet (link: Link): void {
    if (server.answers) send(link, frame(uint(message.standing), string(JSON.stringify(server.standing(link.person)))))
    // As the real one: asking a reader for what it has would only bring something to refuse.
    if (server.standing(link.person).mayWrite) send(link, frame(uint(message.sync), uint(syncStep.one), bytes(Y.encodeStateVector(visible))))
  }

  function write (link: Link, update: Uint8Array): void {
    link.writes += 1
    if (Y.snapshotContainsUpdate(Y.snapshot(visible), update)) return
    const refusal = server.judge(link, update)
    if (refusal !== null) {
      send(link, frame(uint(message.refused), uint(link.writes), string(refusal)))
      return
    }
    unsynced.push(update)
    Y.applyUpdate(visible, update)
    for (const other of links) {
      if (other !== link && other.state === 'open') send(other, frame(uint(message.sync), uint(syncStep.update), bytes(update)))
    }
  }

  function receive (link: Link, data: Uint8Array): void {
    const decoder = createDecoder(data)
    const type = readVarUint(decoder)
    if (type === message.awareness) {
      const update = modifyAwarenessUpdate(readVarUint8Array(decoder), stamp(link.person))
      const clients = createDecoder(update)
      for (let left = readVarUint(clients); left > 0; left -= 1) {
        link.presence.set(readVarUint(clients), readVarUint(clients))
        readVarString(clients)
      }
      for (const other of links) if (other !== link) send(other, frame(uint(message.awareness), bytes(update)))
      return
    }
    if (type !== message.sync) return
    const step = readVarUint(decoder)
    const content = readVarUint8Array(decoder)
    if (step === syncStep.one) send(link, frame(uint(message.sync), uint(syncStep.two), bytes(Y.encodeStateAsUpdate(visible, content))))
    else write(link, content)
  }

  const stamp = (person: string) => (state: object | null): object | null =>
    state === null ? null : { ...state, user: { id: person, name: `Person ${person}`, role: server.standing(person).role, color: 1 } }

  function wake (): void {
    if (!auto || scheduled) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      if (auto) server.settle()
    })
  }

  const server: FakeServer = {
    reachable: true,
    answers: true,
    judge: () => null,
    standing: () => ({ role: 'eier', state: 'utkast', epoch: 1, mayWrite: true, maySuggest: true }),
    disk,
    socketOf: person => fakeSocket(person, {
      asked: link => {
        links.push(link)
        wake()
      },
      moved: wake,
      closed: link => {
        const gone = [...link.presence].flatMap(([client, clock]) => [uint(client), uint(clock), string('null')])
        for (const other of server.links()) send(other, frame(uint(message.awareness), bytes(frame(uint(link.presence.size), ...gone))))
        wake()
      },
    }),
    links () {
      links = links.filter(link => link.state !== 'closed')
      return links
    },
    deliver (link, direction) {
      if (link.state === 'closed') return false
      if (link.state === 'asking') {
        if (!server.reachable) {
          link.close(1006)
          return true
        }
        greet(link)
        link.open()
        return true
      }
      const data = link[direction].shift()
      if (data === undefined) return false
      if (direction === 'toServer') receive(link, data)
      else link.hand(data)
      return true
    },
    fsync () {
      for (const update of unsynced) Y.applyUpdate(disk, update)
      unsynced = []
      for (const link of server.links()) {
        if (!server.answers || link.answered === link.writes) continue
        link.answered = link.writes
        send(link, frame(uint(message.taken), uint(link.writes)))
      }
    },
    auto (on) {
      auto = on
      wake()
    },
    settle () {
      let moved = true
      while (moved) {
        moved = false
        for (const link of server.links()) {
          while (server.deliver(link, 'toServer')) moved = true
          while (server.deliver(link, 'toClient')) moved = true
        }
        server.fsync()
        if (server.links().some(link => link.toClient.length > 0)) moved = true
      }
    },
    drop (person, code = 1006) {
      for (const link of server.links()) if (person === undefined || link.person === person) link.close(code)
    },
    tellStanding () {
      for (const link of server.links()) send(link, frame(uint(message.standing), string(JSON.stringify(server.standing(link.person)))))
      wake()
    },
    tell (topic) {
      for (const link of server.links()) send(link, frame(uint(message.changed), string(topic)))
      wake()
    },
    powerCut () {
      server.drop()
      unsynced = []
      visible = new Y.Doc()
      Y.applyUpdate(visible, Y.encodeStateAsUpdate(disk))
    },
  }
  return server
}
