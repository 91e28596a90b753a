import { Button, Paragraph } from '@digdir/designsystemet-react'
import type { Member } from '@samskriv/shared/api'
import { useState, type ReactNode } from 'react'
import { removeMember, type Failure } from '../api/index.ts'
import { useNames, useText } from '../i18n/index.ts'
import { announce } from '../ui/announce.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { Window, WindowActions } from '../ui/window.tsx'

/** Whom to remove from what. `member` null: the window is closed. */
export interface RemoveWindowProps {
  readonly behovsmelding: string
  readonly member: Member | null
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** Says what removing a person does and does not do, then does it. */
export function RemoveWindow ({ behovsmelding, member, onClose, onRemoved }: RemoveWindowProps): ReactNode {
  const t = useText('people')
  const names = useNames()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const name = member?.person.name ?? ''
  async function remove (person: string): Promise<void> {
    setBusy(true)
    const answer = await removeMember(behovsmelding, person)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    announce(t('removed', { name }))
    onRemoved()
    onClose()
  }
  return (
    <Window open={member !== null} title={t('removeTitle', { name })} onClose={() => { setFailure(null); onClose() }}>
      {member === null ? null : (
        <div className='ss-stack'>
          <Paragraph data-size='sm'>{t('removeText', { name, role: names.role(member.role) })}</Paragraph>
          <FailureAlert failure={failure} />
          <WindowActions>
            <Button data-color='danger' loading={busy} onClick={() => { void remove(member.person.id) }}>{t('remove')}</Button>
            <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
          </WindowActions>
        </div>
      )}
    </Window>
  )
}
