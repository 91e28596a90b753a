import { percentile, rest, until } from '../load/measure.ts'
import { join, type Member } from '../load/member.ts'
import { typed, type Written } from '../load/writing.ts'
import type { Running } from '../peers/peer.ts'
import type { Context } from './row.ts'

/** Who types, and how fast: `perSecond` key presses each, or as fast as `window` unseen ones each allow. */
export interface TypingPlan {
  readonly documents: number
  readonly writers: number
  readonly seconds: number
  readonly pace: { readonly perSecond: number } | { readonly window: number, readonly prepared: number }
  /** What is in each document before. Absent: nothing. */
  readonly content?: (document: number) => readonly Uint8Array[]
  /** Something else that goes on while it is measured. Gives its end, which waits for what is under way. */
  readonly beside?: (running: Running) => () => Promise<void>
}

interface Writer { readonly written: Written, readonly offset: number, member: Member | null, sent: number, heard: number }

const warmUpSeconds = 3
const firstClient = 1_000_000

/** People type in documents while the server's CPU is read. Gives `cpu` (µs per delivery), `p50`, `p99`, `most` (ms), `rate` (deliveries per second), `missing`. */
export async function type (context: Context, plan: TypingPlan): Promise<Record<string, number>> {
  const { documents, writers, seconds, pace } = plan
  const others = writers - 1
  const count = 'window' in pace ? pace.prepared : Math.ceil(pace.perSecond * (seconds + warmUpSeconds + 1))
  const crowd: Writer[] = Array.from({ length: documents * writers }, (_, index) => ({
    written: typed(firstClient + index, count), offset: index / (documents * writers), member: null, sent: 0, heard: 0,
  }))
  const sentAt = crowd.map(() => new Float64Array(count))
  const latencies: number[] = []
  let isMeasuring = false
  let isSending = true
  let deliveries = 0

  function send (index: number, upTo: number): void {
    const writer = crowd[index]
    const times = sentAt[index]
    const to = Math.min(upTo, count)
    if (writer === undefined || times === undefined || to <= writer.sent) return
    times.fill(performance.now(), writer.sent, to)
    const from = writer.sent
    writer.sent = to
    writer.member?.socket.write(writer.written.frames(from, to))
  }
  function refill (index: number, writer: Writer, window: number): void {
    const seen = Math.floor(writer.heard / others)
    if (isSending && writer.sent - seen <= window / 2) send(index, seen + window)
  }
  function heard (client: number, clock: number): void {
    const index = client - firstClient
    const writer = crowd[index]
    if (writer === undefined) return
    deliveries++
    writer.heard++
    if (isMeasuring && 'perSecond' in pace) latencies.push(performance.now() - (sentAt[index]?.[clock] ?? 0))
    if ('window' in pace) refill(index, writer, pace.window)
  }

  const running = await context.open({ documents, people: writers, ...(plan.content === undefined ? {} : { content: plan.content }) })
  for (const [index, writer] of crowd.entries()) {
    const person = index % writers
    writer.member = await join(running.address(Math.floor(index / writers), person, person % 2 === 0), { update: heard })
  }
  if (!context.isRelay) await until(() => crowd.every(writer => writer.member?.contentTimes === 1), 10_000, 'the handshakes')

  const began = performance.now()
  const due = (writer: Writer, perSecond: number): number => Math.floor((performance.now() - began) / 1_000 * perSecond + writer.offset)
  const tick = (): void => {
    if (!isSending) return
    if ('window' in pace) { for (const [index, writer] of crowd.entries()) refill(index, writer, pace.window); return }
    for (const [index, writer] of crowd.entries()) send(index, due(writer, pace.perSecond))
    setTimeout(tick, 1)
  }
  tick()
  await rest(warmUpSeconds * 1_000)
  const before = { cpu: running.watched().cpuSeconds(), deliveries, at: performance.now() }
  isMeasuring = true
  const endBeside = plan.beside?.(running)
  await Promise.race([
    rest(seconds * 1_000),
    until(() => crowd.some(writer => writer.sent === count), seconds * 2_000, 'what was prepared').catch(() => undefined),
  ])
  isMeasuring = false
  await endBeside?.()
  const cpu = running.watched().cpuSeconds() - before.cpu
  const measured = deliveries - before.deliveries
  const took = (performance.now() - before.at) / 1_000
  isSending = false
  const missing = (): number => crowd.reduce((sum, writer) => sum + writer.sent * others - writer.heard, 0)
  await until(() => missing() === 0, 5_000, 'the last deliveries').catch(() => undefined)
  const refused = crowd.reduce((sum, writer) => sum + (writer.member?.refused ?? 0), 0)
  if (refused > 0) throw new Error(`${refused} updates were refused`)
  for (const { member } of crowd) member?.close()
  await running.stop()
  return { cpu: cpu / measured * 1e6, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), most: percentile(latencies, 1), rate: measured / took, load: cpu / took, missing: missing() }
}
