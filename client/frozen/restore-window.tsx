import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import type { Template } from '@samskriv/shared/template'
import type { VersionMeta } from '@samskriv/shared/version'
import { useState, type ReactNode } from 'react'
import { restoreVersion, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { later } from '../ui/later.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { Window, WindowActions } from '../ui/window.tsx'

const WhatChanges = later(async () => (await import('./what-changes.tsx')).WhatChanges)

/** What bringing a version back needs to know. `version` null: the window is closed. */
export interface RestoreWindowProps {
  readonly version: VersionMeta | null
  readonly template: Template
  readonly session: LiveSession
  readonly onClose: () => void
  readonly onRestored: () => void
}

function RestoreForm ({ version, template, session, onClose, onRestored }: RestoreWindowProps & { readonly version: VersionMeta }): ReactNode {
  const t = useText('version')
  const status = useWatch(session.status)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const mustWait = status.state !== 'saved' || status.connection !== 'connected'
  async function restore (): Promise<void> {
    if (mustWait || busy) return
    setBusy(true)
    const answer = await restoreVersion(version.behovsmelding, version.number)
    setBusy(false)
    setFailure(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    onRestored()
    onClose()
  }
  return (
    <div className='ss-stack'>
      <Paragraph data-size='sm'>{t('restoreLead')}</Paragraph>
      <section className='ss-stack-close'>
        <Heading level={3} data-size='2xs'>{t('restoreChanges')}</Heading>
        <WhatChanges version={version} template={template} session={session} />
      </section>
      {mustWait && <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{t('lockMustWait')}</Paragraph></Alert>}
      <FailureAlert failure={failure} />
      <WindowActions>
        <Button loading={busy} aria-disabled={mustWait || undefined} onClick={() => { void restore() }}>{t('restoreNow', { n: version.number })}</Button>
        <Button variant='tertiary' onClick={onClose}>{t('cancel')}</Button>
      </WindowActions>
    </div>
  )
}

/** Brings a version back as a new draft: shows first what that changes, and what becomes of the text there is now. */
export function RestoreWindow (props: RestoreWindowProps): ReactNode {
  const t = useText('version')
  const { version } = props
  return (
    <Window wide open={version !== null} title={t('restoreTitle', { n: version?.number ?? '' })} onClose={props.onClose}>
      {version === null ? null : <RestoreForm {...props} version={version} />}
    </Window>
  )
}
