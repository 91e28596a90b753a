import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import type { ProtokollFacts, RoundView } from '@samskriv/shared/api'
import { basisOfPresent } from '@samskriv/shared/protokoll'
import { longest, longestInRound } from '@samskriv/shared/workflow'
import { useCallback, useMemo, useState, type ReactNode, type SubmitEvent } from 'react'
import { closeRound, fetchProtokoll, type Failure } from '../api/index.ts'
import { useNames, useText } from '../i18n/index.ts'
import { Loading } from '../route/loading.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { useLoad } from '../ui/use-load.ts'
import { Window, WindowActions } from '../ui/window.tsx'
import { Attendants } from './attendants.tsx'
import { meetingTime } from './day.ts'
import { EmployerViews, PartyBases } from './party-facts.tsx'
import { useKeptFacts } from './use-kept-facts.ts'
import './close-round.css'

/** What closing a round needs to know. */
export interface CloseRoundWindowProps {
  readonly open: boolean
  readonly behovsmelding: string
  readonly myId: string
  readonly round: RoundView
  readonly onClose: () => void
  readonly onClosed: () => void
}

interface FactsProps extends CloseRoundWindowProps { readonly facts: ProtokollFacts, readonly onFacts: (facts: ProtokollFacts | null) => void }

function FactsForm ({ behovsmelding, round, facts, onFacts, onClose, onClosed }: FactsProps): ReactNode {
  const t = useText('medbestemmelse')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<ProtokollFacts>): void => { onFacts({ ...facts, ...part }) }
  const noTime = facts.heldAt === ''
  // Said at the field and at once: what is pasted is never cut.
  const tooLong = (words: string, most: number): string | undefined => words.length > most ? t('tooLong', { most }) : undefined
  const isLong = [facts.agreed, facts.notAgreed].some(words => words.length > longestInRound.agreed) || Object.values(facts.views ?? {}).some(words => words.length > longestInRound.view)
  const lacks = isLong || noTime || facts.attendants.some(attendant => attendant.name.trim() === '')
  async function closeNow (): Promise<void> {
    setBusy(true)
    const answer = await closeRound(behovsmelding, round.number, { ...facts, basisOf: basisOfPresent(facts, round.stances), views: facts.views ?? {} })
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    onFacts(null)
    onClosed()
    onClose()
  }
  function submit (event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (lacks) {
      const form = event.currentTarget
      requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus() })
    } else if (!busy) void closeNow()
  }
  const text = (part: 'agreed' | 'notAgreed', label: string, description: string): ReactNode => (
    <Textfield multiline rows={3} data-size='sm' label={label} description={description} value={facts[part]} error={tooLong(facts[part], longestInRound.agreed)} onChange={event => { change({ [part]: event.target.value }) }} />
  )
  return (
    <form className='ss-stack' onSubmit={submit} noValidate>
      <Paragraph data-size='sm'>{t('closeLead')}</Paragraph>
      {round.missing.length === 0 ? null : <Paragraph data-size='sm'>{t('closeMissing', { names: round.missing.map(one => one.name).join(', ') })}</Paragraph>}
      <div className='ss-held'>
        <Textfield type='datetime-local' data-size='sm' label={t('heldAt')} value={facts.heldAt} error={tried && noTime ? t('heldAtMissing') : undefined} onChange={event => { change({ heldAt: event.target.value.slice(0, 16) }) }} />
        <Textfield data-size='sm' label={t('place')} placeholder={t('placeExample')} value={facts.place} maxLength={longest.name} onChange={event => { change({ place: event.target.value }) }} />
      </div>
      <section className='ss-stack-close'>
        <Heading level={3} data-size='2xs'>{t('attendants')}</Heading>
        <Attendants attendants={facts.attendants} tried={tried} onChange={attendants => { change({ attendants }) }} />
      </section>
      <PartyBases facts={facts} stances={round.stances} onChange={change} />
      <EmployerViews facts={facts} tooLong={tooLong} onChange={change} />
      {text('agreed', t('agreed'), t('agreedWhy'))}
      {text('notAgreed', t('notAgreed'), t('notAgreedWhy'))}
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button type='submit' loading={busy}>{t('close', { n: round.number })}</Button>
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}

function CloseRoundForm ({ kept, onKept, ...props }: CloseRoundWindowProps & { readonly kept: ProtokollFacts | null, readonly onKept: (facts: ProtokollFacts | null) => void }): ReactNode {
  const { behovsmelding, round } = props
  const load = useCallback(() => fetchProtokoll(behovsmelding, round.number), [behovsmelding, round.number])
  const { value, failure } = useLoad(load)
  const names = useNames()
  const proposed = value?.facts
  const [now] = useState(() => Date.now())
  // Made anew each time, as things then stand, until something in it has been changed: only then there is something to keep.
  const proposal = useMemo((): ProtokollFacts | null => {
    if (proposed === undefined) return null
    const called = { eier: names.role('eier'), uh: names.role('uh'), arbeidstaker: names.role('tillitsvalgt') }
    const attendants = proposed.attendants.map(one => one.function === '' ? { ...one, function: called[one.party] } : one)
    // What each party rests on follows who is there and what is said, until somebody changes it here.
    const { basisOf: _proposed, ...rest } = proposed
    return { ...rest, attendants, heldAt: meetingTime(Date.parse(round.openedAt), now) }
  }, [proposed, names, round.openedAt, now])
  const facts = kept ?? proposal
  if (facts !== null) return <FactsForm {...props} facts={facts} onFacts={onKept} />
  return failure === null ? <Loading /> : <FailureAlert failure={failure} />
}

/** Closes a round with what belongs in its protokoll. What was written down stays on this machine until the round is closed. */
export function CloseRoundWindow (props: CloseRoundWindowProps): ReactNode {
  const t = useText('medbestemmelse')
  const [kept, setKept] = useKeptFacts(props.myId, props.behovsmelding, props.round.number)
  return <Window wide open={props.open} title={t('closeTitle', { n: props.round.number })} onClose={props.onClose}><CloseRoundForm {...props} kept={kept} onKept={setKept} /></Window>
}
