import { keyOfChange, type Standing } from '@samskriv/shared/proposal'
import type { UndecidedChange } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import { memo, useRef, type ReactNode } from 'react'
import { SuggestionActions, useSayDecided } from '../editor/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { ChangeView } from '../proposal/change-view.tsx'
import { sinceText } from '../proposal/change-ways.tsx'
import type { PlaceNames } from '../proposal/use-place.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { AddedForm } from './added-form.tsx'
import type { OpenSuggesting } from './open-suggesting.ts'
import { leaveNote } from './keep-focus.ts'
import { settle } from './settle.ts'
import '../compare/compare.css'
import '../proposal/proposal.css'

/** What a note is shown from. `named`: it stands at the place of more than this answer, so it is said which. */
export interface SuggestedNoteProps {
  readonly template: Template
  readonly session: LiveSession
  readonly suggesting: OpenSuggesting
  readonly one: UndecidedChange
  readonly standing: Standing | undefined
  readonly places: PlaceNames
  readonly named: boolean
}

/** A suggested answer in its place in the form: whose, old and new, and what one can do with it. */
export const SuggestedNote = memo(function SuggestedNote ({ template, session, suggesting, one, standing, places, named }: SuggestedNoteProps): ReactNode {
  const t = useText('suggest')
  const proposal = useText('proposal')
  const say = useSayDecided(suggesting)
  const box = useRef<HTMLFieldSetElement>(null)
  const place = places.of(one.change)
  const why = sinceText(one, standing, proposal)
  const isOwn = one.by === suggesting.personId
  const name = suggesting.nameOf(one.by)
  // One's own item is written in there; what would be taken away stands right below.
  const isPlain = one.change.kind === 'removed' || (isOwn && one.change.kind === 'added')
  return (
    <fieldset ref={box} className='ss-proposed-note ss-suggested-note' data-suggestion={one.change.kind === 'answer' ? undefined : keyOfChange(one.change)} tabIndex={-1}>
      <legend className='ss-proposed-who'>
        <PersonAvatar small name={name} color={suggesting.colorOf(one.by)} /> {isOwn ? t('youSuggest') : t('suggests', { name })}: <span className={named || one.change.kind !== 'answer' ? undefined : 'ss-unseen'}>{place}</span>
      </legend>
      {why === null ? null : <p className='ss-proposed-why'>{why}</p>}
      {isOwn && one.change.kind === 'added' ? <AddedForm template={template} session={session} personId={one.by} change={one.change} /> : null}
      {standing?.kind === 'there' || isPlain ? null : <div className='ss-proposed-what'><ChangeView template={template} change={one.change} standing={standing} places={places} /></div>}
      <SuggestionActions
        suggestion={one} suggesting={suggesting} what={place}
        onDecide={verdict => {
          const note = box.current
          const count = settle(template, session, [one], { verdict, replaces: standing?.kind === 'clashes' })
          say([one], verdict, count, count === 0 ? t('left', { count: 1 }) : '')
          if (count > 0) leaveNote(note, one)
        }}
      />
    </fieldset>
  )
})
