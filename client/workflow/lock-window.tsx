import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { PadlockLockedIcon } from '@navikt/aksel-icons'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { asking, longest, roundVersion } from '@samskriv/shared/workflow'
import { useState, type ReactNode } from 'react'
import { lock, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { useChangedSince } from '../medbestemmelse/use-changed-since.ts'
import type { Rights } from '../page/use-rights.ts'
import type { PageRounds } from '../page/use-rounds.ts'
import type { Suggesting } from '../editor/index.ts'
import { UndecidedSlot } from '../page/suggest-slot.tsx'
import { useUndecided } from '../suggest/use-undecided.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { later } from '../ui/later.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { Window, WindowActions } from '../ui/window.tsx'
import { FindingsList } from './findings-list.tsx'
import { isOther, LockRound } from './lock-round.tsx'
import { useFindings } from './use-findings.ts'
import './workflow.css'

const OpenRoundWindow = later(async () => (await import('../medbestemmelse/open-round-window.tsx')).OpenRoundWindow, 'medbestemmelse')

/** What locking needs to know. `onGo`: shows a field; the window has closed by then. */
export interface LockWindowProps {
  readonly open: boolean
  readonly view: BehovsmeldingView
  readonly rounds: PageRounds
  readonly template: Template
  readonly session: LiveSession
  readonly rights: Rights
  readonly onClose: () => void
  readonly onGo: (key: string) => void
  readonly onLocked: () => void
  readonly suggesting: Suggesting
}

function LockForm ({ template, session, rights, rounds, suggesting, onClose, onGo, onLocked, onNewRound }: LockWindowProps & { readonly onNewRound: () => void }): ReactNode {
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
  const round = roundVersion(rights.situation.versions)
  const tally = useChangedSince(template, session, round?.number ?? null)
  const differs = isOther(tally)
  const suggestions = useUndecided(template, session).length
  const why = rights.why(asking.lock(rights.situation, counts, { reason: given, differs, suggestions }))
  const mustWait = status.state !== 'saved' || status.connection !== 'connected'
  const closeRound = (): void => { onClose(); rounds.setStep('close') }
  const goTo = (key: string): void => { onClose(); onGo(key) }
  async function lockNow (): Promise<void> {
    setReasonMissing(why?.code === 'reason-needed')
    if (why !== null || mustWait) return
    setBusy(true)
    const answer = await lock(session.behovsmelding, given === undefined ? {} : { reason: given })
    setBusy(false)
    // The server compares the text itself: it may know of a difference before this page does.
    const needsReason = !answer.ok && answer.refusal.code === 'reason-needed'
    setReasonMissing(needsReason)
    setFailure(answer.ok || needsReason ? null : answer.refusal)
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
      <UndecidedSlot step='lock' template={template} session={session} suggesting={suggesting} onGo={onClose} />
      <LockRound version={round} tally={tally} rounds={rounds} template={template} session={session} onNewRound={onNewRound} onCloseRound={closeRound} />
      {errors.length === 0 && (
        <Textfield
          multiline rows={3} data-size='sm' label={warnings.length > 0 || suggestions > 0 || differs ? t('lockReason') : t('lockReasonOptional')} description={t('lockReasonWhy')}
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

/**
 * Locks: shows what is missing and what differs from what medbestemmelse saw, asks for a reason where the rules warn or the text
 * differs, and says what locking means. The other way on, a new round, is begun from here too; while one is open, by ending that.
 */
export function LockWindow (props: LockWindowProps): ReactNode {
  const t = useText('version')
  const [opening, setOpening] = useState<boolean | null>(null)
  const newRound = (): void => { props.onClose(); setOpening(true) }
  const { view: rounds } = props.rounds
  const opened = (): void => { void props.rounds.again(); props.onLocked() }
  return (
    <>
      <Window wide open={props.open} title={t('lockTitle')} onClose={props.onClose}><LockForm {...props} onNewRound={newRound} /></Window>
      {opening === null || rounds === null ? null : <OpenRoundWindow {...props} open={opening} rounds={rounds} onClose={() => { setOpening(false) }} onChanged={opened} />}
    </>
  )
}
