import type { MedbestemmelseView, RoundView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { usePerson } from './round-people.ts'
import { askedIn, holds, type Asked } from './rounds.ts'
import { StanceTag } from './stance-tag.tsx'
import { useRoundWords } from './use-words.ts'

function AskedLine ({ asked, isOver }: { readonly asked: Asked, readonly isOver: boolean }): ReactNode {
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const { who, said, earlier } = asked
  const { color, self } = usePerson(who.personId)
  const now = said.find(holds)
  const facts = [
    ...(now === undefined ? [] : [now.union]),
    ...(now === undefined || now.statement === null ? [] : [t('withStatement')]),
    ...(now === undefined && said.length > 0 ? [t('hasWithdrawn')] : []),
    ...(now === undefined && earlier !== null ? [t('saidEarlier', { stance: words.stance(earlier.stance), n: earlier.version })] : []),
  ]
  return (
    <li className='ss-member'>
      <PersonAvatar name={who.name} color={color} />
      <span className='ss-member-who'>
        <span className='ss-member-name'>{who.name}{self ? <span className='ss-quiet'> {t('you')}</span> : null}</span>
        {facts.length === 0 ? null : <span className='ss-quiet ss-member-role'>{facts.join(' · ')}</span>}
      </span>
      {now === undefined ? <span className='ss-missing'>{isOver ? t('saidNothing') : t('notSaid')}</span> : <StanceTag stance={now.stance} />}
    </li>
  )
}

/** Everybody a round asks, each with what they say, or that they have not said anything. */
export function AskedList ({ view, round }: { readonly view: MedbestemmelseView, readonly round: RoundView }): ReactNode {
  const t = useText('medbestemmelse')
  const asked = askedIn(view, round)
  if (asked.length === 0) return <p className='ss-quiet ss-round-small'>{t('nobodyAsked')}</p>
  return <ul className='ss-members' aria-label={t('whoSaid')}>{asked.map(one => <AskedLine key={one.who.personId} asked={one} isOver={round.closedAt !== undefined} />)}</ul>
}
