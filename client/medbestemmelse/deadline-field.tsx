import { Textfield } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { dayIn, deadlineProblem } from './day.ts'
import { useRoundWords } from './use-words.ts'

/** A deadline to choose. `now`: ms since 1970. `tried`: somebody has said that they are done, so what is wrong is said as an error. `error`: what else is wrong. */
export interface DeadlineFieldProps {
  readonly value: string
  readonly now: number
  readonly tried: boolean
  readonly error?: string | undefined
  readonly onChange: (day: string) => void
}

/** The field for a round's deadline: says how far away the day is, or why it can be none. */
export function DeadlineField ({ value, now, tried, error, onChange }: DeadlineFieldProps): ReactNode {
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const problem = deadlineProblem(value, now)
  const wrong = problem === null ? undefined : t(problem === 'over' ? 'deadlineAhead' : 'deadlineFar')
  // Said once: as advice while one chooses, as an error when one is done.
  const advice = wrong === undefined ? t('deadlineIs', { when: words.until(value, now) }) : tried ? undefined : wrong
  return (
    <Textfield
      type='date' data-size='sm' className='ss-date' label={t('deadlineLabel')} description={advice}
      min={dayIn(now)} value={value} error={tried ? wrong ?? error : undefined} onChange={event => { onChange(event.target.value) }}
    />
  )
}
