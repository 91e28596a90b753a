import type { Connection } from './connection.ts'

interface Second { startedAt: number, frames: number }

/**
 * How fast a connection may send. Who is faster is not refused, only read more slowly: their own socket then fills, and
 * nothing is lost.
 */
export class Pace {
  private readonly framesPerSecond: number
  private readonly seconds = new WeakMap<Connection, Second>()

  constructor (framesPerSecond: number) {
    this.framesPerSecond = framesPerSecond
  }

  /** Counts a frame (or what costs as much as `weight` of them). Gives how many milliseconds not to read from the connection. */
  frame (connection: Connection, now: number, weight = 1): number {
    const second = this.seconds.get(connection)
    if (second === undefined) this.seconds.set(connection, { startedAt: now, frames: weight })
    else if (now - second.startedAt >= 1_000) { second.startedAt = now; second.frames = weight }
    else if ((second.frames += weight) > this.framesPerSecond) {
      const rest = 1_000 - (now - second.startedAt)
      second.startedAt = now + rest
      second.frames = 0
      return rest
    }
    return 0
  }
}
