import { describe, expect, it } from 'vitest'
import type { SaveStatus } from '../live/session.ts'
import { saveKindOf, tellOf, type SaveKind } from './save-kind.ts'

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

function heard (...kinds: readonly SaveKind[]): readonly SaveKind[] {
  let told: SaveKind = 'opening'
  return kinds.filter(kind => {
    const next = tellOf(told, kind)
    told = next.told
    return next.say
  })
}

describe('a screen reader', () => {
  it('is spared the saving of every key', () => {
    expect(heard('opening', 'saved', 'saving', 'saved', 'saving', 'saved')).toEqual([])
  })
  it('hears of trouble once, and of its end, however it ends', () => {
    expect(heard('saved', 'saving', 'waiting', 'waiting', 'saving', 'saved')).toEqual(['waiting', 'saved'])
    expect(heard('saved', 'savedOffline', 'saved')).toEqual(['savedOffline', 'saved'])
  })
  it('hears when trouble gets worse', () => {
    expect(heard('saved', 'waiting', 'unsafe')).toEqual(['waiting', 'unsafe'])
  })
})
