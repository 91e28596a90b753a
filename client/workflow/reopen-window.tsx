import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { longest } from '@samskriv/shared/workflow'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { reopen, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { Window, WindowActions } from '../ui/window.tsx'

/** What reopening needs to know. */
export interface ReopenWindowProps {
  readonly open: boolean
  readonly behovsmelding: string
  /** It was delivered: it comes back to be corrected. */
  readonly delivered: boolean
  readonly onClose: () => void
  readonly onReopened: () => void
}

function ReopenForm ({ behovsmelding, delivered, onClose, onReopened }: ReopenWindowProps): ReactNode {
  const t = useText('version')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function reopenNow (): Promise<void> {
    setBusy(true)
    const answer = await reopen(behovsmelding, reason)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    onReopened()
    onClose()
  }
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') void reopenNow()
  }
  return (
    <form className='ss-stack' onSubmit={submit} noValidate>
      <Paragraph data-size='sm'>{delivered ? t('returnLead') : t('reopenLead')}</Paragraph>
      <Textfield
        multiline rows={3} data-size='sm' label={delivered ? t('returnReason') : t('reopenReason')} description={t('reopenReasonWhy')} value={reason} maxLength={longest.reason}
        error={missing && reason.trim() === '' ? t('reasonMissing') : undefined} onChange={event => { setReason(event.target.value) }}
      />
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button type='submit' loading={busy}>{t('reopen')}</Button>
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}

/** Opens a locked behovsmelding for writing again, with a reason that is recorded. */
export function ReopenWindow (props: ReopenWindowProps): ReactNode {
  const t = useText('version')
  return <Window open={props.open} title={props.delivered ? t('returnTitle') : t('reopenTitle')} onClose={props.onClose}><ReopenForm {...props} /></Window>
}
