import { isDeadline } from '@samskriv/shared/workflow'

const dayMs = 24 * 3_600_000

const osloDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo', year: 'numeric', month: '2-digit', day: '2-digit' })
const osloTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hourCycle: 'h23', hour: '2-digit', minute: '2-digit' })

/** How many days the tillitsvalgte get when nobody says otherwise: two weeks, so that they can ask those they speak for. */
export const proposedDays = 14

/** The day it is in Norway, `YYYY-MM-DD`. `now` in ms since 1970. */
export function dayIn (now: number): string { return osloDate.format(now) }

/**
 * When to propose that a meeting was, by the clock in Norway, `2026-03-04T10:00`: at the last quarter of an hour; where the round was not open yet then, now. Never
 * before it was opened, also on a machine whose clock is behind the server's. Times in ms since 1970.
 */
export function meetingTime (openedAt: number, now: number): string {
  const quarterMs = 15 * 60_000
  const quarter = Math.floor(now / quarterMs) * quarterMs
  const then = quarter >= openedAt ? quarter : Math.max(now, openedAt)
  return `${dayIn(then)}T${osloTime.format(then)}`
}

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const written = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** How many days there are from today in Norway to a day: 0 today, −1 yesterday. */
export function daysTo (day: string, now: number): number { return Math.round((utc(day) - utc(dayIn(now))) / dayMs) }

/** What keeps a day from being a deadline, by the server's own rule: it is `over` (or no day at all), or too `far` ahead. Null: nothing does. */
export function deadlineProblem (day: string, now: number): 'over' | 'far' | null {
  return day < dayIn(now) ? 'over' : isDeadline(day, now) ? null : 'far'
}

/** The deadline to propose: {@link proposedDays} ahead, on Monday where that is a weekend. */
export function proposedDeadline (now: number): string {
  const then = utc(dayIn(now)) + proposedDays * dayMs
  const weekday = new Date(then).getUTCDay()
  return written(then + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * dayMs)
}
