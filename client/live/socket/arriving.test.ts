import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { gatherArriving } from './arriving.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function typed (letters: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => { updates.push(update) })
  for (const letter of letters) doc.getText('t').insert(doc.getText('t').length, letter)
  return updates
}

function reader (): { readonly doc: Y.Doc, readonly origin: object, readonly origins: unknown[] } {
  const doc = new Y.Doc()
  const origins: unknown[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => { origins.push(transaction.origin) })
  return { doc, origin: { from: 'server' }, origins }
}

describe('what arrives', () => {
  it('is there at once when one person types', () => {
    const { doc, origin } = reader()
    const arriving = gatherArriving(doc, origin, () => undefined)
    let seen = ''
    for (const [index, update] of typed('lek').entries()) {
      arriving.take(update)
      seen += 'lek'[index] ?? ''
      expect(doc.getText('t').toString()).toBe(seen)
      vi.advanceTimersByTime(120)
    }
  })

  it('is put in together when many type, as the server’s change, and all of it', () => {
    const { doc, origin, origins } = reader()
    const arriving = gatherArriving(doc, origin, () => undefined)
    const text = 'felles utvikling av språkmiljøet '.repeat(3)
    for (const update of typed(text)) {
      arriving.take(update)
      vi.advanceTimersByTime(5)
    }
    vi.advanceTimersByTime(60)
    expect(doc.getText('t').toString()).toBe(text)
    expect(origins.length).toBeLessThan(text.length / 8)
    expect(new Set(origins)).toEqual(new Set([origin]))
  })

  it('is put in when it must be, and when the connection ends', () => {
    const { doc, origin } = reader()
    const arrived: Uint8Array[] = []
    const arriving = gatherArriving(doc, origin, updates => { arrived.push(...updates) })
    const updates = typed('abcd')
    for (const update of updates.slice(0, 3)) arriving.take(update)
    expect(doc.getText('t').toString()).toBe('a')
    expect(arrived).toEqual(updates.slice(0, 1))
    arriving.flush()
    expect(doc.getText('t').toString()).toBe('abc')
    for (const update of updates.slice(3)) arriving.take(update)
    arriving.stop()
    expect(doc.getText('t').toString()).toBe('abcd')
    expect(arrived).toEqual(updates)
    expect(vi.getTimerCount()).toBe(0)
  })
})
