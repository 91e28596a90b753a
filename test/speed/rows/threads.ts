import { lineOf, putMark, quoteOf } from '@samskriv/shared/comment'
import { richOf } from '@samskriv/shared/document'
import { threadId, type ThreadRecord } from '@samskriv/shared/workflow'
import type { Page } from 'playwright-core'
import type * as Y from 'yjs'
import { keyTimes, largeContent, letters, openBrowser, typedInForm, visitAmongOthers } from '../load/page.ts'
import { documentId } from '../peers/seed.ts'
import type { Row } from './row.ts'

const people = 5
const perSecond = 4
const threads = 200
/** The document with threads; the other one has the same text and none. */
const talked = 1

/** Lays threads on the texts of a form, evenly, and gives their records. */
export function talkAbout (doc: Y.Doc): ThreadRecord[] {
  const keys = [...doc.share.keys()].filter(name => name.startsWith('rich:')).map(name => name.slice(5)).toSorted()
  const id = documentId(talked)
  return Array.from({ length: threads }, (_, index): ThreadRecord => {
    const key = keys[index % keys.length] ?? ''
    const line = lineOf(richOf(doc, key))
    const from = Math.floor(index / keys.length) * 70 % Math.max(1, line.words.length - 40)
    const range = { from, to: from + 30 }
    const thread = `traad${String(index).padStart(7, '0')}`
    putMark(line, range, thread)
    const at = new Date(Date.UTC(2026, 2, 1, 10, index)).toISOString()
    const author = { personId: 'deltaker0001', name: 'Deltaker 1', role: 'eier' } as const
    const entries = ['Hva mener vi her? Det bør stå tydeligere, og gjerne med tall.', 'Enig, jeg ser på det.'].slice(0, 1 + index % 2)
    return {
      id: threadId(id, thread), behovsmelding: id, thread, place: { kind: 'text', key, ...quoteOf(line.words, range) }, epoch: 1, round: null, revision: index + 1,
      entries: entries.map((text, entry) => ({ id: `${thread}e${entry}`, author, text, mentions: [], at })), resolution: null, earlier: [],
    }
  })
}

// With the comments in sight, as somebody who works with them has them.
async function showing (page: Page): Promise<void> {
  await page.addInitScript(() => { localStorage.setItem('samskriv.panel-tab', 'comments') })
}

/** A person at a browser, in a large behovsmelding with 200 threads beside it; before it the same text without any. */
export const threadsRow: Row = {
  name: 'threads',
  work: `browser: ${threads} threads on 60 000 characters, ${people} others × ${perSecond}/s; and without threads`,
  hasRelay: false,
  figures: [
    { key: 'p95', label: 'key press to paint p95 ms, with threads', digits: 0, aim: 32 },
    { key: 'p95without', label: 'without', digits: 0, aim: null },
    { key: 'readable', label: 'ms to first readable content, with threads', digits: 0, aim: 1_500 },
    { key: 'readableWithout', label: 'without', digits: 0, aim: null },
    { key: 'beside', label: `ms until all ${threads} stand beside the text`, digits: 0, aim: null },
  ],
  async measure (context) {
    let records: readonly ThreadRecord[] = []
    const plain = largeContent()
    const content = [plain, largeContent(doc => { records = talkAbout(doc) })]
    const frames = content.map(each => Array.from({ length: people }, (_, person) => typedInForm(each, person, letters)))
    const running = await context.open({ documents: 2, people: people + 1, content: document => [content[document] ?? plain], changes: () => records.map(put => ({ table: 'threads', put })) })
    const { browser, close } = await openBrowser()
    try {
      let beside = 0
      const without = await visitAmongOthers(running, browser, { document: 0, people, perSecond, frames: frames[0] ?? [], before: showing })
      const withThreads = await visitAmongOthers(running, browser, {
        document: talked, people, perSecond, frames: frames[talked] ?? [], before: showing,
        async ready (page) {
          await page.waitForFunction(count => document.querySelectorAll('.ss-card[data-placed]').length === count, threads)
          beside = await page.evaluate(() => performance.now())
        },
      })
      return {
        p95: keyTimes(withThreads.keys).p95, p95without: keyTimes(without.keys).p95,
        readable: withThreads.readableMs, readableWithout: without.readableMs, beside,
      }
    } finally {
      await close()
      await running.stop()
    }
  },
}
