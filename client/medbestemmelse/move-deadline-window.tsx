import { Button, Paragraph } from '@digdir/designsystemet-react'
import type { RoundView } from '@samskriv/shared/api'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { moveDeadline, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { Window, WindowActions } from '../ui/window.tsx'
import { daysTo, deadlineProblem, proposedDeadline } from './day.ts'
import { DeadlineField } from './deadline-field.tsx'
import { useRoundWords } from './use-words.ts'

/** What moving a deadline needs to know. `round`: the open one. */
export interface MoveDeadlineWindowProps {
  readonly open: boolean
  readonly behovsmelding: string
  readonly round: RoundView
  readonly onClose: () => void
  readonly onMoved: () => void
}

function MoveDeadlineForm ({ behovsmelding, round, onClose, onMoved }: MoveDeadlineWindowProps): ReactNode {
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const [now] = useState(() => Date.now())
  const [deadline, setDeadline] = useState(() => daysTo(round.deadline, now) < 0 ? proposedDeadline(now) : round.deadline)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const same = deadline === round.deadline
  async function moveNow (): Promise<void> {
    setBusy(true)
    const answer = await moveDeadline(behovsmelding, round.number, deadline)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    onMoved()
    onClose()
  }
  function submit (event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (same || deadlineProblem(deadline, now) !== null) {
      const form = event.currentTarget
      requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus() })
    } else if (!busy) void moveNow()
  }
  return (
    <form className='ss-stack' onSubmit={submit} noValidate>
      <Paragraph data-size='sm'>{words.deadline(round.deadline, now)}. {t('moveLead')}</Paragraph>
      <DeadlineField value={deadline} now={now} tried={tried} error={same ? t('deadlineSame') : undefined} onChange={setDeadline} />
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button type='submit' loading={busy}>{t('move')}</Button>
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}

/** Moves the deadline of the open round: what it is, and what it is to be. */
export function MoveDeadlineWindow (props: MoveDeadlineWindowProps): ReactNode {
  const t = useText('medbestemmelse')
  return <Window open={props.open} title={t('moveTitle', { n: props.round.number })} onClose={props.onClose}><MoveDeadlineForm {...props} /></Window>
}
