import { rest, until } from '../load/measure.ts'
import { join, type Member } from '../load/member.ts'
import { caretMoves } from '../load/writing.ts'
import type { Context, Row } from './row.ts'

const people = 25
const seconds = 6
const prepared = 3_000
const firstClient = 2_000_000
const floodPerSecond = 200

interface Mover { readonly moves: ReturnType<typeof caretMoves>, readonly seen: Int32Array, member: Member | null, sent: number, waitsFor: number }

/**
 * Carets move. Closed loop: everybody moves on as soon as all others have seen the move before. Flood: {@link floodPerSecond} moves a
 * second each, whether seen or not, which a server may gather: a state that was overtaken is not delivered.
 */
async function move (context: Context, isFlood: boolean): Promise<{ cpu: number, delivered: number, offered: number, took: number }> {
  const crowd: Mover[] = Array.from({ length: people }, (_, index) => ({ moves: caretMoves(firstClient + index, prepared), seen: new Int32Array(people).fill(-1), member: null, sent: 0, waitsFor: 0 }))
  let delivered = 0
  let offered = 0
  function next (mover: Mover): void {
    if (mover.sent >= prepared) return
    const from = mover.sent++
    mover.waitsFor = people - 1
    offered += people - 1
    mover.member?.socket.write(mover.moves.frames(from, from + 1))
  }
  const hear = (listener: number) => (client: number, clock: number): void => {
    const mover = crowd[client - firstClient]
    if (mover === undefined || clock <= (mover.seen[listener] ?? 0)) return
    delivered++
    mover.seen[listener] = clock
    if (clock === mover.sent - 1 && --mover.waitsFor === 0 && !isFlood) next(mover)
  }
  const running = await context.open({ documents: 1, people })
  for (const [index, mover] of crowd.entries()) mover.member = await join(running.address(0, index, index % 2 === 0), { presence: hear(index) })
  if (!context.isRelay) await until(() => crowd.every(mover => mover.member?.contentTimes === 1), 10_000, 'the handshakes')
  for (const mover of crowd) next(mover)
  const flood = isFlood ? setInterval(() => { for (const mover of crowd) next(mover) }, 1_000 / floodPerSecond) : null
  await rest(2_000)
  const before = { cpu: running.watched().cpuSeconds(), delivered, offered, at: performance.now() }
  await Promise.race([rest(seconds * 1_000), until(() => crowd.every(mover => mover.sent === prepared), seconds * 2_000, 'all moves').catch(() => undefined)])
  const result = { cpu: running.watched().cpuSeconds() - before.cpu, delivered: delivered - before.delivered, offered: offered - before.offered, took: (performance.now() - before.at) / 1_000 }
  if (flood !== null) clearInterval(flood)
  for (const { member } of crowd) member?.close()
  await running.stop()
  return result
}

/** People moving carets. */
export const presenceRow: Row = {
  name: 'presence',
  work: 'presence, 25 people moving carets, saturated',
  figures: [
    { key: 'cpu', label: 'CPU µs per delivered state', digits: 2, aim: 1.5, aimRatio: 1.5 / 6.7 },
    { key: 'rate', label: 'deliveries/s', digits: 0, aim: null },
    { key: 'floodSent', label: `flood of ${floodPerSecond}/s each: µs per state and receiver`, digits: 2, aim: null },
    { key: 'floodDelivered', label: 'per delivered state', digits: 2, aim: null },
  ],
  hasRelay: true,
  async measure (context) {
    const loop = await move(context, false)
    const flood = await move(context, true)
    return { cpu: loop.cpu / loop.delivered * 1e6, rate: loop.delivered / loop.took, floodSent: flood.cpu / flood.offered * 1e6, floodDelivered: flood.cpu / flood.delivered * 1e6 }
  },
}
