import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { ChangeView } from './change-view.tsx'
import { ChangeWays, sinceText } from './change-ways.tsx'
import type { ProposalDesk } from './desk.ts'
import type { OpenChange } from './open-change.ts'
import '../compare/compare.css'
import './proposal.css'

/** A proposed change in its place in the form: whose, old and new, and what the eier can do with it. `named`: the place is that of more than this answer, so it is said which. */
export function ProposedNote ({ desk, one, named }: { readonly desk: ProposalDesk, readonly one: OpenChange, readonly named: boolean }): ReactNode {
  const t = useText('proposal')
  const standing = desk.standings.get(one.id)
  const why = sinceText(one, standing, t)
  const who = t('proposes', { who: one.proposal.by.name })
  const isNamed = named || one.change.kind !== 'answer'
  return (
    <fieldset className='ss-proposed-note'>
      <legend className='ss-proposed-who'>{who}: <span className={isNamed ? undefined : 'ss-unseen'}>{desk.places.of(one.change)}</span></legend>
      {why === null ? null : <p className='ss-proposed-why'>{why}</p>}
      {standing?.kind === 'there' ? null : <div className='ss-proposed-what'><ChangeView template={desk.template} change={one.change} standing={standing} places={desk.places} /></div>}
      <ChangeWays desk={desk} one={one} />
    </fieldset>
  )
}
