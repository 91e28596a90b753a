import { describe, expect, it } from 'vitest'
import { endOfDay, isAfterDeadline, isDeadline } from './deadline.ts'

const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString())

describe('a deadline', () => {
  it('ends when its day is over in Norway, in winter, in summer, and on the days the clocks change', () => {
    expect(iso(endOfDay('2026-01-15'))).toBe('2026-01-15T23:00:00.000Z')
    expect(iso(endOfDay('2026-07-15'))).toBe('2026-07-15T22:00:00.000Z')
    expect(iso(endOfDay('2026-03-28'))).toBe('2026-03-28T23:00:00.000Z')
    expect(iso(endOfDay('2026-03-29'))).toBe('2026-03-29T22:00:00.000Z')
    expect(iso(endOfDay('2026-10-24'))).toBe('2026-10-24T22:00:00.000Z')
    expect(iso(endOfDay('2026-10-25'))).toBe('2026-10-25T23:00:00.000Z')
    expect(iso(endOfDay('2028-02-29'))).toBe('2028-02-29T23:00:00.000Z')
    expect(iso(endOfDay('2026-12-31'))).toBe('2026-12-31T23:00:00.000Z')
  })

  it.each(['', '2026-02-29', '2026-13-01', '1. februar 2026', '2026-1-5', '2026-01-15T10:00', 'i morgen'])('is no day: %j', day => {
    expect(endOfDay(day)).toBeNull()
    expect(isDeadline(day, 0)).toBe(false)
  })

  it('may be set until the last moment of its day, and a year ahead', () => {
    const lastMoment = Date.parse('2026-01-15T22:59:59.999Z')
    expect([isDeadline('2026-01-15', lastMoment), isDeadline('2026-01-15', lastMoment + 1)]).toEqual([true, false])
    expect([isDeadline('2027-01-15', lastMoment), isDeadline('2027-02-15', lastMoment)]).toEqual([true, false])
    expect([isAfterDeadline('2026-01-15T22:59:59.999Z', '2026-01-15'), isAfterDeadline('2026-01-15T23:00:00.000Z', '2026-01-15')]).toEqual([false, true])
  })
})
