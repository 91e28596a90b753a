import { fill, richOf } from '@samskriv/shared/document'
import { templateById } from '@samskriv/shared/template'
import { largeValues } from '@samskriv/shared/testing'
import { execFileSync } from 'node:child_process'
import { chromium, type Browser, type Page } from 'playwright-core'
import * as Y from 'yjs'
import type { Running } from '../peers/peer.ts'
import { documentId } from '../peers/seed.ts'
import { join, updateFrame, type Member } from './member.ts'

const browserArguments = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** What the page itself saw, in ms. */
export interface Seen { readonly readableMs: number, readonly scripts: readonly string[], readonly keys: readonly number[] }

/** A behovsmelding of 60 000 characters and 12 tiltak. `change` does something to it first. */
export function largeContent (change?: (doc: Y.Doc) => void): Uint8Array {
  const template = templateById('nordland-2024')
  if (template === null) throw new Error('the form comes with the product')
  const doc = new Y.Doc()
  fill(template, doc, largeValues(1))
  doc.transact(() => { change?.(doc) })
  return Y.encodeStateAsUpdate(doc)
}

/** Frames of somebody who types in one of the rich texts of the form; made beforehand. */
export function typedInForm (content: Uint8Array, person: number, count: number): Buffer[] {
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

/** Has a page note when there was something to read, and how long its keys took. */
export function watchPage (page: Page): Promise<unknown> {
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

/** What a page has noted so far. */
export function looked (page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { readableMs: number, keys: number[] } }
    const scripts = performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.js') && entry.startTime < seen.readableMs).map(entry => new URL(entry.name).pathname)
    return { ...seen, scripts }
  })
}

/** How much is typed in a page. */
export const letters = 300

// At the end of the behovsmelding's first rich text.
async function typeInPage (page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Kort om helhet og sammenheng i arbeidet' })
  await box.click()
  await box.press('Control+End')
  await page.keyboard.type('samarbeid om barna '.repeat(20).slice(0, letters), { delay: 60 })
}

/** How long most keys took to be painted, in ms. The browser tells of none that took less than 16. */
export function keyTimes (keys: readonly number[]): { readonly p95: number, readonly p50: number } {
  const all = [...keys, ...Array.from({ length: Math.max(0, letters - keys.length) }, () => 16)].toSorted((a, b) => a - b)
  return { p95: all[Math.floor(all.length * 0.95)] ?? 0, p50: all[Math.floor(all.length / 2)] ?? 0 }
}

/** A browser of its own, on whichever core is free: the load's own core is not the core of somebody's browser. */
export async function openBrowser (): Promise<{ readonly browser: Browser, close(): Promise<void> }> {
  const server = await chromium.launchServer({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: browserArguments })
  try { execFileSync('taskset', ['-acp', '0-63', String(server.process().pid)], { stdio: 'ignore' }) } catch { /* no taskset: they share */ }
  const browser = await chromium.connect(server.wsEndpoint())
  return { browser, async close () { await browser.close(); await server.close() } }
}

/** A visit to a document in which others write. `people` others are its first members, the visitor is the one after them. */
export interface Visit {
  readonly document: number
  readonly people: number
  readonly perSecond: number
  readonly frames: readonly (readonly Buffer[])[]
  /** Done with the page before it opens anything, and once it can be read. */
  readonly before?: (page: Page) => Promise<void>
  readonly ready?: (page: Page) => Promise<void>
}

/** Opens a document in a browser, lets the others write, and types. Gives what the page saw until it could be read, and its keys. */
export async function visitAmongOthers (running: Running, browser: Browser, visit: Visit): Promise<Seen> {
  const { document, people, perSecond, frames } = visit
  const own = running.address(document, people, true)
  const base = `http://127.0.0.1:${own.port}`
  const members: Member[] = []
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  let writing: ReturnType<typeof setInterval> | undefined
  try {
    const [name = '', value = ''] = own.cookie.split('=')
    await context.addCookies([{ name, value, url: base }])
    for (let person = 0; person < people; person++) members.push(await join(running.address(document, person, true)))
    const page = await context.newPage()
    await watchPage(page)
    await visit.before?.(page)
    await page.goto(`${base}/b/${documentId(document)}`)
    await page.waitForFunction(() => (globalThis as unknown as { seen: { readableMs: number } }).seen.readableMs > 0)
    await visit.ready?.(page)
    const { readableMs, scripts } = await looked(page)
    let turn = 0
    writing = setInterval(() => {
      const person = turn % people
      const frame = frames[person]?.[Math.floor(turn / people)]
      if (frame !== undefined) members[person]?.socket.write(frame)
      turn++
    }, 1000 / people / perSecond)
    await typeInPage(page)
    return { readableMs, scripts, keys: (await looked(page)).keys }
  } finally {
    clearInterval(writing)
    for (const member of members) member.close()
    await context.close()
  }
}
