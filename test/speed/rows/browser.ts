import { fill, richOf } from '@samskriv/shared/document'
import { templateById } from '@samskriv/shared/template'
import { largeValues } from '@samskriv/shared/testing'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join as path, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import * as Y from 'yjs'
import { join, updateFrame, type Member } from '../load/member.ts'
import { documentId } from '../peers/seed.ts'
import type { Row } from './row.ts'

const dist = resolve(import.meta.dirname, '../../../client/dist')
const people = 25
const perSecond = 4
const letters = 300
const browserArguments = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** What the page itself saw, in ms. */
interface Seen { readonly readableMs: number, readonly scripts: readonly string[], readonly keys: readonly number[] }

function largeContent (): Uint8Array {
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form comes with the product')
  const doc = new Y.Doc()
  fill(template, doc, largeValues(1))
  return Y.encodeStateAsUpdate(doc)
}

// Somebody who types in the rich texts of the form, one after the other; made beforehand.
function typedInForm (content: Uint8Array, person: number, count: number): Buffer[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, content)
  const keys = [...doc.share.keys()].filter(name => name.startsWith('rich:')).map(name => name.slice(5))
  const frames: Buffer[] = []
  doc.on('update', (update: Uint8Array) => { frames.push(updateFrame(update)) })
  const block = richOf(doc, keys[person * 3 % keys.length] ?? '').get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) return []
  for (let n = 0; n < count; n++) text.insert(n, 'felles '[n % 7] ?? ' ')
  return frames
}

function watchPage (page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const seen = { readableMs: 0, keys: [] as number[] }
    Object.assign(globalThis, { seen })
    new MutationObserver((_changes, observer) => {
      if ((document.querySelector('article')?.textContent?.length ?? 0) < 1_000) return
      observer.disconnect()
      requestAnimationFrame(() => { seen.readableMs = performance.now() })
    }).observe(document, { childList: true, subtree: true })
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.keys.push(entry.duration) })
      .observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })
}

function looked (page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { readableMs: number, keys: number[] } }
    const scripts = performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.js') && entry.startTime < seen.readableMs).map(entry => new URL(entry.name).pathname)
    return { ...seen, scripts }
  })
}

const gzipKb = (scripts: readonly string[]): number =>
  scripts.reduce((sum, name) => sum + (existsSync(path(dist, name)) ? gzipSync(readFileSync(path(dist, name))).length : 0), 0) / 1000

async function typeInPage (page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Kort om helhet og sammenheng i arbeidet' })
  await box.click()
  await box.press('Control+End')
  await page.keyboard.type('samarbeid om barna '.repeat(20).slice(0, letters), { delay: 60 })
}

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
    const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
    const server = await chromium.launchServer({ executablePath, args: browserArguments })
    // The load's own core is not the core of somebody's browser.
    try { execFileSync('taskset', ['-acp', '0-63', String(server.process().pid)], { stdio: 'ignore' }) } catch { /* no taskset: they share */ }
    const browser = await chromium.connect(server.wsEndpoint())
    const members: Member[] = []
    try {
      const own = running.address(0, people, true)
      const base = `http://127.0.0.1:${own.port}`
      const browserContext = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const [name = '', value = ''] = own.cookie.split('=')
      await browserContext.addCookies([{ name, value, url: base }])
      for (let person = 0; person < people; person++) members.push(await join(running.address(0, person, true)))
      const page = await browserContext.newPage()
      await watchPage(page)
      await page.goto(`${base}/b/${documentId(0)}`)
      await page.waitForFunction(() => (globalThis as unknown as { seen: { readableMs: number } }).seen.readableMs > 0)
      const { readableMs, scripts } = await looked(page)
      let turn = 0
      const writing = setInterval(() => {
        const person = turn % people
        const frame = frames[person]?.[Math.floor(turn / people)]
        if (frame !== undefined) members[person]?.socket.write(frame)
        turn++
      }, 1000 / people / perSecond)
      await typeInPage(page)
      clearInterval(writing)
      const { keys } = await looked(page)
      const all = [...keys, ...Array.from({ length: Math.max(0, letters - keys.length) }, () => 16)].toSorted((a, b) => a - b)
      return { p95: all[Math.floor(all.length * 0.95)] ?? 0, p50: all[Math.floor(all.length / 2)] ?? 0, readable: readableMs, script: gzipKb(scripts) }
    } finally {
      for (const member of members) member.close()
      await browser.close()
      await server.close()
      await running.stop()
    }
  },
}
