import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react'
import { PersonPlusIcon, TrashIcon } from '@navikt/aksel-icons'
import type { BehovsmeldingView, Invitation, InvitationMade, Member } from '@samskriv/shared/api'
import type { Refusal } from '@samskriv/shared/base'
import { useState, type ReactNode } from 'react'
import { invite, revokeInvitation, type Failure } from '../api/index.ts'
import { useFormat, useNames, useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { PersonAvatar } from '../ui/person-avatar.tsx'
import { WhyNotButton } from '../ui/why-not-button.tsx'
import { Window } from '../ui/window.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { RemoveWindow } from './remove-window.tsx'
import './members-panel.css'

/** Who takes part. `mayInvite`, `mayRemove`: null, or why not. `present`: ids of those who have it open now. */
export interface MembersPanelProps {
  readonly view: BehovsmeldingView
  readonly myId: string
  readonly present: ReadonlySet<string>
  readonly whyNotInvite: Refusal | null
  readonly whyNotRemove: (personId: string) => Refusal | null
  readonly onChanged: () => void
}

function MemberLine ({ member, props, onRemove }: { readonly member: Member, readonly props: MembersPanelProps, readonly onRemove: () => void }): ReactNode {
  const t = useText('people')
  const names = useNames()
  const { person, role, color } = member
  const here = props.present.has(person.id)
  const self = person.id === props.myId
  const whyNot = props.whyNotRemove(person.id)
  const offered = props.view.role === 'eier'
  return (
    <li className='ss-member'>
      <PersonAvatar name={person.name} color={color} />
      <span className='ss-member-who'>
        <span className='ss-member-name'>{person.name}{self ? <span className='ss-quiet'> {t('you')}</span> : null}</span>
        <span className='ss-quiet ss-member-role'>{names.role(role)}{here ? <> · <span className='ss-member-here'>{t('here')}</span></> : null}</span>
      </span>
      {offered ? <WhyNotButton icon variant='tertiary' data-color='neutral' data-size='sm' whyNot={whyNot} label={t('removeName', { name: person.name })} onClick={onRemove}><TrashIcon aria-hidden='true' /></WhyNotButton> : null}
    </li>
  )
}

function InvitationLine ({ one, onRevoke }: { readonly one: Invitation, readonly onRevoke: () => void }): ReactNode {
  const t = useText('people')
  const names = useNames()
  const format = useFormat()
  return (
    <li className='ss-member'>
      <span className='ss-member-who'>
        <span className='ss-member-name'>{one.note === '' ? t('noNote') : one.note}</span>
        <span className='ss-quiet ss-member-role'>{t('invitationIs', { role: names.role(one.role), when: format.date(one.expiresAt) })}</span>
      </span>
      <Button variant='tertiary' data-color='neutral' data-size='sm' onClick={onRevoke}>{t('revoke')}<span className='ss-unseen'> {one.note}</span></Button>
    </li>
  )
}

function Invitations ({ props }: { readonly props: MembersPanelProps }): ReactNode {
  const t = useText('people')
  const [failure, setFailure] = useState<Failure | null>(null)
  async function revoke (invitation: string): Promise<void> {
    const answer = await revokeInvitation(props.view.id, invitation)
    setFailure(answer.ok ? null : answer.refusal)
    props.onChanged()
  }
  if (props.view.invitations.length === 0 && failure === null) return null
  return (
    <section className='ss-stack-close'>
      <Heading level={3} data-size='2xs' className='ss-panel-head'>{t('invitations')} <Tag data-size='sm' data-color='neutral'>{props.view.invitations.length}</Tag></Heading>
      <ul className='ss-members'>{props.view.invitations.map(one => <InvitationLine key={one.id} one={one} onRevoke={() => { void revoke(one.id) }} />)}</ul>
      <FailureAlert failure={failure} />
    </section>
  )
}

/** Members with their roles, and for those who may: inviting, taking back, removing. */
export function MembersPanel (props: MembersPanelProps): ReactNode {
  const t = useText('people')
  const { view, onChanged } = props
  const [inviting, setInviting] = useState(false)
  const [made, setMade] = useState<InvitationMade | null>(null)
  const [leaving, setLeaving] = useState<Member | null>(null)
  return (
    <div className='ss-stack'>
      <section className='ss-stack-close'>
        <Heading level={3} data-size='2xs' className='ss-panel-head'>{t('members')} <Tag data-size='sm' data-color='neutral'>{view.members.length}</Tag></Heading>
        <ul className='ss-members'>{view.members.map(member => <MemberLine key={member.person.id} member={member} props={props} onRemove={() => { setLeaving(member) }} />)}</ul>
        {view.role === 'eier'
          ? <WhyNotButton variant='secondary' data-size='sm' whyNot={props.whyNotInvite} onClick={() => { setMade(null); setInviting(true) }}><PersonPlusIcon aria-hidden='true' />{t('invite')}</WhyNotButton>
          : <Paragraph data-size='sm' className='ss-quiet'>{t('eierInvites')}</Paragraph>}
      </section>
      <Invitations props={props} />
      <Window open={inviting} title={t('inviteTitle')} onClose={() => { setInviting(false) }}>
        {made === null
          ? <InvitationForm withRole lead={t('inviteLead')} onInvite={(note, role) => invite(view.id, role, note)} onMade={link => { setMade(link); onChanged() }} onCancel={() => { setInviting(false) }} />
          : <InvitationLink made={made} onDone={() => { setInviting(false) }} />}
      </Window>
      <RemoveWindow behovsmelding={view.id} member={leaving} onClose={() => { setLeaving(null) }} onRemoved={onChanged} />
    </div>
  )
}
