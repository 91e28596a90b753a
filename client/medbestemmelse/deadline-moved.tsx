import type { RoundView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useFormat, useText } from '../i18n/index.ts'
import './panel.css'

/** That a round's deadline was moved, the last time it was: from which day, by whom and when. Nothing when it never was. */
export function DeadlineMoved ({ round }: { readonly round: RoundView }): ReactNode {
  const t = useText('medbestemmelse')
  const format = useFormat()
  const last = round.deadlineMoves?.at(-1)
  if (last === undefined) return null
  return <span className='ss-deadline-moved'>{t('movedFrom', { date: format.date(last.from), who: last.by.name, when: format.date(last.at) })}</span>
}
