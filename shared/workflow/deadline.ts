import { parseDate } from '../field/date.ts'

/** How far ahead a deadline may be, in days: a year of school at the most. Later is a slip of the finger. */
export const furthestDeadlineDays = 366

const hourMs = 3_600_000
const dayMs = 24 * hourMs

// The hour on the clock in Norway.
const osloClock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hourCycle: 'h23', hour: '2-digit' })

const isMidnight = (time: number): boolean => Number(osloClock.format(time)) === 0

/**
 * When a day is over in Norway: the first millisecond after it, in milliseconds since 1970. Null when `day` is no day
 * written `YYYY-MM-DD`. Clocks never change at midnight there, so it is one or two hours before midnight UTC.
 */
export function endOfDay (day: string): number | null {
  const read = parseDate(day)
  if (!read.ok || read.value !== day) return null
  const midnightUtc = Date.parse(`${day}T00:00:00Z`) + dayMs
  return [midnightUtc - 2 * hourMs, midnightUtc - hourMs].find(isMidnight) ?? null
}

/** Whether a day may be set as a deadline now: a real one, not over, and not absurdly far ahead. */
export function isDeadline (day: string, now: number): boolean {
  const end = endOfDay(day)
  return end !== null && end > now && end - now <= furthestDeadlineDays * dayMs
}

/** Whether a moment (ISO 8601) is after the deadline. */
export function isAfterDeadline (at: string, deadline: string): boolean {
  return Date.parse(at) >= (endOfDay(deadline) ?? Number.POSITIVE_INFINITY)
}
