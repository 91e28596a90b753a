import { describe, expect, it } from 'vitest'
import type { SaveStatus } from '../live/session.ts'
import { saveKindOf, worthSaying } from './save-kind.ts'

const status = (over: Partial<SaveStatus>): SaveStatus => ({ state: 'saved', changes: 0, kept: true, connection: 'connected', ...over })

describe('the save status', () => {
  it('says saved for nothing that still waits, whatever the connection', () => {
    for (const connection of ['connecting', 'connected', 'offline'] as const) {
      for (const kept of [true, false]) {
        expect(saveKindOf(status({ state: 'waiting', changes: 1, kept, connection }))).not.toMatch(/^saved/)
      }
    }
  })
  it('tells what is kept on this machine from what closing the tab would lose', () => {
    expect(saveKindOf(status({ state: 'waiting', changes: 2, connection: 'offline' }))).toBe('waiting')
    expect(saveKindOf(status({ state: 'waiting', changes: 2, connection: 'offline', kept: false }))).toBe('unsafe')
  })
  it('is only saving while the server is there to answer', () => {
    expect(saveKindOf(status({ state: 'waiting', changes: 2 }))).toBe('saving')
  })
  it('tells a document on its way from one that cannot come', () => {
    expect(saveKindOf(status({ state: 'opening', connection: 'connecting' }))).toBe('opening')
    expect(saveKindOf(status({ state: 'opening', connection: 'offline' }))).toBe('noContent')
  })
})

describe('a screen reader', () => {
  it('is spared the saving of every key', () => {
    expect(worthSaying('saved', 'saving')).toBe(false)
    expect(worthSaying('saving', 'saved')).toBe(false)
    expect(worthSaying('opening', 'saved')).toBe(false)
    expect(worthSaying('waiting', 'waiting')).toBe(false)
  })
  it('hears of trouble, and of its end', () => {
    expect(worthSaying('saving', 'waiting')).toBe(true)
    expect(worthSaying('waiting', 'unsafe')).toBe(true)
    expect(worthSaying('saved', 'savedOffline')).toBe(true)
    expect(worthSaying('waiting', 'saved')).toBe(true)
    expect(worthSaying('savedOffline', 'saved')).toBe(true)
  })
})
