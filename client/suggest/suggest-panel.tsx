import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { ArrowUndoIcon } from '@navikt/aksel-icons'
import type { Undecided, Verdict } from '@samskriv/shared/suggest'
import { placeOf, type Template } from '@samskriv/shared/template'
import { useState, type ReactNode } from 'react'
import { useSayDecided } from '../editor/index.ts'
import { useLanguage, useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { usePlaceName } from '../form/use-place-name.ts'
import { useLastStep } from '../ui/use-last-step.ts'
import { useWatch } from '../ui/use-watch.ts'
import { keepFocusNear } from './keep-focus.ts'
import { goToSuggestion } from './go-to.ts'
import { ByPerson } from './by-person.tsx'
import type { OpenSuggesting } from './open-suggesting.ts'
import { SuggestionEntry } from './suggestion-entry.tsx'
import { settle } from './settle.ts'
import { useUndecidedWords } from './use-undecided-words.ts'
import { useUndecided } from './use-undecided.ts'
import './suggest.css'

/** What the list of suggestions is shown from. */
export interface SuggestPanelProps {
  readonly template: Template
  readonly session: LiveSession
  readonly suggesting: OpenSuggesting
  /** One goes to the text: what the list stands over it in is to give way. */
  readonly onLeave: () => void
}

/** Every undecided suggestion by section, of all or of one person; accepted and rejected one by one, by person, or all. */
export function SuggestPanel ({ template, session, suggesting, onLeave }: SuggestPanelProps): ReactNode {
  const t = useText('suggest')
  const language = useLanguage()
  const all = useUndecided(template, session)
  const placeName = usePlaceName(template, session)
  const { mayDecide } = useWatch(suggesting.state)
  const say = useSayDecided(suggesting)
  const words = useUndecidedWords(template, session.doc)
  const [person, setPerson] = useState<string | null>(null)
  const [done, tellDone] = useLastStep<{ readonly verdict: Verdict, readonly count: number }>(session.undo)
  // How many of those chosen last were left as they are.
  const [left, setLeft] = useState(0)
  // Whoever has nothing left is not chosen any more.
  const by = all.some(one => one.by === person) ? person : null
  const shown = all.filter(one => by === null || one.by === by)
  const sections = template.sections.map(section => ({ section, some: shown.filter(one => placeOf(template, one.field)?.section.id === section.id) })).filter(({ some }) => some.length > 0)
  const decideAll = (chosen: readonly Undecided[], verdict: Verdict): void => {
    const pressed = document.activeElement
    // What stands there now is to be seen at the answer itself, not here.
    const count = settle(template, session, chosen, { verdict, replaces: false })
    setLeft(chosen.length - count)
    if (count > 0) {
      tellDone({ verdict, count })
      keepFocusNear(pressed)
    }
    say(chosen, verdict, count, count === chosen.length ? '' : t('left', { count: chosen.length - count }))
  }
  return (
    <div className='ss-stack'>
      {done !== null && (
        <p className='ss-suggest-done'>
          <span>{t(done.verdict === 'accept' ? 'doneAccept' : 'doneReject', { count: done.count })}</span>
          <Button data-size='sm' variant='tertiary' onClick={() => { session.undo.undo() }}><ArrowUndoIcon aria-hidden='true' />{t('undo')}</Button>
        </p>
      )}
      {left > 0 && <p className='ss-quiet'>{t('left', { count: left })}</p>}
      {all.length === 0 ? <div className='ss-panel-empty'><Heading level={3} data-size='2xs'>{t('none')}</Heading><Paragraph data-size='sm'>{t('noneText')}</Paragraph></div> : (
        <>
          <ByPerson all={all} chosen={by} suggesting={suggesting} onChoose={setPerson} />
          {mayDecide && shown.length > 1 && (
            <div className='ss-suggest-all'>
              <Button data-size='sm' variant='secondary' onClick={() => { decideAll(shown, 'accept') }}>{by === null ? t('acceptAll', { count: shown.length }) : t('acceptAllOf', { count: shown.length, name: suggesting.nameOf(by) })}</Button>
              <Button data-size='sm' variant='tertiary' onClick={() => { decideAll(shown, 'reject') }}>{by === null ? t('rejectAll', { count: shown.length }) : t('rejectAllOf', { count: shown.length, name: suggesting.nameOf(by) })}</Button>
            </div>
          )}
          {sections.map(({ section, some }) => (
            <section key={section.id} className='ss-stack-close'>
              <Heading level={3} data-size='2xs'>{section.title[language]}</Heading>
              <ul className='ss-suggestions'>
                {some.map(one => (
                  <SuggestionEntry
                    key={`${one.field} ${one.key}`} suggestion={one} place={placeName(one.kind === 'change' && one.change.kind !== 'answer' ? one.change.list : one.field) ?? ''} suggesting={suggesting} what={words(one)}
                    onGo={() => { onLeave(); void goToSuggestion(one) }} onDecide={verdict => { decideAll([one], verdict) }}
                  />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  )
}
