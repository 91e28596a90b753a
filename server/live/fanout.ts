import { message, syncStep } from '@samskriv/shared/protocol'
import type { Connection } from './connection.ts'
import { headerLength, writeHeader } from './frame.ts'
import { uintLength, writeUint } from './update/index.ts'

/** One update of a turn and who it came from; null: the server itself. */
export interface Delivery { readonly from: Connection | null, readonly update: Uint8Array }

const payloadLength = (update: Uint8Array): number => 2 + uintLength(update.length) + update.length

function writeUpdate (target: Buffer, at: number, update: Uint8Array): number {
  let next = writeHeader(target, at, payloadLength(update))
  target[next++] = message.sync
  target[next++] = syncStep.update
  next = writeUint(target, next, update.length)
  target.set(update, next)
  return next + update.length
}

/**
 * Sends a turn's updates to everybody in a room: framed once, one write per socket, no echo. Updates are grouped by
 * sender (what one sent keeps its order; between senders there is none within a turn, as nobody had seen the other's),
 * so that a sender gets what lies before and behind their own.
 */
export function fanOut (members: Iterable<Connection>, deliveries: readonly Delivery[]): void {
  if (deliveries.length === 0) return
  const bySender = new Map<Connection | null, Uint8Array[]>()
  let size = 0
  for (const { from, update } of deliveries) {
    const own = bySender.get(from)
    if (own === undefined) bySender.set(from, [update])
    else own.push(update)
    const payload = payloadLength(update)
    size += headerLength(payload) + payload
  }
  const all = Buffer.allocUnsafe(size)
  const spans = new Map<Connection | null, { readonly start: number, readonly end: number }>()
  let at = 0
  for (const [from, updates] of bySender) {
    const start = at
    for (const update of updates) at = writeUpdate(all, at, update)
    spans.set(from, { start, end: at })
  }
  for (const member of members) {
    const own = spans.get(member)
    if (own === undefined) member.send(all)
    else member.sendBoth(all.subarray(0, own.start), all.subarray(own.end))
  }
}
