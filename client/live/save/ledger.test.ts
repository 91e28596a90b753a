import { describe, expect, it } from 'vitest'
import { openLedger } from './ledger.ts'

const words = new Uint8Array([0])

describe('the ledger of what waits', () => {
  it('settles the change an update frame carried, and no other', () => {
    const ledger = openLedger()
    ledger.connectionOpened()
    const first = ledger.enter(words)
    ledger.updateSent()
    ledger.enter(words)
    ledger.updateSent()
    expect(ledger.taken(1)).toEqual([first])
    expect(ledger.count()).toBe(1)
    expect(ledger.taken(1)).toEqual([])
  })

  it('lets a difference carry everything that was not sent before it', () => {
    const ledger = openLedger()
    ledger.enter(words, 3, 7)
    ledger.enter(words)
    ledger.connectionOpened()
    const typed = ledger.enter(words)
    ledger.updateSent()
    ledger.differenceSent()
    expect(ledger.taken(1)).toEqual([typed])
    expect(ledger.count()).toBe(4)
    ledger.taken(2)
    expect(ledger.count()).toBe(0)
  })

  it('forgets on a new connection what was sent on the old', () => {
    const ledger = openLedger()
    ledger.connectionOpened()
    ledger.enter(words)
    ledger.updateSent()
    ledger.connectionOpened()
    expect(ledger.taken(1)).toEqual([])
    ledger.differenceSent()
    expect(ledger.taken(1)).toHaveLength(1)
  })

  it('does not let a change made before the connection ride on an update frame', () => {
    const ledger = openLedger()
    ledger.enter(words)
    ledger.connectionOpened()
    ledger.updateSent()
    expect(ledger.taken(1)).toEqual([])
  })

  it('lets what came after a refused frame fall with it, and what came before stand', () => {
    const ledger = openLedger()
    ledger.connectionOpened()
    const first = ledger.enter(words)
    ledger.updateSent()
    const second = ledger.enter(words)
    ledger.updateSent()
    const third = ledger.enter(words)
    ledger.updateSent()
    const unsent = ledger.enter(words)
    expect(ledger.carries(2)).toBe(true)
    expect(ledger.carries(9)).toBe(false)
    expect(ledger.refused(2)).toEqual([second, third, unsent])
    expect(ledger.count()).toBe(1)
    expect(ledger.taken(1)).toEqual([first])
  })
})
