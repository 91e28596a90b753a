import { Button, Fieldset, Paragraph, Radio, Textfield } from '@digdir/designsystemet-react'
import { roles, type Role } from '@samskriv/shared/access'
import type { InvitationMade } from '@samskriv/shared/api'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import type { Failure, Outcome } from '../api/index.ts'
import { useNames, useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { WindowActions } from '../ui/window.tsx'

/** Longest note taken. The server has the same bound. */
const noteLength = 200

/** Asks for what an invitation needs. `withRole`: also as what. */
export interface InvitationFormProps {
  readonly lead: string
  readonly withRole?: boolean
  readonly onInvite: (note: string, role: Role) => Promise<Outcome<InvitationMade>>
  readonly onMade: (made: InvitationMade) => void
  readonly onCancel: () => void
}

/** A role and a note to oneself about whom the link is for; gives a one-time link. */
export function InvitationForm ({ lead, withRole = false, onInvite, onMade, onCancel }: InvitationFormProps): ReactNode {
  const t = useText('people')
  const names = useNames()
  const [role, setRole] = useState<Role>('uh')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function make (): Promise<void> {
    setBusy(true)
    const answer = await onInvite(note.trim(), role)
    setBusy(false)
    if (answer.ok) onMade(answer.value)
    else setFailure(answer.refusal)
  }
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    void make()
  }
  return (
    <form className='ss-stack' onSubmit={submit}>
      <Paragraph data-size='sm'>{lead}</Paragraph>
      {withRole && (
        <Fieldset data-size='sm'>
          <Fieldset.Legend>{t('inviteAs')}</Fieldset.Legend>
          {roles.map(one => (
            <Radio key={one} name='role' value={one} label={names.role(one)} description={names.roleMeans(one)} checked={one === role} onChange={() => { setRole(one) }} />
          ))}
        </Fieldset>
      )}
      <Textfield data-size='sm' label={t('note')} description={t('noteWhy')} value={note} maxLength={noteLength} onChange={event => { setNote(event.target.value) }} />
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button type='submit' loading={busy}>{t('makeLink')}</Button>
        <Button variant='tertiary' onClick={onCancel}>{t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}
