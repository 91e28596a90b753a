import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import type { VersionMeta } from '@samskriv/shared/version'
import { Suspense, useMemo, type ReactNode } from 'react'
import { versionAddress } from '../api/index.ts'
import { ComparePicker, likelySides } from '../compare/picker.tsx'
import { useFormat, useLanguage, useText } from '../i18n/index.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { shortHash } from './hash.ts'
import { useVersionName } from './version-name.ts'
import './versions-panel.css'

/** The files of a version, each called by name. */
export function VersionFiles ({ version }: { readonly version: VersionMeta }): ReactNode {
  const t = useText('version')
  const language = useLanguage()
  const file = (format: 'docx' | 'pdf' | 'json', label: string): ReactNode => (
    <Button asChild variant='secondary' data-color='neutral' data-size='sm'>
      <a href={versionAddress(version.behovsmelding, version.number, format, language)} download={format === 'json' ? `${version.behovsmelding}-v${version.number}.json` : true}>
        <DownloadIcon aria-hidden='true' />{label}<span className='ss-unseen'> {t('ofVersion', { n: version.number })}</span>
      </a>
    </Button>
  )
  return <div className='ss-version-files'>{file('docx', t('docx'))}{file('pdf', t('pdf'))}{file('json', t('json'))}</div>
}

function VersionItem ({ version }: { readonly version: VersionMeta }): ReactNode {
  const t = useText('version')
  const format = useFormat()
  const name = useVersionName()
  return (
    <li className='ss-version'>
      <Heading level={4} data-size='2xs'>{name(version)}</Heading>
      <Paragraph data-size='sm' className='ss-quiet'>{t('versionBy', { who: version.by.name, when: format.moment(version.at) })}</Paragraph>
      {version.reason === undefined ? null : <blockquote className='ss-version-reason'>{version.reason}</blockquote>}
      <p className='ss-hash'>
        <span className='ss-quiet'>{t('hash')}</span> <code title={version.hash}>{shortHash(version.hash)}</code>
        <CopyButton iconOnly variant='tertiary' text={version.hash} label={t('copyHash', { n: version.number })} />
      </p>
      <VersionFiles version={version} />
    </li>
  )
}

/** Every version of a behovsmelding, the newest first, with its files. */
export function VersionsPanel ({ versions }: { readonly versions: readonly VersionMeta[] }): ReactNode {
  const t = useText('version')
  const sides = useMemo(() => likelySides(versions), [versions])
  const [behovsmelding] = versions.map(version => version.behovsmelding)
  if (sides === null || behovsmelding === undefined) {
    return <div className='ss-panel-empty'><Heading level={3} data-size='2xs'>{t('noneTitle')}</Heading><Paragraph data-size='sm'>{t('noneText')}</Paragraph></div>
  }
  return (
    <>
      <Heading level={3} data-size='2xs' className='ss-unseen'>{t('title')}</Heading>
      {/* Its texts come when it is shown: the page does not wait for them, nor blink when somebody locks. */}
      <Suspense fallback={null}><ComparePicker key={versions.length} behovsmelding={behovsmelding} versions={versions} chosen={sides} /></Suspense>
      <ol className='ss-versions' reversed>{versions.toReversed().map(version => <VersionItem key={version.number} version={version} />)}</ol>
    </>
  )
}
