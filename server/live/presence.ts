import { bounds, message } from '@samskriv/shared/protocol'
import type { Connection } from './connection.ts'
import { headerLength, writeHeader } from './frame.ts'
import { Bytes, Cursor } from './update/index.ts'

/** How long presence is gathered before it goes out, ms: faster than a hand moves a caret that an eye follows. */
const gatherMs = 40

/** What a client last said. `said` is its JSON as it came, until it goes out: what is overtaken before that costs nothing. */
interface State { readonly connection: Connection, readonly role: string, readonly clock: number, said: Uint8Array | null, encoded: Uint8Array, isGone: boolean }

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const nothing = new Uint8Array(0)

// One client's entry of an awareness message: client id, clock, JSON.
function encode (client: number, clock: number, json: string): Uint8Array {
  const text = encoder.encode(json)
  const bytes = new Bytes(text.length + 24)
  bytes.uint(client)
  bytes.uint(clock)
  bytes.uint(text.length)
  bytes.append(text)
  return bytes.view()
}

// A frame of entries that lie next to each other in `all`, without those from `start` to `end`.
function awarenessFrame (all: Uint8Array, count: number, start = 0, end = 0): Buffer {
  const head = new Bytes(24)
  head.uint(message.awareness)
  const number = new Bytes(8)
  number.uint(count)
  const length = number.length + all.length - (end - start)
  head.uint(length)
  head.append(number.view())
  const payload = head.length + all.length - (end - start)
  const buffer = Buffer.allocUnsafe(headerLength(payload) + payload)
  let at = writeHeader(buffer, 0, payload)
  buffer.set(head.view(), at)
  at += head.length
  buffer.set(all.subarray(0, start), at)
  buffer.set(all.subarray(end), at + start)
  return buffer
}

function parse (json: string): Record<string, unknown> | null | undefined {
  try {
    const value: unknown = JSON.parse(json)
    if (value === null) return null
    return typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Clients one message may tell of: some repeat everybody they have heard of. */
const mostTold = 10_000

/** Client ids that are remembered after their people have left: a day's tabs of everybody, many times over. */
const mostRemembered = 2_000

/**
 * Who is where in a room: the latest state of each client, gathered for {@link gatherMs} and sent in one frame, not back
 * to whom it came from. Who somebody is, is written over what they say by what their session says. A connection speaks
 * for one client id; what it says of others (y-websocket repeats what it hears) is passed over.
 */
export class Presence {
  private readonly states = new Map<number, State>()
  private readonly changed = new Set<number>()
  // The last clock sent of each client, also of those who left: who comes back must count on from there, or the others
  // would take what they say for older than the news that they had gone.
  private readonly clocks = new Map<number, number>()
  /** Who spoke for a client id last, of those who left. */
  private readonly spoke = new Map<number, string>()
  private readonly members: () => Iterable<Connection>
  private timer: NodeJS.Timeout | null = null

  constructor (members: () => Iterable<Connection>) {
    this.members = members
  }

  /** Takes an awareness message's inner bytes. False when it is junk. */
  take (connection: Connection, bytes: Uint8Array, role: string): boolean {
    const cursor = new Cursor().reset(bytes)
    const count = cursor.uint()
    if (count > mostTold) return false
    for (let n = count; n > 0 && cursor.ok; n--) {
      const client = cursor.uint()
      const clock = cursor.uint()
      const length = cursor.uint()
      const start = cursor.utf8(length)
      if (!cursor.ok || length > bounds.presenceBytes) return false
      if (this.speaksFor(connection, client)) this.put(connection, client, clock, bytes.slice(start, start + length), role)
    }
    return cursor.ok
  }

  /** The person whose connection speaks for a client id, or spoke for it last; null: nobody's that is known. They may come back and write on under it. */
  speaker (client: number): string | null {
    const state = this.states.get(client)
    return state?.connection.visitor.personId ?? this.spoke.get(client) ?? null
  }

  private remember (client: number, personId: string): void {
    this.spoke.delete(client)
    this.spoke.set(client, personId)
    const [oldest] = this.spoke.keys()
    if (this.spoke.size > mostRemembered && oldest !== undefined) this.spoke.delete(oldest)
  }

  /** Sends a newcomer (or one who was behind) everybody who is there. */
  greet (connection: Connection): void {
    const all = new Bytes(512)
    let count = 0
    for (const [client, state] of this.states) {
      if (state.isGone || state.connection === connection) continue
      this.stamp(client, state)
      all.append(state.encoded)
      count++
    }
    if (count > 0) connection.send(awarenessFrame(all.view(), count))
  }

  /** Tells the others that a connection is gone. */
  leave (connection: Connection): void {
    const client = connection.presenceId
    const state = client === null ? undefined : this.states.get(client)
    if (client === null || state === undefined || state.connection !== connection) return
    state.encoded = encode(client, this.nextClock(client, 0), 'null')
    state.said = null
    state.isGone = true
    this.plan(client)
  }

  /** Stops its timer: the room is empty. */
  stop (): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private speaksFor (connection: Connection, client: number): boolean {
    if (connection.presenceId === client) return true
    if (connection.presenceId !== null) return false
    const holder = this.states.get(client)
    // The same person's new socket takes over from the old one that has not been noticed to be dead.
    if (holder !== undefined && !holder.isGone && holder.connection.visitor.personId !== connection.visitor.personId) return false
    connection.presenceId = client
    return true
  }

  private put (connection: Connection, client: number, clock: number, said: Uint8Array, role: string): void {
    const isGone = said.length === 4 && decoder.decode(said) === 'null'
    this.states.set(client, { connection, role, clock, said, encoded: nothing, isGone })
    this.plan(client)
  }

  // Who somebody is, is written over what they say. Junk is as if nothing had been said.
  private stamp (client: number, state: State): void {
    if (state.said === null) return
    const said = parse(decoder.decode(state.said))
    const { personId, name, color } = state.connection.visitor
    const user = { id: personId, name, role: state.role, color }
    state.said = null
    state.encoded = encode(client, this.nextClock(client, state.clock), state.isGone || said === null ? 'null' : JSON.stringify({ ...said, user }))
  }

  private nextClock (client: number, said: number): number {
    const clock = Math.max(said, (this.clocks.get(client) ?? -1) + 1)
    this.clocks.set(client, clock)
    return clock
  }

  private plan (client: number): void {
    this.changed.add(client)
    this.timer ??= setTimeout(() => { this.timer = null; this.send() }, gatherMs)
  }

  private send (): void {
    const spans = new Map<number, { readonly start: number, readonly end: number }>()
    const all = new Bytes(512)
    for (const client of this.changed) {
      const state = this.states.get(client)
      if (state === undefined) continue
      this.stamp(client, state)
      spans.set(client, { start: all.length, end: all.length + state.encoded.length })
      all.append(state.encoded)
      if (state.isGone) {
        this.states.delete(client)
        this.remember(client, state.connection.visitor.personId)
      }
    }
    this.changed.clear()
    const everything = awarenessFrame(all.view(), spans.size)
    for (const member of this.members()) {
      const own = member.presenceId === null ? undefined : spans.get(member.presenceId)
      if (own === undefined) member.send(everything)
      else if (spans.size > 1) member.send(awarenessFrame(all.view(), spans.size - 1, own.start, own.end))
    }
  }
}
