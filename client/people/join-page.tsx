import { Button, Card, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import type { LinkView } from '@samskriv/shared/api'
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { useFormat, useNames, useText } from '../i18n/index.ts'
import { Loading } from '../route/loading.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { useTitle } from '../ui/use-title.ts'
import { DeadLink } from './dead-link.tsx'
import { useLink, type LinkState } from './use-link.ts'
import './join-page.css'

/** Longest name taken. The server has the same bound. */
const nameLength = 100

function Invitation ({ view }: { readonly view: LinkView }): ReactNode {
  const t = useText('people')
  const names = useNames()
  const format = useFormat()
  const title = view.purpose === 'member' ? t('invitedTitle') : view.purpose === 'sign-in' ? t('signInTitle') : t('welcomeTitle')
  useTitle(title)
  return (
    <>
      <Heading level={1} data-size='md'>{title}</Heading>
      {view.title === undefined ? null : <p className='ss-join-what'>{view.title}</p>}
      <Paragraph>
        {view.purpose === 'admin' && t('invitedAdmin')}
        {view.purpose === 'start' && t('invitedStart', { by: view.invitedBy ?? '' })}
        {view.purpose === 'member' && view.role !== undefined && t('invitedMember', { by: view.invitedBy ?? '', role: names.role(view.role) })}
        {view.purpose === 'sign-in' && t('invitedSignIn')}
      </Paragraph>
      {view.purpose === 'member' && view.role !== undefined ? <Paragraph data-size='sm' className='ss-quiet'>{names.roleMeans(view.role)}</Paragraph> : null}
      <Paragraph data-size='sm' className='ss-quiet'>{t('linkExpires', { when: format.moment(view.expiresAt) })}</Paragraph>
    </>
  )
}

interface JoinFormProps { readonly view: LinkView, readonly link: LinkState, readonly onJoin: (name?: string) => void }

function JoinForm ({ view, link, onJoin }: JoinFormProps): ReactNode {
  const t = useText('people')
  const [name, setName] = useState('')
  const [nameMissing, setNameMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    const given = name.trim()
    if (!view.needsName) { onJoin(); return }
    setNameMissing(given === '')
    if (given === '') field.current?.focus()
    else onJoin(given)
  }
  return (
    <form className='ss-join-form' onSubmit={submit} noValidate>
      {view.needsName && (
        <Textfield
          ref={field} label={t('yourName')} description={t('yourNameWhy')} autoComplete='name' maxLength={nameLength} value={name}
          error={nameMissing ? t('nameMissing') : undefined} onChange={event => { setName(event.target.value) }}
        />
      )}
      <FailureAlert failure={link.failure} />
      <Button type='submit' data-color='accent' loading={link.joining}>{view.purpose === 'sign-in' ? t('signIn') : t('join')}</Button>
    </form>
  )
}

/** Where a one-time link leads: who invited to what and as what, one's name if it is not known, and the way in. */
export function JoinPage ({ token }: { readonly token: string }): ReactNode {
  const link = useLink(token)
  const [, go] = useLocation()
  const signingIn = useRef(false)
  const { view, failure, join } = link
  async function enter (name?: string): Promise<void> {
    const goTo = await join(name)
    if (goTo !== null) go(goTo, { replace: true })
  }
  // A sign-in link of somebody we know asks nothing: opening it is the answer. Once, however often this is rendered.
  useEffect(() => {
    if (view === null || view.purpose !== 'sign-in' || view.needsName || signingIn.current) return
    signingIn.current = true
    void enter()
  })
  if (view === null && failure === null) return <Loading />
  if (failure?.code === 'unreachable' && view === null) return <Unreachable failure={failure} onRetry={() => { location.reload() }} />
  if (view === null || failure?.code === 'link-used' || failure?.code === 'link-expired') return <DeadLink failure={failure} />
  return (
    <Card className='ss-join' data-color='neutral'>
      <Invitation view={view} />
      <JoinForm view={view} link={link} onJoin={name => { void enter(name) }} />
    </Card>
  )
}
