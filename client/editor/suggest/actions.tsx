import { Button } from '@digdir/designsystemet-react'
import { CheckmarkIcon, XMarkIcon } from '@navikt/aksel-icons'
import type { Suggestion, Verdict } from '@samskriv/shared/suggest'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/index.ts'
import { announce } from '../../ui/announce.tsx'
import { useWatch } from '../../ui/use-watch.ts'
import type { Suggesting } from './suggesting.ts'

/** Says that suggestions were decided: whose they were, how, and how many; `more` is said after it. */
export function useSayDecided (suggesting: Pick<Suggesting, 'personId'>): (chosen: readonly Pick<Suggestion, 'by'>[], verdict: Verdict, count?: number, more?: string) => void {
  const t = useText('editor')
  return (chosen, verdict, count = chosen.length, more = '') => {
    const isOwn = verdict === 'reject' && chosen.every(({ by }) => by === suggesting.personId)
    const done = t(isOwn ? 'suggestionsWithdrawn' : verdict === 'accept' ? 'suggestionsAccepted' : 'suggestionsRejected', { count })
    announce(count === 0 ? more : `${done} ${more}`.trim())
  }
}

/** What can be done with one suggestion: by one who may decide, or by whose it is. */
export function SuggestionActions ({ suggestion, suggesting, onDecide, what }: {
  readonly suggestion: Pick<Suggestion, 'by'>, readonly suggesting: Suggesting, readonly onDecide: (verdict: Verdict) => void
  /** Says which one, where several stand below each other. */
  readonly what?: string
}): ReactNode {
  const t = useText('editor')
  const { mayDecide } = useWatch(suggesting.state)
  const isOwn = suggestion.by === suggesting.personId
  const about = what === undefined ? null : <span className="ss-unseen">: {what}</span>
  return (
    <div className="ss-suggestion__actions">
      {mayDecide && <Button data-size="sm" variant="secondary" onClick={() => { onDecide('accept') }}><CheckmarkIcon aria-hidden />{t('accept')}{about}</Button>}
      {(mayDecide || isOwn) && <Button data-size="sm" variant="tertiary" onClick={() => { onDecide('reject') }}><XMarkIcon aria-hidden />{isOwn ? t('withdraw') : t('reject')}{about}</Button>}
      {!mayDecide && !isOwn && <p className="ss-suggestion__waits">{t('waitsForWriters')}</p>}
    </div>
  )
}
