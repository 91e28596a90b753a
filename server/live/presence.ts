import { bounds, message } from '@samskriv/shared/protocol'
import type { Connection } from './connection.ts'
import { frame } from './frame.ts'
import { Bytes, Cursor } from './update/index.ts'

/** How long presence is gathered before it goes out, ms: faster than a hand moves a caret that an eye follows. */
const gatherMs = 40

interface State { readonly connection: Connection, encoded: Uint8Array, isGone: boolean }

const encoder = new TextEncoder()

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

function awarenessFrame (entries: readonly Uint8Array[]): Buffer {
  const size = entries.reduce((sum, entry) => sum + entry.length, 0)
  const inner = new Bytes(size + 8)
  inner.uint(entries.length)
  for (const entry of entries) inner.append(entry)
  const payload = new Bytes(inner.length + 16)
  payload.uint(message.awareness)
  payload.uint(inner.length)
  payload.append(inner.view())
  return frame(payload.view())
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
  private readonly members: () => Iterable<Connection>
  private timer: NodeJS.Timeout | null = null

  constructor (members: () => Iterable<Connection>) {
    this.members = members
  }

  /** Takes an awareness message's inner bytes. False when it is junk. */
  take (connection: Connection, bytes: Uint8Array, role: string): boolean {
    const cursor = new Cursor().reset(bytes)
    for (let n = cursor.uint(); n > 0 && cursor.ok; n--) {
      const client = cursor.uint()
      const clock = cursor.uint()
      const json = cursor.text()
      if (!cursor.ok) return false
      if (this.speaksFor(connection, client) && !this.put(connection, client, clock, json, role)) return false
    }
    return cursor.ok
  }

  /** The person whose open connection speaks for a client id; null: nobody's does. */
  speaker (client: number): string | null {
    const state = this.states.get(client)
    return state === undefined || state.isGone ? null : state.connection.visitor.personId
  }

  /** Sends a newcomer (or one who was behind) everybody who is there. */
  greet (connection: Connection): void {
    const entries = [...this.states.values()].filter(state => !state.isGone && state.connection !== connection).map(state => state.encoded)
    if (entries.length > 0) connection.send(awarenessFrame(entries))
  }

  /** Tells the others that a connection is gone. */
  leave (connection: Connection): void {
    const client = connection.presenceId
    const state = client === null ? undefined : this.states.get(client)
    if (client === null || state === undefined || state.connection !== connection) return
    state.encoded = encode(client, this.nextClock(client, 0), 'null')
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

  private put (connection: Connection, client: number, clock: number, json: string, role: string): boolean {
    if (json.length > bounds.presenceBytes) return false
    const said = parse(json)
    if (said === undefined) return false
    const { personId, name, color } = connection.visitor
    const stamped = said === null ? 'null' : JSON.stringify({ ...said, user: { id: personId, name, role, color } })
    this.states.set(client, { connection, encoded: encode(client, this.nextClock(client, clock), stamped), isGone: said === null })
    this.plan(client)
    return true
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
    const changed = [...this.changed].flatMap(client => {
      const state = this.states.get(client)
      return state === undefined ? [] : [{ client, state }]
    })
    this.changed.clear()
    for (const { client, state } of changed) if (state.isGone) this.states.delete(client)
    const everything = awarenessFrame(changed.map(each => each.state.encoded))
    for (const member of this.members()) {
      const own = changed.some(each => each.client === member.presenceId)
      if (!own) member.send(everything)
      else if (changed.length > 1) member.send(awarenessFrame(changed.filter(each => each.client !== member.presenceId).map(each => each.state.encoded)))
    }
  }
}
