import type { AuditQuery } from '@samskriv/shared/api'
import type { Chosen } from './filters.tsx'

/** The moment a day begins in this place, `days` later, as ISO 8601 UTC; null for what is no day. */
function dayBegins (day: string, days: number): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return null
  const begins = new Date(year, month - 1, date + days)
  return Number.isNaN(begins.getTime()) ? null : begins.toISOString()
}

/** What is asked of the server for what is chosen: whole days of this place. */
export function queryOf ({ person, action, refused, since, until }: Chosen): AuditQuery {
  const from = dayBegins(since, 0)
  const to = dayBegins(until, 1)
  return {
    ...(person === '' ? {} : { person }),
    ...(action === '' ? {} : { action }),
    ...(refused ? { refused: '1' } : {}),
    ...(from === null ? {} : { since: from }),
    ...(to === null ? {} : { until: to }),
  }
}
