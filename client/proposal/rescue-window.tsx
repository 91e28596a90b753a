import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { PaperplaneIcon } from '@navikt/aksel-icons'
import type { ProposedChange } from '@samskriv/shared/proposal'
import type { Template } from '@samskriv/shared/template'
import { useMemo, useState, type ReactNode } from 'react'
import { propose, type Failure } from '../api/index.ts'
import { useLivingValues } from '../compare/use-sides.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession, Rescue } from '../live/session.ts'
import { announce } from '../ui/announce.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { WindowActions } from '../ui/window.tsx'
import { ChangeView } from './change-view.tsx'
import { inProposals, rescuedChanges } from './rescued.ts'
import { useChangeText } from './use-change-text.ts'
import { usePlaceNames } from './use-place.ts'
import '../compare/compare.css'
import './proposal.css'

/** What a rescue's window needs. `mayPropose`: this person may send it in. */
export interface RescueContentProps {
  readonly template: Template
  readonly session: LiveSession
  readonly rescue: Rescue
  readonly mayPropose: boolean
  readonly onClose: () => void
}

// One after the other: should one be refused, what is not sent is still here, and what is sent is not sent twice.
async function sendAll (session: LiveSession, epoch: number, changes: readonly ProposedChange[]): Promise<Failure | null> {
  for (const part of inProposals(changes)) {
    const answer = await propose(session.behovsmelding, { epoch, changes: part })
    if (!answer.ok) return answer.refusal
  }
  return null
}

/** What somebody wrote that is not in the text, change by change: to copy, to send to the coordinator, or to drop. It is dropped here only once the server has it. */
export function RescueContent ({ template, session, rescue, mayPropose, onClose }: RescueContentProps): ReactNode {
  const t = useText('proposal')
  const now = useLivingValues(template, session)
  // As it stood when the window was opened: what others write meanwhile takes nothing away under one's eyes.
  const [first, setFirst] = useState(now)
  if (first === null && now !== null) setFirst(now)
  const changes = useMemo(() => rescuedChanges(template, rescue, first), [template, rescue, first])
  const places = usePlaceNames(template, session.doc)
  const textOf = useChangeText(template)
  const [dropping, setDropping] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function drop (): Promise<void> {
    await session.dropRescue(rescue.epoch)
    onClose()
  }
  async function send (): Promise<void> {
    setBusy(true)
    const failed = await sendAll(session, rescue.epoch, changes)
    setBusy(false)
    setFailure(failed)
    if (failed !== null) return
    announce(t('sent'))
    await drop()
  }
  const all = changes.map(change => `${places.of(change)}\n${textOf(change)}`).join('\n\n')
  const isEmpty = changes.length === 0
  return (
    <div className='ss-stack'>
      <Paragraph data-size='sm'>{isEmpty ? t('nothing') : mayPropose ? t('windowLead') : t('windowLeadReader')}</Paragraph>
      {isEmpty ? null : (
        // What is too long for the window is scrolled, also by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className='ss-rescued' tabIndex={0} aria-label={t('windowTitle')}>
          {changes.map(change => {
            const [place, text] = [places.of(change), textOf(change)]
            return (
              <li key={`${change.kind} ${place}`} className='ss-proposed'>
                <div className='ss-proposed-head'><Heading level={3} data-size='2xs'>{place}</Heading>{text === '' ? null : <CopyButton iconOnly variant='tertiary' text={text} label={t('copyPlace', { place })} />}</div>
                <div className='ss-proposed-what'><ChangeView template={template} change={change} places={places} /></div>
              </li>
            )
          })}
        </ul>
      )}
      <FailureAlert failure={failure} />
      {dropping && <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{t('dropSure')}</Paragraph></Alert>}
      <WindowActions>
        {isEmpty || !mayPropose ? null : <Button data-size='sm' loading={busy} onClick={() => { void send() }}><PaperplaneIcon aria-hidden='true' />{t('send')}</Button>}
        {isEmpty ? null : <CopyButton text={all} label={t('copyAll')} variant={mayPropose ? 'secondary' : 'primary'} />}
        {dropping
          ? <Button data-size='sm' data-color='danger' onClick={() => { void drop() }}>{t('dropNow')}</Button>
          : <Button data-size='sm' variant={isEmpty ? 'primary' : 'secondary'} data-color='danger' onClick={() => { setDropping(true) }}>{t('drop')}</Button>}
        <Button data-size='sm' variant='tertiary' onClick={onClose}>{t('keep')}</Button>
      </WindowActions>
    </div>
  )
}
