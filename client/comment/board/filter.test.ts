import type { Role } from '@samskriv/shared/access'
import type { ThreadView } from '@samskriv/shared/api'
import { describe, expect, it } from 'vitest'
import { countWith, filterAsText, filterFrom, latestRound, narrowed } from './filter.ts'

const by = { personId: 'uh', name: 'UH', role: 'uh' } as const
const thread = (id: string, personId: string, role: Role, more: Partial<ThreadView> = {}, mentions: readonly string[] = []): ThreadView => ({
  id, place: { kind: 'whole' }, epoch: 1, round: null, revision: 1, resolution: null, seen: 1,
  entries: [{ id: `e${id}`, author: { personId, name: personId, role }, text: 'Hei', mentions, at: '2026-03-01T10:00:00.000Z' }], ...more,
})
const threads = [
  thread('mine', 'eier', 'eier'),
  thread('settled', 'uh', 'uh', { resolution: { by, at: '2026-03-02T10:00:00.000Z', why: 'Rettet' } }),
  thread('union', 'tv', 'tillitsvalgt', { seen: 0, round: 2 }),
  thread('mentioned', 'uh', 'uh', { round: 1 }, ['eier']),
]
const facts = { personId: 'eier', round: 2 }
const ids = (...filter: Parameters<typeof countWith>[2][]): string[] => narrowed(threads, new Set(filter), facts).map(each => each.id)

describe('the list of threads', () => {
  it('narrows to what is open, unread, mine (written or mentioned), from a tillitsvalgt, of this round', () => {
    expect(ids()).toHaveLength(4)
    expect(ids('open')).toEqual(['mine', 'union', 'mentioned'])
    expect(ids('unread')).toEqual(['union'])
    expect(ids('mine')).toEqual(['mine', 'mentioned'])
    expect(ids('union')).toEqual(['union'])
    expect(ids('round')).toEqual(['union'])
  })
  it('narrows further with several, and counts what each would leave', () => {
    expect(ids('open', 'mine')).toEqual(['mine', 'mentioned'])
    expect(countWith(threads, new Set(['mine']), 'unread', facts)).toBe(0)
    expect(countWith(threads, new Set(['open']), 'union', facts)).toBe(1)
  })
  it('knows the latest round, and none before there is one', () => {
    expect(latestRound(threads)).toBe(2)
    expect(latestRound(threads.slice(0, 2))).toBeNull()
  })
  it('is remembered, and hides what is settled until somebody chooses', () => {
    expect([...filterFrom(null)]).toEqual(['open'])
    expect([...filterFrom(filterAsText(new Set(['mine', 'unread'])))]).toEqual(['unread', 'mine'])
    expect([...filterFrom('')]).toEqual([])
    expect([...filterFrom('open tull')]).toEqual(['open'])
  })
})
