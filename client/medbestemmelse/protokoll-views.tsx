import { Heading, Paragraph } from '@digdir/designsystemet-react'
import type { ProtokollFacts, RoundView, StanceView } from '@samskriv/shared/api'
import { employerViews } from '@samskriv/shared/protokoll'
import { type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import { holds } from './rounds.ts'
import { SaidEntry } from './said-entry.tsx'

// Under the employees' own heading, where the parties are told apart, what is within it is a level further down.
function Said ({ stances, level }: { readonly stances: readonly StanceView[], readonly level: 3 | 4 }): ReactNode {
  const t = useText('medbestemmelse')
  if (stances.length === 0) return <Paragraph className='ss-quiet'>{t('noneSaid')}</Paragraph>
  return <ul className='ss-said-list'>{stances.map(stance => <li key={stance.id}><SaidEntry stance={stance} level={level} /></li>)}</ul>
}

/** Each party's view, under one heading: eier's and UH's as the coordinator wrote them down, the employees' as they gave them. The files hold the same. */
export function ProtokollViews ({ facts, round }: { readonly facts: ProtokollFacts, readonly round: RoundView }): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const employers = employerViews(facts)
  // That it was said and taken back belongs in the protokoll; what was taken back does not.
  const withdrawn = round.stances.filter(stance => !holds(stance)).map(stance => ({ ...stance, statement: null }))
  return (
    <>
      {employers?.map(({ party, text }) => (
        <div key={party} className='ss-protokoll-view'>
          <Heading level={3} data-size='2xs'>{names.party(party)}</Heading>
          {text === '' ? <Paragraph className='ss-quiet'>{t('notWritten')}</Paragraph> : <p className='ss-lines'>{text}</p>}
        </div>
      ))}
      {employers === null ? null : <Heading level={3} data-size='2xs'>{names.party('arbeidstaker')}</Heading>}
      <Said stances={round.stances.filter(holds)} level={employers === null ? 3 : 4} />
      {round.missing.length === 0 ? null : <Paragraph>{t('haveNotSaid', { names: round.missing.map(one => one.name).join(', ') })}</Paragraph>}
      {withdrawn.length === 0 ? null : (
        <>
          <Heading level={employers === null ? 3 : 4} data-size='2xs'>{t('withdrawnSaid')}</Heading>
          <Said stances={withdrawn} level={4} />
        </>
      )}
    </>
  )
}
