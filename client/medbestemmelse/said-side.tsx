import { Heading, Paragraph } from '@digdir/designsystemet-react'
import type { Role } from '@samskriv/shared/access'
import type { RoundView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { OwnStance, type OwnStanceProps } from './own-stance.tsx'
import { usePerson } from './round-people.ts'
import { askedIn, holds, type Asked } from './rounds.ts'
import { SaidEntry } from './said-entry.tsx'
import { useRoundWords } from './use-words.ts'

/** Where one goes to say something. */
export const saidSideId = 'uttalelser'

function Silent ({ asked, isOver }: { readonly asked: Asked, readonly isOver: boolean }): ReactNode {
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const { color, self } = usePerson(asked.who.personId)
  const silence = isOver ? t('saidNothing') : t('notSaid')
  return (
    <li className='ss-member'>
      <PersonAvatar name={asked.who.name} color={color} />
      <span className='ss-member-who'>
        <span className='ss-member-name'>{asked.who.name}{self ? <span className='ss-quiet'> {t('you')}</span> : null}</span>
        <span className='ss-quiet ss-member-role'>{asked.earlier === null ? silence : `${silence} · ${t('saidEarlier', { stance: words.stance(asked.earlier.stance), n: asked.earlier.version })}`}</span>
      </span>
    </li>
  )
}

function Everybody ({ round, asked }: { readonly round: RoundView, readonly asked: readonly Asked[] }): ReactNode {
  const t = useText('medbestemmelse')
  const silent = asked.filter(one => !one.said.some(holds))
  const said = asked.filter(one => one.said.length > 0)
  return (
    <>
      {said.length === 0 ? <Paragraph data-size='sm' className='ss-quiet'>{t(round.closedAt === undefined ? 'noneSaidYet' : 'noneSaid')}</Paragraph> : (
        <ul className='ss-said-list' aria-label={t('saidList')}>
          {said.flatMap(one => one.said).map(stance => <li key={stance.id}><SaidEntry stance={stance} level={3} /></li>)}
        </ul>
      )}
      {silent.length === 0 ? null : (
        <div className='ss-stack-close'>
          <Heading level={3} data-size='2xs'>{t('missing', { count: silent.length })}</Heading>
          <ul className='ss-members'>{silent.map(one => <Silent key={one.who.personId} asked={one} isOver={round.closedAt !== undefined} />)}</ul>
        </div>
      )}
    </>
  )
}

/** What everybody says of a round's version and who is missing; first, for a tillitsvalgt in an open round, one's own word. */
export function SaidSide (props: OwnStanceProps & { readonly role: Role }): ReactNode {
  const { view, round, myId, role } = props
  const t = useText('medbestemmelse')
  const mine = role === 'tillitsvalgt' && round.closedAt === undefined
  const asked = askedIn(view, round).map(one => mine && one.who.personId === myId ? { ...one, said: one.said.filter(stance => !holds(stance)) } : one)
  const others = mine ? asked.filter(one => one.who.personId !== myId || one.said.length > 0) : asked
  return (
    <section className='ss-said-side' id={saidSideId} aria-labelledby='ss-said-side-title'>
      <Heading level={2} data-size='xs' id='ss-said-side-title' tabIndex={-1}>{t('saidSide')}</Heading>
      {mine ? <OwnStance {...props} /> : null}
      {mine && others.length > 0 ? <Heading level={3} data-size='2xs'>{t('allSaid')}</Heading> : null}
      {mine && others.length === 0 ? null : <Everybody round={round} asked={others} />}
    </section>
  )
}
