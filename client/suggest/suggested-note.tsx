import type { Standing } from '@samskriv/shared/proposal'
import type { UndecidedChange } from '@samskriv/shared/suggest'
import type { Template } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { SuggestionActions, useSayDecided } from '../editor/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { ChangeView } from '../proposal/change-view.tsx'
import { sinceText } from '../proposal/change-ways.tsx'
import type { PlaceNames } from '../proposal/use-place.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import type { OpenSuggesting } from './open-suggesting.ts'
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
export function SuggestedNote ({ template, session, suggesting, one, standing, places, named }: SuggestedNoteProps): ReactNode {
  const t = useText('suggest')
  const proposal = useText('proposal')
  const say = useSayDecided(suggesting)
  const place = places.of(one.change)
  const why = sinceText(one, standing, proposal)
  const isOwn = one.by === suggesting.personId
  const name = suggesting.nameOf(one.by)
  return (
    <fieldset className='ss-proposed-note ss-suggested-note'>
      <legend className='ss-proposed-who'>
        <PersonAvatar small name={name} color={suggesting.colorOf(one.by)} /> {isOwn ? t('youSuggest') : t('suggests', { name })}: <span className={named || one.change.kind !== 'answer' ? undefined : 'ss-unseen'}>{place}</span>
      </legend>
      {why === null ? null : <p className='ss-proposed-why'>{why}</p>}
      {standing?.kind === 'there' ? null : <div className='ss-proposed-what'><ChangeView template={template} change={one.change} standing={standing} places={places} /></div>}
      <SuggestionActions
        suggestion={one} suggesting={suggesting} what={place}
        onDecide={verdict => { settle(template, session, [one], verdict); say([one], verdict) }}
      />
    </fieldset>
  )
}
