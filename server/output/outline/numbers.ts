import type { Language } from '@samskriv/shared/base'
import { formatDate, parseDate } from '@samskriv/shared/field'

// What the clock in Norway shows: only digits are asked of Intl, so that no version of its word lists can change the bytes.
const osloClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

/** A day (`YYYY-MM-DD`) in words, or null when it is no such day. */
export function dayText (value: string, language: Language): string | null {
  const day = parseDate(value)
  return day.ok ? formatDate(day.value, language) : null
}

/** A moment (ISO 8601 UTC) as day and time of day in Norway. */
export function osloText (at: string, language: Language): { readonly date: string, readonly time: string } {
  const parts = Object.fromEntries(osloClock.formatToParts(new Date(at)).map(part => [part.type, part.value]))
  const day = `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`
  return { date: dayText(day, language) ?? at, time: `${parts.hour ?? ''}.${parts.minute ?? ''}` }
}
