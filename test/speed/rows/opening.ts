import * as Y from 'yjs'
import { rest, until } from '../load/measure.ts'
import { join } from '../load/member.ts'
import { updatesOf } from '../load/writing.ts'
import type { Address } from '../load/member.ts'
import { editedDocument } from './documents.ts'
import type { Context, Figure, Row } from './row.ts'

interface Opened { readonly ms: number, readonly bytesMs: number, readonly contentBytes: number, readonly contentTimes: number, readonly doc: Y.Doc }

// From the first byte of the upgrade to content in a Y.Doc.
async function open (address: Address): Promise<Opened> {
  const doc = new Y.Doc()
  const began = performance.now()
  let bytesMs = 0
  let ms = 0
  const member = await join(address, { content: update => {
    bytesMs ||= performance.now() - began
    Y.applyUpdate(doc, update)
    ms ||= performance.now() - began
  } })
  await until(() => ms > 0, 60_000, 'content')
  // Whoever sends it twice does so at once.
  await rest(1_000)
  member.close()
  return { ms, bytesMs, contentBytes: member.contentBytes, contentTimes: member.contentTimes, doc }
}

async function coldOpen (context: Context, content: readonly Uint8Array[], compactFirst: boolean, isWhole: (doc: Y.Doc) => boolean): Promise<Record<string, number>> {
  const running = await context.open({ documents: 1, people: 1, content: () => content })
  try {
    if (compactFirst) {
      // The server compacts as the last one leaves; the drain waits for it.
      await open(running.address(0, 0, true))
      await running.restart('SIGTERM')
    }
    const cpu = running.watched().cpuSeconds()
    const opened = await open(running.address(0, 0, true))
    if (!isWhole(opened.doc)) throw new Error('content is missing')
    return { ms: opened.ms, bytesMs: opened.bytesMs, times: opened.contentTimes, kb: opened.contentBytes / 1_000, cpu: (running.watched().cpuSeconds() - cpu) * 1_000 }
  } finally {
    await running.stop()
  }
}

const figures: readonly Figure[] = [
  { key: 'ms', label: 'ms to content in a Y.Doc', digits: 0, aim: 60 },
  { key: 'bytesMs', label: 'of which until its bytes were here', digits: 0, aim: null },
  { key: 'times', label: 'times sent', digits: 0, aim: 1 },
  { key: 'kb', label: 'kB', digits: 0, aim: null },
  { key: 'cpu', label: 'server CPU ms', digits: 0, aim: null },
]
const edits = 260_000
const stored = 100_000

/** The first opening of a document after a start. */
export const openingRows: readonly Row[] = [
  {
    name: 'cold-edits', work: 'cold open of a document with 260 000 edits, compacted', figures, hasRelay: false,
    measure: context => coldOpen(context, [editedDocument(edits, 1)], true, doc => doc.getText('tekst').length > edits / 4),
  },
  {
    name: 'cold-tail', work: 'cold open with 100 000 small stored updates', figures, hasRelay: false,
    measure: context => coldOpen(context, updatesOf(78, stored), false, doc => doc.getText('felt 78').length === stored),
  },
]
