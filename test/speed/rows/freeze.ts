import { median, rest } from '../load/measure.ts'
import type { Running } from '../peers/peer.ts'
import { documentId } from '../peers/seed.ts'
import { largeDocument } from './documents.ts'
import type { Row } from './row.ts'
import { type, type TypingPlan } from './typing.ts'

const plan: TypingPlan = { documents: 1, writers: 25, seconds: 15, pace: { perSecond: 4 }, content: () => [largeDocument(1)] }

/** Between two freezes, in milliseconds: one a second is far more than people do, and enough of them to measure by. */
const everyMs = 1_000

/** Keeps versions of the document by name, as the eierkoordinator does over HTTP, one after the other; `took` hears how long each did (ms). */
function freezeAgain (running: Running, took: (ms: number) => void): () => Promise<void> {
  const { port, cookie } = running.address(0, 0, false)
  const ending = new AbortController()
  async function freezeOnce (turn: number): Promise<void> {
    const began = performance.now()
    const response = await fetch(`http://127.0.0.1:${port}/api/behovsmeldinger/${documentId(0)}/versions`, {
      method: 'POST', headers: { 'Cookie': cookie, 'Content-Type': 'application/json' }, body: JSON.stringify({ kind: 'named', name: `Utgave ${turn}` }),
    })
    if (response.status !== 201) throw new Error(`freezing was answered ${response.status}: ${await response.text()}`)
    took(performance.now() - began)
  }
  const going = (async () => {
    for (let turn = 1; !ending.signal.aborted; turn++) {
      await freezeOnce(turn)
      await rest(everyMs)
    }
  })()
  return async () => {
    ending.abort()
    await going
  }
}

/** A version of 60 000 characters is frozen each second while 25 people write in it, and the same without. */
export const freezeRow: Row = {
  name: 'freeze',
  work: 'freezing a version of 60 000 characters each second while 25 write',
  figures: [
    { key: 'p99', label: 'p99 ms of the writers', digits: 1, aim: 50 },
    { key: 'p99Without', label: 'without: p99 ms', digits: 1, aim: null },
    { key: 'p50', label: 'p50 ms', digits: 2, aim: null },
    { key: 'p50Without', label: 'without: p50 ms', digits: 2, aim: null },
    { key: 'most', label: 'most ms', digits: 0, aim: null },
    { key: 'freeze', label: 'ms from asking to frozen', digits: 0, aim: null },
    { key: 'freezes', label: 'freezes', digits: 0, aim: null },
  ],
  hasRelay: false,
  async measure (context) {
    const without = await type(context, plan)
    const took: number[] = []
    const beside = await type(context, { ...plan, beside: running => freezeAgain(running, ms => { took.push(ms) }) })
    return {
      p99: beside['p99'] ?? Number.NaN, p99Without: without['p99'] ?? Number.NaN, p50: beside['p50'] ?? Number.NaN, p50Without: without['p50'] ?? Number.NaN,
      most: beside['most'] ?? Number.NaN, freeze: median(took), freezes: took.length,
    }
  },
}
