import * as Y from 'yjs'
import type { Found } from './machine/machine-copy.ts'
import type { Connection } from './socket/connection.ts'

/** Longest time, in milliseconds, that this machine's copy may hold up the connection. */
const patienceMs = 1_000

/** Applies an update from this machine. False: it cannot be read (a damaged disk); it stays where it is, and must not keep others out. */
export function apply (doc: Y.Doc, update: Uint8Array, origin: unknown): boolean {
  try {
    Y.applyUpdate(doc, update, origin)
    return true
  } catch { return false }
}

/**
 * Reads this machine's copy and then connects, so that the handshake sends whatever waited here. A machine that is slow
 * does not hold the connection up for long: what it finds later goes with another handshake. One without storage (private
 * mode, blocked) finds nothing: the server still has its copy, and each change will say `kept: false`. `restore` puts what was
 * found into the document and tells whether some of it has to be sent. Resolves when the machine has answered.
 */
export async function begin (find: () => Promise<Found>, restore: (found: Found) => boolean, connection: Connection): Promise<void> {
  let late = false
  const patience = setTimeout(() => {
    late = true
    connection.connect()
  }, patienceMs)
  const found = await find().catch(() => null)
  clearTimeout(patience)
  const toSend = found !== null && restore(found)
  if (!late) connection.connect()
  else if (toSend) connection.reconnect(0)
}
