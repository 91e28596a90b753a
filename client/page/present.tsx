import { Button, Popover } from '@digdir/designsystemet-react'
import { useId, useState, type ReactNode } from 'react'
import { useNames, useText } from '../i18n/index.ts'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { useMedia } from '../ui/use-media.ts'
import type { PersonHere } from './present-people.ts'
import './present.css'

/** Rounds shown at the most, the last of which may be the number of the rest: where there is room, and on a telephone beside four buttons. */
const shownAtOnce = { wide: 4, narrow: 2 } as const

/** Who has the behovsmelding open. `placeName` gives a field's name for its key, or null. */
export interface PresentPeopleProps {
  readonly people: readonly PersonHere[]
  readonly placeName: (key: string) => string | null
}

function PersonLine ({ person, placeName }: { readonly person: PersonHere, readonly placeName: PresentPeopleProps['placeName'] }): ReactNode {
  const t = useText('live')
  const names = useNames()
  const place = person.places.map(placeName).find(name => name !== null)
  return (
    <li className='ss-present-line'>
      <PersonAvatar name={person.name} color={person.color} />
      <span>
        <span className='ss-present-name'>{person.name}{person.self ? <span className='ss-quiet'> {t('you')}</span> : null}</span>
        <span className='ss-quiet ss-present-role'>{place === undefined || person.self ? names.role(person.role) : t('isIn', { role: names.role(person.role), place })}</span>
      </span>
    </li>
  )
}

/** Rounds with initials in each person's colour; pressed, a list with names, roles and where they are. */
export function PresentPeople ({ people, placeName }: PresentPeopleProps): ReactNode {
  const t = useText('live')
  const id = useId()
  const [open, setOpen] = useState(false)
  const most = shownAtOnce[useMedia('(max-width: 40rem)') ? 'narrow' : 'wide']
  if (people.length === 0) return null
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const rest = people.length - shown.length
  return (
    <>
      <Button variant='tertiary' data-color='neutral' className='ss-present' popoverTarget={id} aria-expanded={open} aria-label={t('presentCount', { count: people.length })} title={people.map(person => person.name).join(', ')}>
        {shown.map(person => <PersonAvatar key={person.personId} name={person.name} color={person.color} />)}
        {rest > 0 ? <span className='ss-avatar' data-plain data-initials={`+${rest}`} aria-hidden='true' /> : null}
      </Button>
      <Popover id={id} className='ss-present-list' data-color='neutral' placement='bottom-end' data-size='sm' open={open} onOpen={() => { setOpen(true) }} onClose={() => { setOpen(false) }}>
        <p className='ss-present-head'>{t('presentHead')}</p>
        <ul>{people.map(person => <PersonLine key={person.personId} person={person} placeName={placeName} />)}</ul>
      </Popover>
    </>
  )
}
