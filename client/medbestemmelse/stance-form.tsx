import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import type { NewStance, RoundView, StanceDraft } from '@samskriv/shared/api'
import type { Refusal } from '@samskriv/shared/base'
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { giveStance, type Failure } from '../api/index.ts'
import { shortHash } from '../frozen/hash.ts'
import { useNames, useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { useWatch } from '../ui/use-watch.ts'
import type { Draft } from './draft.ts'
import { DraftLine } from './draft-line.tsx'
import { StanceFields } from './stance-fields.tsx'
import { useRoundWords } from './use-words.ts'

/** Saying what one thinks of a round's version. `whyNot` null: one may. `again`: it takes the place of what one has said. */
export interface StanceFormProps {
  readonly behovsmelding: string
  readonly round: RoundView
  readonly draft: Draft
  readonly whyNot: Refusal | null
  readonly again: boolean
  readonly onGiven: () => void
  readonly onRefused: () => void
  readonly onCancel: () => void
}

function complete ({ stance, union, basis, statement }: StanceDraft, hash: string): NewStance | null {
  return stance === null || basis === null || union.trim() === '' ? null : { hash, stance, union: union.trim(), basis, statement }
}

/** Warns before the tab is closed over words that are nowhere else. */
function useGuard (lost: boolean): void {
  useEffect(() => {
    if (!lost) return undefined
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault() }
    window.addEventListener('beforeunload', ask)
    return () => { window.removeEventListener('beforeunload', ask) }
  }, [lost])
}

function Other ({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useText('medbestemmelse')
  return (
    <Alert data-color='warning' data-size='sm' role='alert'>
      <Paragraph data-size='sm'>{t('twoDrafts')}</Paragraph>
      <div className='ss-round-actions'>
        <Button data-size='sm' variant='secondary' onClick={() => { draft.choose('this') }}>{t('keepThis')}</Button>
        <Button data-size='sm' variant='tertiary' onClick={() => { draft.choose('other') }}>{t('takeOther')}</Button>
      </div>
    </Alert>
  )
}

/** The form of a stance: kept as one writes, given by one button that says which version it binds to. */
export function StanceForm ({ behovsmelding, round, draft, whyNot, again, onGiven, onRefused, onCancel }: StanceFormProps): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const words = useRoundWords()
  const state = useWatch(draft.state)
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [touched, setTouched] = useState(state.kept !== 'server')
  useGuard(state.kept === 'nowhere')
  const stance = complete(state.draft, round.hash)
  async function give (said: NewStance): Promise<void> {
    setBusy(true)
    // A draft that arrives after what it was a draft of would stand there as one more.
    await draft.settle()
    const answer = await giveStance(behovsmelding, round.number, said)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) {
      draft.flush()
      onRefused()
      return
    }
    draft.given()
    onGiven()
  }
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    setTried(true)
    if (stance === null) requestAnimationFrame(() => { form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus() })
    else if (!busy && whyNot === null && state.other === null) void give(stance)
  }
  const n = round.version
  return (
    <form className='ss-stack ss-stance-form' ref={form} onSubmit={submit} noValidate aria-label={t('stanceForm', { n })}>
      {state.other === null ? null : <Other draft={draft} />}
      <StanceFields draft={state.draft} tried={tried} onChange={next => { setTouched(true); draft.change(next) }} />
      {touched ? <DraftLine state={state} /> : <p className='ss-quiet ss-round-small'>{t('draftIsYours')}</p>}
      <div className='ss-give'>
        <p>{stance === null ? t('giveLead', { n, hash: shortHash(round.hash) }) : t(stance.statement === null ? 'giveThis' : 'giveThisWithStatement', { stance: words.stance(stance.stance), n, hash: shortHash(round.hash) })}</p>
        {again ? <p className='ss-quiet'>{t('giveInstead')}</p> : null}
        <FailureAlert failure={failure ?? whyNot} />
        <div className='ss-round-actions'>
          <Button type='submit' data-size='sm' loading={busy} aria-disabled={whyNot !== null || state.other !== null || undefined} title={whyNot === null ? undefined : names.failure(whyNot)}>{t('give', { n })}</Button>
          {again ? <Button data-size='sm' variant='tertiary' onClick={onCancel}>{t('dropDraft')}</Button> : null}
        </div>
      </div>
    </form>
  )
}
