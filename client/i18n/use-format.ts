import type { Language } from '@samskriv/shared/base'
import { useMemo } from 'react'
import { localesOf, numberFormat } from './texts.ts'
import { useLanguage } from './use-text.ts'

/** How a language writes dates, moments and numbers. Moments come as ISO 8601 and are shown in Norwegian time. */
export interface Format {
  /** `22. november 2026` */
  date (iso: string): string
  /** `22. nov. 2026, 14:05` */
  moment (iso: string): string
  /** `for 3 timer siden`; beyond a week the date. */
  ago (iso: string, now: number): string
  number (value: number): string
}

const timeZone = 'Europe/Oslo'
const minute = 60_000
const steps = [
  { unit: 'minute', ms: minute, below: 60 * minute },
  { unit: 'hour', ms: 60 * minute, below: 24 * 60 * minute },
  { unit: 'day', ms: 24 * 60 * minute, below: 7 * 24 * 60 * minute },
] as const

/** Builds the writers of dates and numbers for a language. */
export function formatIn (language: Language): Format {
  const locales = localesOf(language)
  const date = new Intl.DateTimeFormat(locales, { dateStyle: 'long', timeZone })
  const moment = new Intl.DateTimeFormat(locales, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const relative = new Intl.RelativeTimeFormat(locales, { numeric: 'auto' })
  const number = numberFormat(language)
  return {
    date: iso => date.format(new Date(iso)),
    moment: iso => moment.format(new Date(iso)),
    ago (iso, now) {
      const past = Math.max(0, now - Date.parse(iso))
      const step = steps.find(candidate => past < candidate.below)
      return step === undefined ? date.format(new Date(iso)) : relative.format(-Math.floor(past / step.ms), step.unit)
    },
    number: value => number.format(value),
  }
}

/** Dates and numbers in the language of the page. */
export function useFormat (): Format {
  const language = useLanguage()
  return useMemo(() => formatIn(language), [language])
}
