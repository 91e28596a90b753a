import { existsSync, readFileSync } from 'node:fs'
import { join as path, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { keyTimes, largeContent, letters, openBrowser, typedInForm, visitAmongOthers } from '../load/page.ts'
import type { Row } from './row.ts'

const dist = resolve(import.meta.dirname, '../../../client/dist')
const people = 25
const perSecond = 4

const gzipKb = (scripts: readonly string[]): number =>
  scripts.reduce((sum, name) => sum + (existsSync(path(dist, name)) ? gzipSync(readFileSync(path(dist, name))).length : 0), 0) / 1000

/** A person at a browser, in a large behovsmelding in which 25 others write. */
export const browserRow: Row = {
  name: 'browser',
  work: `browser: 60 000 characters, 12 tiltak, ${people} others × ${perSecond}/s`,
  hasRelay: false,
  figures: [
    { key: 'p95', label: 'key press to paint p95 ms (steps of 8, under 16 counts as 16)', digits: 0, aim: 32 },
    { key: 'p50', label: 'p50 ms', digits: 0, aim: null },
    { key: 'readable', label: 'ms to first readable content', digits: 0, aim: 1_500 },
    { key: 'script', label: 'kB JavaScript before it (gzip)', digits: 0, aim: 300 },
  ],
  async measure (context) {
    const content = largeContent()
    const frames = Array.from({ length: people }, (_, person) => typedInForm(content, person, letters))
    const running = await context.open({ documents: 1, people: people + 1, content: () => [content] })
    const { browser, close } = await openBrowser()
    try {
      const { readableMs, scripts, keys } = await visitAmongOthers(running, browser, { document: 0, people, perSecond, frames })
      return { ...keyTimes(keys), readable: readableMs, script: gzipKb(scripts) }
    } finally {
      await close()
      await running.stop()
    }
  },
}
