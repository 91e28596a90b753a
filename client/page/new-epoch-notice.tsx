import { Button } from '@digdir/designsystemet-react'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import { useState, type ReactNode } from 'react'
import { restoreVersion, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { NoticeBanner } from './banners.tsx'

/** What the notice tells of, and what it may ask for. `mayRestore`: this person could take a bringing back, back. */
export interface NewEpochProps {
  readonly view: Pick<BehovsmeldingView, 'id' | 'state' | 'origin'>
  readonly mayRestore: boolean
  readonly onSeen: () => void
  readonly onRestored: () => void
}

/** That another text began while the page was open: the locked one was reopened, or an earlier version brought back. Nothing once that text is locked in its turn. */
export function NewEpochNotice ({ view, mayRestore, onSeen, onRestored }: NewEpochProps): ReactNode {
  const t = useText('live')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const { origin } = view
  if (view.state === 'låst' || view.state === 'levert') return null
  if (origin?.how !== 'restored') return <NoticeBanner onClose={onSeen}>{t('reopenedNotice')}</NoticeBanner>
  const { version, before, by } = origin
  async function takeBack (): Promise<void> {
    setBusy(true)
    const answer = await restoreVersion(view.id, before)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (answer.ok) onRestored()
  }
  const undo = mayRestore ? <Button data-size='sm' variant='secondary' loading={busy} onClick={() => { void takeBack() }}>{t('restoredUndo', { before })}</Button> : null
  return <NoticeBanner onClose={onSeen} more={<>{undo}<FailureAlert failure={failure} /></>}>{t('restoredNotice', { who: by.name, n: version, before })}</NoticeBanner>
}
