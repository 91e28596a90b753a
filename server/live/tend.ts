import { quietFrame } from './frame.ts'
import type { Hub } from './hub.ts'
import type { Connection } from './connection.ts'

/** How often, ms. y-websocket gives up after 30 s without a message. */
const everyMs = 10_000
const quietAfterMs = 18_000
const deadAfterMs = 60_000

function tend (member: Connection, now: number): void {
  if (now - member.lastHeard > deadAfterMs) member.terminate()
  else if (now - member.lastHeard > deadAfterMs / 3) member.ping()
  if (now - member.lastSent > quietAfterMs) member.send(quietFrame)
}

/**
 * Looks after all sockets and rooms now and then, with one timer: quiet sockets hear something, dead ones are cut, rooms that were
 * left while busy are let go. `emptied` is called once after the last room is. Gives the stop.
 */
export function startTending (hub: Hub, emptied: () => void, tendEveryMs = everyMs): () => void {
  let opened = hub.opened
  const timer = setInterval(() => {
    const now = performance.now()
    for (const room of hub.all()) for (const member of room.members) tend(member, now)
    hub.sweep()
    if (!hub.isEmpty || hub.opened === opened) return
    opened = hub.opened
    emptied()
  }, tendEveryMs)
  timer.unref()
  return () => { clearInterval(timer) }
}
