import type { Stance } from '@samskriv/shared/api'
import { useMemo } from 'react'
import { useFormat, useText } from '../i18n/index.ts'
import { daysTo } from './day.ts'

/** What medbestemmelse is told with, in the language of the page. */
export interface RoundWords {
  stance(stance: Stance): string
  /** `Frist 18. mars 2026, om 14 dager`; when it is over: `Fristen var 4. mars 2026`. */
  deadline(day: string, now: number): string
  /** The same without the word: `18. mars 2026, om 14 dager`, `4. mars 2026 (er over)`. */
  deadlineDay(day: string, now: number): string
  /** `om 14 dager`, `i morgen`, `i dag`; a day that is over: `4. mars 2026`. */
  until(day: string, now: number): string
}

/** The words of medbestemmelse. */
export function useRoundWords (): RoundWords {
  const t = useText('medbestemmelse')
  const format = useFormat()
  return useMemo(() => {
    const stances: Readonly<Record<Stance, string>> = { 'enig': t('enig'), 'uenig': t('uenig'), 'ikke-uttalt': t('ikkeUttalt') }
    const until = (day: string, now: number): string => {
      const days = daysTo(day, now)
      return days < 0 ? format.date(day) : days === 0 ? t('today') : days === 1 ? t('tomorrow') : t('inDays', { count: days })
    }
    return {
      stance: stance => stances[stance],
      until,
      deadlineDay: (day, now) => daysTo(day, now) < 0 ? t('dayIsOver', { date: format.date(day) }) : `${format.date(day)}, ${until(day, now)}`,
      deadline: (day, now) => daysTo(day, now) < 0 ? t('deadlineOver', { date: format.date(day) }) : t('deadline', { date: format.date(day), when: until(day, now) }),
    }
  }, [t, format])
}
