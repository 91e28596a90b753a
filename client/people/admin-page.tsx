import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react'
import { PersonPlusIcon } from '@navikt/aksel-icons'
import { colorOf, type InvitationMade, type PersonView } from '@samskriv/shared/api'
import { useState, type ReactNode } from 'react'
import { fetchPeople, invitePerson } from '../api/index.ts'
import { useFormat, useText } from '../i18n/index.ts'
import { Loading } from '../route/loading.tsx'
import { NotFound } from '../route/not-found.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useTitle } from '../ui/use-title.ts'
import { Window } from '../ui/window.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { MyPerson } from './me.ts'
import '../ui/rows.css'
import './admin-page.css'

function PersonRow ({ person, self }: { readonly person: PersonView, readonly self: boolean }): ReactNode {
  const t = useText('people')
  const format = useFormat()
  return (
    <li className='ss-list-row'>
      <PersonAvatar name={person.name} color={colorOf(person.id)} />
      <div className='ss-person'>
        <span className='ss-person-name'>{person.name}{self ? <span className='ss-quiet'> {t('you')}</span> : null}</span>
        <span className='ss-person-since ss-quiet'>{t('since', { when: format.date(person.createdAt) })}</span>
      </div>
      <span className='ss-tags'>
        {person.admin ? <Tag data-size='sm' data-color='accent'>{t('isAdmin')}</Tag> : null}
        {person.mayStart ? <Tag data-size='sm' data-color='neutral'>{t('mayStart')}</Tag> : null}
      </span>
    </li>
  )
}

/** People of this installation, for an administrator: who there is, and inviting those who may start behovsmeldinger. */
export function AdminPage ({ me }: { readonly me: MyPerson }): ReactNode {
  const t = useText('people')
  const { value, failure, again } = useLoad(fetchPeople)
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<InvitationMade | null>(null)
  useTitle(t('peopleTitle'))
  if (!me.admin || failure?.code === 'not-allowed') return <NotFound />
  if (value === null) return failure === null ? <Loading /> : <Unreachable failure={failure} onRetry={() => { void again() }} />
  return (
    <>
      <div className='ss-list-head'>
        <Heading level={1} data-size='md'>{t('peopleTitle')}</Heading>
        <Button onClick={() => { setMade(null); setOpen(true) }}><PersonPlusIcon aria-hidden='true' />{t('invitePerson')}</Button>
      </div>
      <Paragraph className='ss-admin-lead ss-quiet'>{t('peopleLead')}</Paragraph>
      <ul className='ss-list'>{value.map(person => <PersonRow key={person.id} person={person} self={person.id === me.id} />)}</ul>
      <Window open={open} title={t('invitePerson')} onClose={() => { setOpen(false) }}>
        {made === null
          ? <InvitationForm lead={t('invitePersonLead')} onInvite={note => invitePerson(note)} onMade={setMade} onCancel={() => { setOpen(false) }} />
          : <InvitationLink made={made} onDone={() => { setOpen(false) }} />}
      </Window>
    </>
  )
}
