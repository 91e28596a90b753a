import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { longest } from '@samskriv/shared/workflow'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { makeVersion, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { announce } from '../ui/announce.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { Window, WindowActions } from '../ui/window.tsx'

/** What naming a version needs to know. */
export interface NameWindowProps {
  readonly open: boolean
  readonly behovsmelding: string
  readonly onClose: () => void
  readonly onMade: () => void
}

function NameForm ({ behovsmelding, onClose, onMade }: NameWindowProps): ReactNode {
  const t = useText('version')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function make (): Promise<void> {
    setBusy(true)
    const answer = await makeVersion(behovsmelding, { kind: 'named', name })
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    announce(t('nameMade', { n: answer.value.number }))
    onMade()
    onClose()
  }
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '' && !busy) void make()
  }
  return (
    <form className='ss-stack' onSubmit={submit} noValidate>
      <Paragraph data-size='sm'>{t('nameLead')}</Paragraph>
      <Textfield
        data-size='sm' label={t('nameLabel')} description={t('nameExample')} value={name} maxLength={longest.versionName} autoComplete='off'
        error={missing && name.trim() === '' ? t('nameMissing') : undefined} onChange={event => { setName(event.target.value) }}
      />
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button type='submit' loading={busy}>{t('nameMake')}</Button>
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </form>
  )
}

/** Keeps the text as it is, under a name. */
export function NameWindow (props: NameWindowProps): ReactNode {
  const t = useText('version')
  return <Window open={props.open} title={t('nameTitle')} onClose={props.onClose}><NameForm {...props} /></Window>
}
