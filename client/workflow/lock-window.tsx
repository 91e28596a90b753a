import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { PadlockLockedIcon } from '@navikt/aksel-icons'
import type { Template } from '@samskriv/shared/template'
import { asking, longest } from '@samskriv/shared/workflow'
import { useState, type ReactNode } from 'react'
import { lock, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import type { Rights } from '../page/use-rights.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { Window, WindowActions } from '../ui/window.tsx'
import { FindingsList } from './findings-list.tsx'
import { useFindings } from './use-findings.ts'
import './workflow.css'

/** What locking needs to know. `onGo`: shows a field; the window has closed by then. */
export interface LockWindowProps {
  readonly open: boolean
  readonly template: Template
  readonly session: LiveSession
  readonly rights: Rights
  readonly onClose: () => void
  readonly onGo: (key: string) => void
  readonly onLocked: () => void
}

function LockForm ({ template, session, rights, onClose, onGo, onLocked }: LockWindowProps): ReactNode {
  const t = useText('version')
  const findings = useFindings(template, session)
  const status = useWatch(session.status)
  const [reason, setReason] = useState('')
  const [reasonMissing, setReasonMissing] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const errors = findings.filter(finding => finding.severity === 'error')
  const warnings = findings.filter(finding => finding.severity === 'warning')
  const counts = { errors: errors.length, warnings: warnings.length }
  const given = reason.trim() === '' ? undefined : reason
  const why = rights.why(asking.lock(rights.situation, counts, { reason: given }))
  const mustWait = status.state !== 'saved' || status.connection !== 'connected'
  const goTo = (key: string): void => { onClose(); onGo(key) }
  async function lockNow (): Promise<void> {
    setReasonMissing(why?.code === 'reason-needed')
    if (why !== null || mustWait) return
    setBusy(true)
    const answer = await lock(session.behovsmelding, given === undefined ? {} : { reason: given })
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    onLocked()
    onClose()
  }
  return (
    <div className='ss-stack'>
      <Paragraph data-size='sm'>{t('lockLead')}</Paragraph>
      {errors.length > 0 && (
        <section className='ss-stack-close'>
          <Heading level={3} data-size='2xs'>{t('lockErrors', { count: errors.length })}</Heading>
          <FindingsList template={template} findings={errors} onGo={goTo} />
        </section>
      )}
      {warnings.length > 0 && (
        <section className='ss-stack-close'>
          <Heading level={3} data-size='2xs'>{t('lockWarnings', { count: warnings.length })}</Heading>
          <FindingsList template={template} findings={warnings} onGo={goTo} />
        </section>
      )}
      {findings.length === 0 && <Alert data-color='success' data-size='sm'><Paragraph data-size='sm'>{t('lockComplete')}</Paragraph></Alert>}
      {errors.length === 0 && (
        <Textfield
          multiline rows={3} data-size='sm' label={warnings.length > 0 ? t('lockReason') : t('lockReasonOptional')} description={t('lockReasonWhy')}
          value={reason} maxLength={longest.reason} error={reasonMissing && given === undefined ? t('reasonMissing') : undefined} onChange={event => { setReason(event.target.value) }}
        />
      )}
      {mustWait && <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{t('lockMustWait')}</Paragraph></Alert>}
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button loading={busy} aria-disabled={errors.length > 0 || mustWait || undefined} onClick={() => { void lockNow() }}><PadlockLockedIcon aria-hidden='true' />{t('lock')}</Button>
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </div>
  )
}

/** Locks: shows what is missing, asks for a reason where the rules warn, and says what locking means. */
export function LockWindow (props: LockWindowProps): ReactNode {
  const t = useText('version')
  return <Window wide open={props.open} title={t('lockTitle')} onClose={props.onClose}><LockForm {...props} /></Window>
}
