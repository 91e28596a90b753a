import { Alert, Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react'
import type { Undecided } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { type Suggesting } from '../editor/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { usePlaceName } from '../form/use-place-name.ts'
import { goToSuggestion } from './go-to.ts'
import { useUndecidedWords } from './use-undecided-words.ts'
import { useUndecided } from './use-undecided.ts'
import './suggest.css'

/** What the list of what a version leaves out is shown from. `step`: what is about to freeze the text. `onGo`: closes what it stands in. */
export interface UndecidedListProps {
  readonly step: 'lock' | 'round'
  readonly template: Template
  readonly session: LiveSession
  readonly suggesting: Suggesting
  readonly onGo: () => void
}

/** More than this is folded. */
const shownAtOnce = 4

/** The suggestions that a version about to be made leaves out: how many, whose, where and what. Nothing when there is none. */
export function UndecidedList ({ step, template, session, suggesting, onGo }: UndecidedListProps): ReactNode {
  const t = useText('suggest')
  const words = useUndecidedWords(template, session.doc)
  const placeName = usePlaceName(template, session)
  const all = useUndecided(template, session)
  if (all.length === 0) return null
  const lines = (some: readonly Undecided[]): ReactNode => (
    <ul className='ss-findings'>
      {some.map(one => (
        <li key={`${one.field} ${one.key}`} className='ss-finding'>
          <span>{t('bySomebody', { name: suggesting.nameOf(one.by), what: words(one) })} <span className='ss-quiet'>{placeName(one.kind === 'change' && one.change.kind !== 'answer' ? one.change.list : one.field)}</span></span>
          <Button variant='tertiary' data-size='sm' onClick={() => { onGo(); void goToSuggestion(one) }}>{t('goThere')}<span className='ss-unseen'> {words(one)}</span></Button>
        </li>
      ))}
    </ul>
  )
  return (
    <section className='ss-stack-close'>
      <Heading level={3} data-size='2xs'>{t('undecided', { count: all.length })}</Heading>
      <Alert data-color={step === 'lock' ? 'warning' : 'info'} data-size='sm'><Paragraph data-size='sm'>{t(step === 'lock' ? 'undecidedLock' : 'undecidedRound', { count: all.length })}</Paragraph></Alert>
      {lines(all.slice(0, shownAtOnce))}
      {all.length > shownAtOnce && (
        <Details data-size='sm' className='ss-findings-more'>
          <Details.Summary>{t('more', { count: all.length - shownAtOnce })}</Details.Summary>
          <Details.Content>{lines(all.slice(shownAtOnce))}</Details.Content>
        </Details>
      )}
    </section>
  )
}
