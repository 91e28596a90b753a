import { Alert, Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react'
import type { BehovsmeldingView, MedbestemmelseView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { longest } from '@samskriv/shared/workflow'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { openRound, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import type { Suggesting } from '../editor/index.ts'
import { reveal } from '../page/form-slot.tsx'
import { UndecidedSlot } from '../page/suggest-slot.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { Window, WindowActions } from '../ui/window.tsx'
import { FindingsList } from '../workflow/findings-list.tsx'
import { useFindings } from '../workflow/use-findings.ts'
import { deadlineProblem, proposedDeadline } from './day.ts'
import { DeadlineField } from './deadline-field.tsx'
import { OpenedAlready } from './opened-already.tsx'
import { openRoundIn } from './rounds.ts'
import '../workflow/workflow.css'

/** What opening a round needs to know. `onChanged`: a round was opened, here or by somebody else first. */
export interface OpenRoundWindowProps {
  readonly open: boolean
  readonly rounds: MedbestemmelseView
  readonly view: BehovsmeldingView
  readonly template: Template
  readonly session: LiveSession
  readonly suggesting: Suggesting
  readonly onClose: () => void
  readonly onChanged: () => void
}

function Told ({ view }: { readonly view: BehovsmeldingView }): ReactNode {
  const t = useText('medbestemmelse')
  const asked = view.members.filter(member => member.role === 'tillitsvalgt')
  if (asked.length === 0) return <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{t('nobodyToAsk')}</Paragraph></Alert>
  return <Paragraph data-size='sm'>{t('willBeAsked', { names: asked.map(member => member.person.name).join(', ') })}</Paragraph>
}

// What is missing is advice here: a round may well be about a text that is not finished.
function Findings ({ template, session, onClose }: Pick<OpenRoundWindowProps, 'template' | 'session' | 'onClose'>): ReactNode {
  const t = useText('medbestemmelse')
  const findings = useFindings(template, session)
  if (findings.length === 0) return <Paragraph data-size='sm'>{t('nothingMissing')}</Paragraph>
  return (
    <Details data-size='sm' className='ss-findings-more'>
      <Details.Summary>{t('stillMissing', { count: findings.length })}</Details.Summary>
      <Details.Content><FindingsList template={template} findings={findings} onGo={key => { onClose(); void reveal(key) }} /></Details.Content>
    </Details>
  )
}

function OpenRoundForm (props: OpenRoundWindowProps & { readonly n: number }): ReactNode {
  const { n, rounds, view, template, session, suggesting, onClose, onChanged } = props
  const t = useText('medbestemmelse')
  const status = useWatch(session.status)
  const [now] = useState(() => Date.now())
  const [deadline, setDeadline] = useState(() => proposedDeadline(now))
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const version = (view.versions.at(-1)?.number ?? 0) + 1
  const wrong = deadlineProblem(deadline, now) !== null
  const mustWait = status.state !== 'saved' || status.connection !== 'connected'
  async function openNow (): Promise<void> {
    setBusy(true)
    const answer = await openRound(view.id, { deadline, note: note.trim() })
    setBusy(false)
    // Of two who open in the same second one wins: who it was comes with what is fetched now.
    if (answer.ok || answer.refusal.code === 'round-open') onChanged()
    setFailure(answer.ok ? null : answer.refusal)
    if (answer.ok) onClose()
  }
  const opened = openRoundIn(rounds)
  // One's own is told of by the live line before the answer is here.
  if (opened !== null && !busy) return <OpenedAlready behovsmelding={view.id} round={opened} note={note.trim()} onClose={onClose} />
  const isOver = failure?.code === 'round-open'
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    setTried(true)
    if (!wrong && !mustWait && !busy) void openNow()
  }
  return (
    <form className='ss-stack' onSubmit={submit} noValidate>
      <Paragraph data-size='sm'>{t('openLead', { n: version })}</Paragraph>
      <Told view={view} />
      <DeadlineField value={deadline} now={now} tried={tried} onChange={setDeadline} />
      <Textfield
        multiline rows={3} data-size='sm' label={t('noteLabel')} description={t('noteWhy')} value={note} maxLength={longest.reason} onChange={event => { setNote(event.target.value) }}
      />
      <Findings template={template} session={session} onClose={onClose} />
      <UndecidedSlot step='round' template={template} session={session} suggesting={suggesting} onGo={onClose} />
      {mustWait && <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{t('mustWait')}</Paragraph></Alert>}
      <FailureAlert failure={failure} />
      <WindowActions>
        {isOver ? null : <Button type='submit' loading={busy} aria-disabled={mustWait || undefined}>{t('open', { n })}</Button>}
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}

/** Opens a round, unless somebody has opened it first, which it then says: until when, a word to the tillitsvalgte, what it means, and what the rules find missing. */
export function OpenRoundWindow (props: OpenRoundWindowProps): ReactNode {
  const t = useText('medbestemmelse')
  // Once it is open it is that round and not the next, here as for who was first elsewhere.
  const n = openRoundIn(props.rounds)?.number ?? props.rounds.rounds.length + 1
  return <Window wide open={props.open} title={t('openTitle', { n })} onClose={props.onClose}><OpenRoundForm {...props} n={n} /></Window>
}
