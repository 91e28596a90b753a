import type { Figure, Row } from './row.ts'
import { type, type TypingPlan } from './typing.ts'

const told = (key: string, label: string, digits = 0): Figure => ({ key, label, digits, aim: null })
const common = [told('rate', 'deliveries/s'), told('load', 'cores used', 2), told('missing', 'not delivered one by one')]

function typing (name: string, work: string, aims: readonly Figure[], plan: TypingPlan): Row {
  return { name, work, figures: [...aims, ...common], hasRelay: true, measure: context => type(context, plan) }
}

// Beside each aim: what the relay took in the run the aims come from.
const cpu = (aim: number, relay: number): Figure => ({ key: 'cpu', label: 'CPU µs per delivery', digits: 2, aim, aimRatio: aim / relay })
const p50 = (aim: number, relay: number): Figure => ({ key: 'p50', label: 'p50 ms', digits: 2, aim, aimRatio: aim / relay })
const p99 = (aim: number, relay: number): Figure => ({ key: 'p99', label: 'p99 ms', digits: 2, aim, aimRatio: aim / relay })

/** The rows in which people type. */
export const writingRows: readonly Row[] = [
  // 64 unseen key presses each keep the server busy without filling a socket past the bound at which it counts as slow.
  typing('saturated', '1 document, 25 writers, saturated', [cpu(1, 6.1)], { documents: 1, writers: 25, seconds: 6, pace: { window: 64, prepared: 14_000 } }),
  typing('fast', '25 writers × 40 updates/s', [cpu(11, 9.2), p50(0.5, 0.27), p99(2, 1.4)], { documents: 1, writers: 25, seconds: 8, pace: { perSecond: 40 } }),
  typing('calm', '25 writers × 4 updates/s', [cpu(36, 20), p50(1, 0.47), p99(3, 1)], { documents: 1, writers: 25, seconds: 15, pace: { perSecond: 4 } }),
  typing('many', '300 documents × 3 writers × 2/s', [cpu(70, 30), p99(5, 0.5), told('p50', 'p50 ms', 2)], { documents: 300, writers: 3, seconds: 8, pace: { perSecond: 2 } }),
]
