import { Button } from '@digdir/designsystemet-react'
import { ArrowUndoIcon, PencilIcon } from '@navikt/aksel-icons'
import type { MedbestemmelseView, RoundView } from '@samskriv/shared/api'
import { asking } from '@samskriv/shared/workflow'
import { useRef, useState, type ReactNode } from 'react'
import { withdrawStance, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { Rights } from '../page/use-rights.ts'
import { announce } from '../ui/announce.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { SaidEntry } from './said-entry.tsx'
import { stanceIn } from './rounds.ts'
import { StanceForm } from './stance-form.tsx'
import { emptyDraft, useDraft } from './use-draft.ts'

/** A tillitsvalgt's own word in an open round. */
export interface OwnStanceProps {
  readonly behovsmelding: string
  readonly view: MedbestemmelseView
  readonly round: RoundView
  readonly myId: string
  readonly rights: Rights
  readonly onChanged: () => Promise<void>
}

/** What one has said, with the ways to take it back and to say it anew; until then the form to say it with. */
export function OwnStance ({ behovsmelding, view, round, myId, rights, onChanged }: OwnStanceProps): ReactNode {
  const t = useText('medbestemmelse')
  const own = stanceIn(round, myId)
  const draft = useDraft(behovsmelding, view, round, myId)
  // A draft kept from an earlier visit is gone on with; what one says first needs no asking.
  const [again, setAgain] = useState(view.draft !== null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const place = useRef<HTMLElement>(null)
  const toPlace = (): void => { requestAnimationFrame(() => { place.current?.focus() }) }
  async function given (): Promise<void> {
    setAgain(false)
    announce(t('givenNow', { n: round.version }))
    await onChanged()
    toPlace()
  }
  async function withdraw (): Promise<void> {
    setBusy(true)
    const answer = await withdrawStance(behovsmelding, round.number)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (answer.ok && own !== null) {
      // What was said is there to be said again, as it was or otherwise.
      const { stance, union, basis, statement } = own
      draft?.change({ stance, union, basis, statement })
      announce(t('withdrawnNow'))
    }
    await onChanged()
    toPlace()
  }
  function sayAnew (): void {
    if (own !== null && view.draft === null) draft?.change({ stance: own.stance, union: own.union, basis: own.basis, statement: own.statement })
    setAgain(true)
    toPlace()
  }
  function drop (): void {
    draft?.change(emptyDraft)
    draft?.flush()
    setAgain(false)
    toPlace()
  }
  return (
    <section className='ss-stack' ref={place} tabIndex={-1} aria-label={t('yourWord', { n: round.version })}>
      {own === null ? null : (
        <>
          <SaidEntry stance={own} level={3} />
          {again ? null : (
            <div className='ss-round-actions'>
              <Button variant='secondary' data-size='sm' onClick={sayAnew}><PencilIcon aria-hidden='true' />{t('sayAnew')}</Button>
              <Button variant='tertiary' data-size='sm' loading={busy} onClick={() => { void withdraw() }}><ArrowUndoIcon aria-hidden='true' />{t('withdraw')}</Button>
            </div>
          )}
        </>
      )}
      <FailureAlert failure={failure} />
      {draft !== null && (own === null || again) ? (
        <StanceForm
          behovsmelding={behovsmelding} round={round} draft={draft} again={own !== null} whyNot={rights.why(asking.giveStance(round.number, round.hash))}
          onGiven={() => { void given() }} onRefused={() => { void onChanged() }} onCancel={drop}
        />
      ) : null}
    </section>
  )
}
