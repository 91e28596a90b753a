import { Button, Heading, Link as StyledLink, Paragraph } from '@digdir/designsystemet-react'
import { BookmarkIcon } from '@navikt/aksel-icons'
import { may } from '@samskriv/shared/access'
import { pagePath, type BehovsmeldingView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import type { VersionMeta } from '@samskriv/shared/version'
import { asking } from '@samskriv/shared/workflow'
import { Suspense, useMemo, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { ComparePicker, likelySides } from '../compare/picker.tsx'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import type { Rights } from '../page/use-rights.ts'
import { NameWindow } from './name-window.tsx'
import { RestoreWindow } from './restore-window.tsx'
import { VersionItem } from './version-item.tsx'
import './versions-panel.css'

/** What the list of versions needs to know. */
export interface VersionsPanelProps {
  readonly view: BehovsmeldingView
  readonly template: Template
  readonly session: LiveSession
  readonly rights: Rights
  readonly onChanged: () => void
}

function Listed ({ view, rights, onRestore }: Pick<VersionsPanelProps, 'view' | 'rights'> & { readonly onRestore: (version: VersionMeta) => void }): ReactNode {
  const t = useText('version')
  const { versions } = view
  const sides = useMemo(() => likelySides(versions), [versions])
  if (sides === null) {
    return <div className='ss-panel-empty'><Heading level={3} data-size='2xs'>{t('noneTitle')}</Heading><Paragraph data-size='sm'>{t('noneText')}</Paragraph></div>
  }
  const everMay = may(view.role, 'utkast', 'restore')
  return (
    <>
      <Heading level={3} data-size='2xs' className='ss-unseen'>{t('title')}</Heading>
      {/* Its texts come when it is shown: the page does not wait for them, nor blink when somebody locks. */}
      <Suspense fallback={null}><ComparePicker key={versions.length} behovsmelding={view.id} versions={versions} chosen={sides} /></Suspense>
      <ol className='ss-versions' reversed>
        {versions.toReversed().map(version => (
          <VersionItem key={version.number} version={version} whyNotRestore={everMay ? rights.why(asking.restore(rights.situation, version.number)) : undefined} onRestore={onRestore} />
        ))}
      </ol>
    </>
  )
}

/** Every version of a behovsmelding, the newest first, with its files; making one, and bringing one back. */
export function VersionsPanel ({ view, template, session, rights, onChanged }: VersionsPanelProps): ReactNode {
  const t = useText('version')
  const [naming, setNaming] = useState(false)
  const [restoring, setRestoring] = useState<VersionMeta | null>(null)
  const mayName = rights.why(asking.nameVersion(rights.situation)) === null
  return (
    <>
      <p className='ss-who-wrote'><StyledLink asChild><Link href={pagePath.whoWrote(view.id)}>{t('whoWrote')}</Link></StyledLink></p>
      {mayName ? <Button variant='secondary' data-size='sm' className='ss-name-version' onClick={() => { setNaming(true) }}><BookmarkIcon aria-hidden='true' />{t('nameDots')}</Button> : null}
      <Listed view={view} rights={rights} onRestore={setRestoring} />
      <NameWindow open={naming} behovsmelding={view.id} onClose={() => { setNaming(false) }} onMade={onChanged} />
      <RestoreWindow version={restoring} template={template} session={session} onClose={() => { setRestoring(null) }} onRestored={onChanged} />
    </>
  )
}
